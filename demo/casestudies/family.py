"""A family of four: the kitchen in Poplar, and three places that began with it and changed it."""

FAMILY = [
    {
        "slug": "soup-on-a-thursday",
        "title": "Soup on a Thursday, in a hall with one ring",
        "summary": "A village hall in Shropshire took over the kitchen of Poplar, with one gas ring and forty miles "
        "between the guests.",
        "came_from": "rice-on-notes-out",
        "what_we_adapted": "We kept the twenty minutes while it cooks. We fetch people with the minibus, because "
        "nobody lives next door, and the surgery's nurse comes once a month and not each week.",
        "by": "gwen",
        "age": 38,
        "edited": 38,
        "themes": "health-and-care access",
        "areas": "shropshire",
        "organisation": "Marches Village Halls",
        "where": "Clun, Shropshire",
        "when": (190, 0),
        "people_count": 14,
        "payment": "expenses",
        "payment_note": "Fuel, and the soup",
        "toolkits": "a-meeting-everyone-can-take-part-in",
        "scale": "place",
        "methods": "shared-meals",
        "cost": "£22 a week, and the minibus that runs anyway.",
        "time_spent": "Thursdays, and two calls beforehand.",
        "body": """
        I read about the rice. We have no rice and no neighbours, but we have a hall and a surgery that nobody can
        get to. So we put a pot on the one ring that works.

        While the leeks soften we take one question. The first was: why must we ring at eight, when the bus leaves at
        ten to?

        ::: quote Alun Beddoes | who drives the minibus
        I have driven these people for six years, and never knew that two of them cannot read the surgery's letters.
        :::
        """,
        "who_took_part": "Fourteen, mostly over seventy, and the driver, who stays for the soup.",
        "how_people_were_found": "The driver asked each of them on the way home.",
        "what_changed": "Whoever comes by bus may ring at eleven. Letters are read out on the telephone if you ask.",
        "how_we_know": "The surgery shows us its list of missed appointments. It went from 31 to 12 in a quarter.",
        "what_did_not_work": "In the snow nobody came for five weeks, and we had nothing else. Nobody rang round.",
        "what_we_would_do_differently": "A list of telephone numbers on the wall, from the first day.",
        "advice": "Ask the driver. The driver knows.",
    },
    {
        "slug": "bread-at-six-in-the-morning",
        "title": "Bread at six in the morning",
        "summary": "Night cleaners in Southwark eat together when their shift ends, and one in the group writes down "
        "what the clinic should hear.",
        "came_from": "rice-on-notes-out",
        "what_we_adapted": "Not on Wednesday at noon but at six in the morning, when people are awake who are "
        "otherwise asleep. Bread needs no cooking, so we count twenty minutes on a telephone.",
        "by": "lucia",
        "age": 30,
        "edited": 30,
        "themes": "health-and-care languages",
        "areas": "southwark",
        "organisation": "Casa Abierta",
        "where": "Elephant and Castle, Southwark",
        "when": (150, 20),
        "people_count": 11,
        "payment": "paid",
        "payment_note": "£10 for the one who writes, each time",
        "toolkits": "hold-a-listening-event",
        "scale": "group",
        "methods": "shared-meals peer-research",
        "cost": "£40 a week.",
        "time_spent": "One hour a week for four months.",
        "body": """
        Our people finish at half past five. Nothing is open, and the first bus is full. We have a key to a church
        hall and a baker who gives us what broke.

        One of us writes down one thing. On Monday I take it to the clinic, in English, with a loaf.
        """,
        "who_took_part": "Eleven who clean offices at night, from five countries.",
        "how_people_were_found": "Two of them brought the others, from the same bus.",
        "what_changed": "The clinic now opens at seven on Tuesdays. It calls it the bread hour.",
        "how_we_know": "We asked at the desk how many come before eight: 9 on the first Tuesday, 26 on the last.",
        "what_did_not_work": "After the summer the church needed its hall, and we had no other key. It has stopped.",
        "what_we_would_do_differently": "Two halls, and the agreement with the church in writing.",
        "advice": "Whoever has the key decides. Have two.",
    },
    {
        "slug": "tea-while-the-kettle-boils",
        "title": "Tea while the kettle boils",
        "summary": "A lunch club in Camden made the soup of Shropshire into five minutes, because its guests tire.",
        "came_from": "soup-on-a-thursday",
        "what_we_adapted": "Five minutes and not twenty: our guests are tired. One question each week for a month, so "
        "that those who were ill can still say something.",
        "by": "yusuf",
        "age": 16,
        "edited": 16,
        "themes": "health-and-care languages",
        "areas": "camden",
        "organisation": "The Long Table",
        "where": "Euston, Camden",
        "when": (90, 0),
        "people_count": 23,
        "payment": "unpaid",
        "payment_note": "They would not take it. They take the dates",
        "toolkits": "hold-a-listening-event",
        "scale": "group",
        "methods": "shared-meals writing-together",
        "cost": "Nothing beyond the lunch.",
        "time_spent": "Five minutes a week.",
        "body": """
        The kettle is old and takes five minutes. In that time we ask one thing, the same all month, and write the
        answers on the paper tablecloth in whichever language they come.

        On the last Friday we fold the tablecloth and carry it to the council.
        """,
        "who_took_part": "Twenty-three elders, the oldest 91.",
        "how_people_were_found": "They come to lunch.",
        "what_changed": "The bench at the bus stop is back, and it has a back.",
        "how_we_know": "We sit on it.",
        "what_did_not_work": "The council lost the second tablecloth. We had no copy, and people were hurt.",
        "what_we_would_do_differently": "Photograph it before it leaves the house.",
        "advice": "One question is enough.",
    },
]
