"""The people of the demo. Six of them have a role and a known password; all have a confirmed address."""

from django.contrib.auth.models import Group

from tests.factories.members import EmailAddressFactory, UserFactory

from .markup import smart
from .sign_ins import SIGN_INS

ROLES = {
    "rosa": "Editors",
    "farah": "Moderators",
    "winston": "Facilitators",
    "joanna": "Event organisers",
    "tom": "Administrators",
}

# Short name: (name shown, organisation, joined so many days ago, language, about)
PEOPLE = {
    "rosa": (
        "Rosa Adeyemi",
        "Common Thread",
        425,
        "en",
        "I keep the library. If a toolkit here is out of date, or you tried one and it let you down, tell me and I "
        "will put it right. Before this I ran the advice desk at a law centre in Peckham for nine years.",
    ),
    "farah": (
        "Farah Siddiqui",
        "Common Thread",
        421,
        "en",
        "I read the comments so that this stays a place where people can disagree and still come back. I also "
        "interpret in Urdu and Punjabi two mornings a week, so if I am slow on a Tuesday, that is why.",
    ),
    "winston": (
        "Winston Clarke",
        "Newham Residents' Panel",
        418,
        "en",
        "Retired bus driver, thirty-one years on the 25. I chair a residents' panel and look after the group Paid "
        "and fair. Ask me anything about expenses that arrive eleven weeks late.",
    ),
    "joanna": (
        "Joanna Kowalczyk",
        "Common Thread",
        409,
        "en",
        "I organise the summit and the workshops. Tell me what you need to be able to take part before you tell me "
        "anything else; it is much easier to do in May than on the morning.",
    ),
    "tom": (
        "Tom Ashworth",
        "Common Thread",
        428,
        "en",
        "I keep this site running, on Mondays and Thursdays. If something is broken, say what you pressed and what "
        "you saw. I like a good bug report.",
    ),
    "amara": (
        "Amara Nwosu",
        "Southwark Carers' Circle",
        260,
        "en",
        "I look after my dad, who has dementia, and sit on a hospital discharge panel. I came here to find out "
        "whether panels elsewhere get paid. They do.",
    ),
    "dilek": (
        "Dilek Yılmaz",
        "Tottenham Peer Researchers",
        390,
        "en",
        "Peer researcher. Eleven of us learned to interview our own neighbours about damp. Two of us now do it for a "
        "living. I can talk about training people who have never been asked their opinion for money.",
    ),
    "gwen": (
        "Gwen Pritchard",
        "Marches Village Halls",
        350,
        "en",
        "I look after forty village halls in Shropshire, mostly by telephone and mostly in the rain. We are the "
        "country cousins here. Our buses are worse than yours and our rooms are cheaper.",
    ),
    "samuel": (
        "Samuel Osei-Bonsu",
        "Roding Networks",
        402,
        "en",
        "I help networks in Barking and Dagenham to stay networks and not to turn into organisations. I keep asking "
        "who is not in the room. I look after the group Network builders.",
    ),
    "parveen": (
        "Parveen Akhtar",
        "The Volunteer Desk, Newham",
        377,
        "en",
        "Our volunteer centre closed, so I match people and places from a desk in a library. 214 matches last year "
        "with a notebook, a spreadsheet and a kettle.",
    ),
    "ionela": (
        "Ionela Dumitru",
        "Brent Community Interpreters",
        240,
        "en",
        "Interpreter in Romanian, Spanish and English, and trainer of interpreters. I wish people would send me the "
        "slides the day before.",
    ),
    "harjit": (
        "Harjit Singh Bains",
        "Commissioning, a London borough",
        330,
        "en",
        "I buy care services for a council. I am here because the best contract I ever wrote was written by six "
        "carers, and I would like to do it again. I look after the group Working inside the system.",
    ),
    "lucia": (
        "Lucía Fernández Ortega",
        "Casa Abierta",
        215,
        "es",
        "Trabajo con familias latinoamericanas en Southwark. I help with the Spanish pages here. Half of our members "
        "clean offices at night, so a meeting at ten in the morning is no use to us.",
    ),
    "yusuf": (
        "Yusuf Al-Hashimi",
        "The Long Table, Camden",
        198,
        "ar",
        "I was a chemistry teacher in Basra and now I run a lunch for elders near Euston. I check the Arabic pages. "
        "The dates are for reading; the ones on the table are for eating.",
    ),
    "bernadette": (
        "Bernadette O'Rourke",
        "Marlow Square Tenants' Association",
        365,
        "en",
        "Seventy-one, forty of them on the same landing. I chaired the repairs panel that stopped a £2 million "
        "contract. I am not against consultants. I am against being told things.",
    ),
    "kofi": (
        "Kofi Mensah-Wright",
        "Riverhouse Youth Table",
        170,
        "en",
        "Twenty-two. I was on a youth panel from fifteen, and now I get paid to run one. We have a rule: no adults "
        "without a job to do.",
    ),
    "meilin": (
        "Mei-Lin Chau",
        "Lantern Fund",
        310,
        "en",
        "Programme officer at a small funder. I read about 400 applications a year and am trying to make us ask for "
        "less. Tell me which of our questions are useless.",
    ),
    "denise": (
        "Denise Baptiste",
        "Wandsworth Carers Write Back",
        300,
        "en",
        "Carer to my brother. I rewrote a hospital letter with eight others. Ask me how to get a consultant to say "
        "'water tablet'.",
    ),
    "theo": (
        "Theo Marsden",
        "Say It Plain, Haringey",
        285,
        "en",
        "I have a learning disability and I check documents for a living. If I have to read it three times, you have "
        "to write it again. I look after the group Easy read readers.",
    ),
    "nasreen": (
        "Nasreen Begum",
        "Lime Row Kitchen",
        120,
        "en",
        "We cook together on Wednesdays and we talk about the health centre while the rice is on. I take the notes, "
        "in Bengali first.",
    ),
    "alun": (
        "Alun Beddoes",
        "Clun Valley Wheels",
        26,
        "en",
        "I drive the community minibus on Mondays and Fridays. New here, and mostly reading.",
    ),
}


def load(world, *, with_known_passwords):
    """Make everybody, by their short names in `world.people`."""
    passwords = {email: password for _role, email, password in SIGN_INS}
    groups = {group.name: group for group in Group.objects.all()}
    for short, (name, organisation, joined, language, about) in PEOPLE.items():
        email = f"{short}@example.org"
        person = UserFactory(
            name=smart(name),
            email=email,
            password=passwords.get(email) if with_known_passwords else None,
            organisation=smart(organisation),
            about=smart(about),
            language=language,
            date_joined=world.ago(joined, 9),
        )
        EmailAddressFactory(user=person, email=email)
        if short in ROLES:
            person.groups.add(groups[ROLES[short]])
        world.people[short] = person
