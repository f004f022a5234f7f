"""The summit. Fully translated: see `demo.translations`."""

EVENT = {
    "slug": "the-spring-summit",
    "title": "The spring summit",
    "summary": "One day a year for everybody who plans services together with the people who use them. Bring "
    "something that worked, and something that did not.",
    "event_kind": "summit",
    "by": "joanna",
    "age": 41,
    "edited": 3,
    "themes": "deciding-together networks learning-from-mistakes",
    "areas": "london southwark",
    "cover": "cloth",
    "venue": "weavers-hall",
    "event_format": "in-person",
    "hours": ((9, 30), (16, 30)),
    "capacity": 120,
    "closes_days_before": 5,
    "cost": "Free. Organisations with more than ten paid staff: £60, which pays for other people's fares",
    "guests": {"confirmed": 87, "gave_up": 4, "members": "amara winston bernadette kofi theo denise gwen ionela"},
    "access_note": "Two British Sign Language interpreters and live captions all day. Interpreting in Spanish, "
    "Arabic and Bengali; other languages if you tell us three weeks before. Papers in easy read. A quiet room, long "
    "breaks, and nobody is photographed who does not wear a green dot.",
    "body": """
        This is the day on which London's co-producers look each other in the eye. There are no keynote speeches. Every
        session is led by two people, one of them paid for their work and one who was not until we asked.

        ## Who should come

        Residents, carers, young people, volunteers, officers, nurses, funders, and anybody who has been told that
        they are hard to reach. If you have never been to anything like it, come to the breakfast: somebody will sit
        with you.

        ## What to bring

        - One thing that worked, on a postcard.
        - One thing that did not, on another. We hang those up first.

        ::: tip
        Are you worried about fares, care or lost wages? Tell us when you take your place. We pay for them on the day.
        :::

        ::: quote Kofi | youth worker
        I came for the lunch. I left with a job to do.
        :::
        """,
    "programme": [
        ("09:30", "10:00", "Breakfast, and a table for people who come alone", "Hosts in yellow badges"),
        (
            "10:00",
            "10:30",
            "The wall of things that did not work",
            "Dilek Yılmaz and a commissioner",
            "Ten postcards are read aloud. Nobody explains anything.",
        ),
        (
            "10:30",
            "11:30",
            "First round of workshops",
            "",
            """
            - Paid within ten working days
            - A chair who has never chaired
            - Easy read with the people who need it
            """,
        ),
        ("11:30", "12:00", "Long break", "", "Tea, quiet room, sunshine if there is any."),
        (
            "12:00",
            "13:00",
            "Who is not in the room?",
            "Samuel Osei-Bonsu and Gwen Pritchard",
            "We map it together on a wall, with wool, and agree who rings whom.",
        ),
        ("13:00", "14:15", "Lunch", "Lime Row Kitchen", "Vegetarian and halal. Tell us what you cannot eat."),
        (
            "14:15",
            "15:15",
            "Second round of workshops",
            "",
            """
            - Young people who give out money
            - When a network has no boss
            - How to close something well
            """,
        ),
        (
            "15:15",
            "16:00",
            "Promises",
            "Everybody",
            "One thing that you will do before the summer, and the person who will ask you about it.",
        ),
        ("16:00", "16:30", "Cake, and the bus home"),
    ],
}
