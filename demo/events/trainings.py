"""The online induction, the training, and the second listening event."""

EVENTS = [
    {
        "slug": "new-here-an-hour-with-us",
        "title": "New here? An hour with us, online",
        "summary": "What Common Thread is, how the groups work, and where to begin. Every month, with no slides and "
        "your camera off if you like.",
        "event_kind": "meeting",
        "by": "joanna",
        "age": 60,
        "edited": 25,
        "themes": "networks",
        "areas": "london",
        "event_format": "online",
        "joining_link": "https://meet.example.org/new-here",
        "hours": ((12, 30), (13, 30)),
        "capacity": 30,
        "guests": {"confirmed": 14, "gave_up": 1, "members": "alun nasreen"},
        "access_note": "Live captions. You can also ring in by telephone; the number comes with your place.",
        "body": """
        Rosa and Winston show you round for twenty minutes. Then you say what you are working on, if you want to, and
        somebody tells you who else is.

        Most people leave with one name and one page to read. That is about right.

        ::: file welcome-zh | Welcome, in Chinese
        :::
        """,
    },
    {
        "slug": "asking-your-neighbours-well",
        "title": "Asking your neighbours well: a day for peer researchers",
        "summary": "How to ask, how to listen, what to write down and what never to. A day of training for people "
        "who live where the question is.",
        "event_kind": "training",
        "by": "joanna",
        "age": 45,
        "edited": 45,
        "themes": "homes-and-streets health-and-care paying-people",
        "areas": "haringey",
        "venue": "tram-shed",
        "event_format": "in-person",
        "hours": ((9, 30), (16, 30)),
        "capacity": 16,
        "closes_days_before": 7,
        "cost": "Free for residents, who are paid £105 for the day. £90 for organisations that send staff",
        "guests": {"confirmed": 9, "gave_up": 2, "members": "nasreen"},
        "access_note": "The yard has cobbles; use the smooth path on the left. Lunch. Papers in easy read a week "
        "before.",
        "body": """
        Dilek and two other peer researchers have done 260 interviews on doorsteps, about damp, buses and being
        lonely. They pass on what they know in a day.

        You practise on each other in the morning and on real neighbours, who have agreed to it, in the afternoon.

        ::: steps
        # Before lunch: asking
        Open questions, silence, and what to do when somebody cries.

        # After lunch: writing down
        Their words. Consent that somebody can take back. What you do not write down.

        # Before you go home: looking after yourself
        And who to ring on the evening after a hard one.
        :::

        ## Papers

        ::: file asking-well-slides | The slides of the day
        :::

        ::: file consent-zh | Consent to an interview, in Chinese
        :::
        """,
        "programme": [
            ("09:30", "10:00", "Tea, names, and getting paid"),
            ("10:00", "12:30", "Asking and being quiet", "Dilek Yılmaz and colleagues"),
            ("12:30", "13:30", "Lunch"),
            ("13:30", "15:30", "On real doorsteps", "In pairs, with neighbours who said yes"),
            ("15:30", "16:30", "What we heard, and how we are"),
        ],
    },
    {
        "slug": "and-what-do-you-bring",
        "title": "And what do you bring? A second listening event",
        "summary": "Forty people wrote the same question on a sheet by the door. So we ask the council and the "
        "health service: what value do you bring?",
        "event_kind": "listening",
        "by": "joanna",
        "age": 19,
        "edited": 6,
        "themes": "deciding-together councils-and-nhs",
        "areas": "southwark",
        "venue": "weavers-hall",
        "event_format": "in-person",
        "hours": ((17, 30), (20, 30)),
        "capacity": 90,
        "guests": {"confirmed": 41, "members": "lucia amara harjit"},
        "access_note": "Two British Sign Language interpreters. Spanish and Arabic. Easy-read papers a week before. "
        "Supper.",
        "body": """
        At the first listening event we asked what the voluntary and community sector is worth. A card came back:
        *what is yours?* Forty people had written something like it.

        So the tables are mixed differently this time. At each one somebody from the council or the health service
        answers first, and the others listen.

        ## The questions

        1. What do you have that nobody else has?
        2. What could you stop doing tomorrow that nobody would miss?
        3. What do you need from people who are not paid by you?
        4. What will you have done by the summer?

        ::: related What was heard the first time
        what-75-people-told-us
        :::
        """,
    },
]
