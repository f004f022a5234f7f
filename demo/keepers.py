"""Who in the demo steps in for whom, and as what they look after pages."""

DEPUTIES = {
    "joanna": "rosa",
    "samuel": "parveen",
    "rosa": "joanna",
    "theo": "denise",
    "winston": "rosa",
    "dilek": "samuel",
    "parveen": "samuel",
    "gwen": "samuel",
    "meilin": "harjit",
    "ionela": "theo",
    "bernadette": "winston",
    "harjit": "meilin",
}
ROLES = {
    "rosa": "Editor of the library",
    "joanna": "Organiser of the workshops",
    "theo": "Checks documents for easy read",
    "winston": "Chair of the residents' panel",
    "ionela": "Interpreter, and trainer of interpreters",
    "harjit": "Buys care services for a council",
}
