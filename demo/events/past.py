"""Events that have been, with what came of them."""

EVENTS = [
    {
        "slug": "a-summit-in-stratford",
        "title": "A summit in Stratford: what people took home",
        "summary": "104 people, eleven workshops, and a wall of things that did not work. What was promised, and how "
        "much of it was kept.",
        "event_kind": "summit",
        "by": "joanna",
        "age": 415,
        "edited": 150,
        "themes": "deciding-together networks",
        "areas": "newham london",
        "venue": "reading-rooms",
        "event_format": "in-person",
        "hours": ((10, 0), (16, 0)),
        "capacity": 110,
        "is_open_for_comments": False,
        "guests": {"confirmed": 26, "members": "winston bernadette"},
        "body": """
        It rained, and a train was cancelled, and 104 people came.

        ## What was promised

        At the end everybody wrote down one thing that they would do before the summer, and the name of the person who
        would ask them about it. We asked in October.

        ::: table Eighty-one promises, half a year later
        What became of it | How many
        Done | 47
        Begun | 16
        Dropped, with a reason | 11
        Nobody asked | 7
        :::

        The seven are the ones we think about. Each had named somebody who did not know that they had been named. Next
        time both sign the postcard.

        ## What people said

        ::: quote A nurse from Barking
        I have been to forty conferences. This was the first at which I was not sold anything.
        :::

        ::: quote A young man who came for the lunch
        Why does it take a day to say all this? You could just ring each other.
        :::
        """,
    },
    {
        "slug": "knocking-on-doors",
        "title": "Knocking on doors, in pairs",
        "summary": "A Saturday workshop in Camden and Brent about the oldest method there is. Nineteen people, 230 "
        "doors, one dog.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 170,
        "edited": 112,
        "themes": "homes-and-streets running-a-group",
        "areas": "camden brent",
        "venue": "community-house",
        "event_format": "in-person",
        "hours": ((10, 0), (14, 0)),
        "capacity": 20,
        "guests": {"confirmed": 19, "gave_up": 2},
        "body": """
        Nineteen people knocked on 230 doors in two hours. Ninety-four opened. This is what we wrote down at lunch.

        - One person asks, one person smiles. Change over after ten doors.
        - A dog helps. So does a pram. A lanyard does not.
        - Do not ask whether people want to take part. Ask who on the landing knows about pipes.
        - Saturdays between eleven and one. Not during the match.
        - If somebody cries, you stay.
        """,
    },
    {
        "slug": "listening-in-southwark",
        "title": "Listening in Southwark: beginning a strategy together",
        "summary": "75 people from voluntary groups, the council and the health service, ten tables, four questions, "
        "and no draft on the table.",
        "event_kind": "listening",
        "by": "joanna",
        "age": 120,
        "edited": 60,
        "themes": "deciding-together councils-and-nhs",
        "areas": "southwark",
        "cover": "voices",
        "venue": "weavers-hall",
        "event_format": "in-person",
        "hours": ((17, 30), (20, 30)),
        "capacity": 90,
        "guests": {"confirmed": 75, "gave_up": 6, "members": "lucia amara"},
        "access_note": "Two British Sign Language interpreters, Spanish, papers in easy read, supper.",
        "body": """
        Southwark wants a strategy for the voluntary and community sector. Before anybody wrote a word of it, 75
        people came to say what should be in it. The cabinet member for communities opened the evening, somebody from
        the health service and somebody from a voluntary group each said what they hoped for, and then everybody sat
        down at ten tables.

        ## 1. What is the sector worth?

        It knows people by name. It is there in the evening. It tries things without a form. It is not a cheaper
        version of a public service, and forty-one cards said so in one way or another.

        ## 2. What is the problem that a strategy should solve?

        Money for a year at a time. Competition between neighbours who ought to work together. In the south of the
        borough there is nobody to ask. Good information exists, and nobody can find it.

        ## 3. What has changed?

        More people need help, and fewer have time to give it. Halls have become dear. Some new rules make it harder
        to reach the people who are most alone. And everybody says *wellbeing*, which made two tables groan at the
        same moment.

        ## 4. What should it achieve?

        Trust and respect in both directions. Support close to home, for people in work and out of it. Help before
        things go wrong, not after. Each partner doing what it is best at. Money for three years.

        ::: quote A card from table six
        You keep asking what our value is. What is yours?
        :::

        That card, and the forty on the sheet by the door that were like it, became the next evening.

        ## Papers

        ::: file listening-easy-read | What 75 people told us, in easy read
        :::

        ::: related Read on
        what-75-people-told-us
        hold-a-listening-event
        :::
        """,
        "programme": [
            ("17:30", "18:00", "Supper begins, tables are found"),
            ("18:00", "18:10", "Why we are here, and what is decided already", "The cabinet member for communities"),
            ("18:10", "18:20", "What we hope for", "A doctor, and somebody who runs a lunch club"),
            ("18:20", "19:40", "Four questions, twenty minutes each", "Ten tables, each with a host and a scribe"),
            ("19:40", "20:30", "Two cards from each table, and what we should have asked"),
        ],
    },
]
