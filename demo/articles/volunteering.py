"""A series: three articles about a volunteer centre that closed, by two people."""

AUTHOR = {
    "name": "Marguerite Hallam",
    "about": "Marguerite Hallam ran a volunteer centre for seventeen years and now teaches people who run charities.",
}
SERIES = {
    "slug": "after-the-volunteer-centre",
    "title": "After the volunteer centre",
    "summary": "A centre that had matched people and places for thirty years closed in one summer. Two people who were "
    "there write down what went, what came instead, and what they would ask of the next one.",
    "by": "rosa",
    "age": 54,
    "edited": 18,
    "themes": "volunteering funding",
    "areas": "newham london",
}
ARTICLES = [
    {
        "slug": "what-went-when-the-centre-closed",
        "title": "What went when the centre closed",
        "summary": "Not the leaflets. A telephone number that people knew by heart, and somebody who picked it up.",
        "by": "rosa",
        "authors": ["marguerite"],
        "age": 54,
        "edited": 54,
        "themes": "volunteering funding",
        "areas": "newham london",
        "body": """
        We had nine weeks from the letter to the last day. I spent four of them on the lease.

        If I had those weeks again I would spend them on the list. Not the data, which was in good order. The list in
        Joyce's head: who cannot work mornings, who should never be put together, who says yes to everything and then
        does not come. Nobody wrote it down, because Joyce was always there.

        ## What people asked for afterwards

        For half a year they rang my own telephone. They did not ask for training or for a newsletter. They asked: who
        could drive on Thursday, and is there still a place where I can sit down and say what I am good at.
        """,
    },
    {
        "slug": "a-desk-in-a-library",
        "title": "A desk in a library",
        "summary": "A notebook, a spreadsheet and a kettle: what one desk can do of what a centre did, and what not.",
        "by": "parveen",
        "authors": ["parveen"],
        "age": 36,
        "edited": 36,
        "themes": "volunteering",
        "areas": "newham london",
        "body": """
        I sit between the large print and the photocopier, on Tuesdays and Thursdays. People come for the photocopier.

        Last year 214 of them left with a place to volunteer. It works because I ask one thing first: **what would make
        you stop coming?** Fares, mostly. Then stairs, then being talked over. I ring the place and say so before
        anybody goes there.

        ## What a desk cannot do

        It cannot speak for small groups when the council makes its budget. It cannot pay fares for more than a month.
        And when I am ill it is a desk with a kettle.
        """,
    },
    {
        "slug": "what-we-would-ask-of-the-next-one",
        "title": "What we would ask of the next one",
        "summary": "Before anybody opens a new centre: five things that cost little in the first year and a lot in the "
        "tenth.",
        "by": "rosa",
        "authors": ["marguerite", "parveen"],
        "age": 18,
        "edited": 18,
        "themes": "volunteering funding",
        "areas": "newham london",
        "briefings": ["partnership-briefing", "working-with-councillors"],
        "body": """
        One of us closed a centre, the other sits where it used to be. We agree about five things.

        1. **Two people know everything**, not one. Write Joyce down.
        2. **Fares are in the first budget**, and nobody has to ask.
        3. **Money for three years**, with the end of it written on the wall.
        4. **A desk where people are already**: a library, a surgery, a launderette.
        5. **A plan for closing**, made in the first year, when nobody is afraid yet.

        The two papers beside this are the ones that we take along when we are asked for advice.
        """,
    },
]
