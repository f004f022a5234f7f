"""How to map a network and look after it."""

from .shape import Step, Toolkit

TOOLKIT = Toolkit(
    slug="map-who-is-around-you",
    title="Map who is around you",
    summary="Put the people and groups of a place on a wall, see who is alone and who holds it together, and agree "
    "who rings whom. No software needed.",
    by="samuel",
    age=290,
    edited=226,
    checked=(226, -19),
    cover="spools",
    themes="networks sharing-things deciding-together",
    areas="barking-and-dagenham london",
    who_for="People who build networks, on purpose or by accident",
    time_needed="One long morning, then an hour a month",
    introduction="""
        Every borough has a spreadsheet of voluntary organisations. Somebody was paid to make it, and a third of the
        numbers no longer ring. A list tells you who exists. A map tells you who would pick up.

        We have made eleven maps in Barking and Dagenham since we began, with wool, on walls. They are thrown away after
        a year. That is part of the method.
        """,
    files=(("network-cards", "template"), ("hosting-agreement", "template")),
    steps=[
        Step(
            "Choose a question, not a place",
            "A map of everything shows nothing.",
            20,
            "Two or three people who want to know",
            """
            Ask something that a person could answer with names. *Who feeds people in the week before payday?* *Who
            does a seventeen-year-old talk to?* *Whose hall stands empty on a Tuesday?*

            Write it large, and hang it over the wall.
            """,
        ),
        Step(
            "Fill the wall",
            "Everybody writes the people they really know.",
            60,
            "Eight to fifteen people from different corners: a caretaker, a nurse, a trader, a teenager",
            """
            ::: steps
            # Ten cards each
            People, not organisations. "Mrs Okoro at the launderette" is a card. "The faith sector" is not.

            # Pin them up
            Close together if they would pick up the telephone for each other.

            # Wool
            Thick for those who work together each month, thin for the rest. String where they have fallen out.
            :::

            ::: tip
            Bring somebody who has lived there for less than a year. They see the doors that you walk past.
            :::
            """,
            template="network-cards",
        ),
        Step(
            "Read it together",
            "Four questions, in silence first.",
            45,
            "The same people",
            """
            1. Who has only one thread?
            2. If one card fell off, what would come apart?
            3. Who is missing, although everybody talks about them?
            4. Which two should meet before the end of the month?

            ::: quote Samuel Osei-Bonsu | network weaver
            At the first one, nineteen threads ran to one woman who ran a breakfast club. She was standing at the back.
            She said: I have been meaning to tell you, I am moving to Kent.
            :::
            """,
        ),
        Step(
            "Make three introductions",
            "A map that nobody acts on is a decoration.",
            30,
            "Whoever put up their hand",
            """
            Choose three pairs. For each, one person in the room takes them both for a cup of tea within two weeks, pays
            for it, and leaves after twenty minutes. The network pays £12.

            ::: table What came of ours in one year
            Introductions | Still in touch after three months | Did something together
            33 | 21 | 9
            :::
            """,
        ),
        Step(
            "Decide how much to write down",
            "People are not data. Ask them.",
            30,
            "The group, with somebody who knows the law on personal data",
            """
            Take a photograph for yourselves. Before anything goes on a website, ask every person on it, and take down
            whoever says no. Throw the rest away after a year and make a new one: by then half of it is wrong.

            ::: warning
            Never keep a list of who has fallen out with whom. The string comes off the wall that same afternoon.
            :::
            """,
        ),
        Step(
            "Agree who holds it",
            "A network needs a purse and a diary, not an owner.",
            60,
            "Members, and the organisation that hosts the money",
            """
            If there is money or a coordinator, write down who decides what before there is anything to fall out about.
            Two pages are enough.
            """,
            template="hosting-agreement",
        ),
    ],
)
