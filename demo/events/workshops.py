"""Six workshops."""

EVENTS = [
    {
        "slug": "easy-read-an-afternoon",
        "title": "Writing in easy read: an afternoon",
        "summary": "Bring one page that nobody understands and take it home in easy read. Led by people with a "
        "learning disability.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 52,
        "edited": 16,
        "themes": "access languages",
        "areas": "haringey",
        "venue": "tram-shed",
        "event_format": "in-person",
        "hours": ((14, 0), (17, 0)),
        "capacity": 12,
        "guests": {"confirmed": 12, "waiting": 4, "gave_up": 1, "members": "denise nasreen"},
        "access_note": "Easy-read papers, quiet room, breaks every forty minutes. There is no hearing loop in this "
        "building; we bring a portable one if you ask.",
        "body": """
        Theo and two colleagues check documents for a living. In three hours they take your page apart, kindly. You
        will cut it by half, find a picture for each line, and then read it to somebody who was not there when you
        wrote it.

        - Twelve places, because each page gets its own reader.
        - Bring a page that you are allowed to change.
        - If you have no page, bring a letter from the council. Everybody has one.

        ::: note
        It is full at the moment. Put yourself on the waiting list all the same: about two people give up their place
        each time, and we run it again after the summit.
        :::
        """,
        "programme": [
            ("14:00", "14:20", "Names, and the worst sentence you have with you"),
            ("14:20", "15:10", "Cut it in half", "Theo Marsden"),
            ("15:10", "15:30", "Tea"),
            ("15:30", "16:30", "Pictures, and reading it to a stranger"),
            ("16:30", "17:00", "What does it say now?", "Everybody"),
        ],
    },
    {
        "slug": "benefits-and-fees-ask-an-adviser",
        "title": "Benefits and fees: ask an adviser",
        "summary": "An hour and a half online with a welfare rights adviser, for people who are paid a fee and for "
        "people who pay it.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 36,
        "edited": 36,
        "themes": "paying-people",
        "areas": "london",
        "event_format": "online",
        "joining_link": "https://meet.example.org/benefits-and-fees",
        "hours": ((18, 0), (19, 30)),
        "capacity": 40,
        "guests": {"confirmed": 23, "members": "amara winston"},
        "access_note": "Live captions. You can ask by chat, by voice, or beforehand by e-mail without your name. It "
        "is not recorded.",
        "body": """
        People have lost benefits because nobody told them to ask first. In this hour and a half an adviser explains
        what has to be reported, to whom and when, and then answers questions.

        Nobody has to say whether they get benefits. Questions that came in beforehand are read out first, without
        names.

        ::: related Read this before, if you have ten minutes
        getting-paid-in-easy-read
        pay-people-for-their-time
        :::
        """,
    },
    {
        "slug": "an-interpreter-in-the-room",
        "title": "An interpreter in the room",
        "summary": "How to hold a meeting in three languages without losing anybody. You are in it: half of the "
        "workshop is interpreted.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 33,
        "edited": 8,
        "themes": "languages access running-a-group",
        "areas": "brent",
        "venue": "community-house",
        "event_format": "both",
        "joining_link": "https://meet.example.org/interpreter",
        "hours": ((10, 0), (13, 0)),
        "capacity": 30,
        "guests": {"confirmed": 18, "members": "lucia yusuf"},
        "access_note": "Spanish, Arabic and British Sign Language, in the room and online. First floor, with a lift.",
        "body": """
        For the first half you do not understand the chair, unless you listen to your interpreter. It is an odd
        feeling and you will not forget it.

        Then we change over: you chair, and the interpreters tell you what you did to them. They have been looking
        forward to this.

        ::: questions
        # I am only online. Is it worth it?
        Yes. A third of the interpreting that our members do is by video now, and it goes wrong in its own ways.

        # Do I need another language?
        No.
        :::
        """,
    },
    {
        "slug": "map-a-street-in-a-morning",
        "title": "Map a street in a morning",
        "summary": "We make one map of one street with the people who live there, wool included. Then you know how "
        "to do it in yours.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 29,
        "edited": 29,
        "themes": "networks homes-and-streets",
        "areas": "barking-and-dagenham newham",
        "venue": "reading-rooms",
        "event_format": "in-person",
        "hours": ((10, 0), (13, 0)),
        "capacity": 24,
        "guests": {"confirmed": 11, "members": "meilin"},
        "access_note": "Ring the bell at the side for the ramp. Portable hearing loop. Children are welcome and get "
        "their own wool.",
        "body": """
        Samuel brings the cards, the wool and eight people from one street. You bring your own question about a place.

        By noon there is a map on the wall. By one o'clock it has been taken down again, which is part of it.

        ::: related
        map-who-is-around-you
        :::
        """,
    },
    {
        "slug": "two-chairs-one-meeting",
        "title": "Two chairs, one meeting",
        "summary": "For pairs of co-chairs: one resident, one paid. Come together, and practise the moment at which "
        "you disagree in public.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 22,
        "edited": 22,
        "themes": "running-a-group deciding-together",
        "areas": "newham",
        "venue": "reading-rooms",
        "event_format": "in-person",
        "hours": ((17, 30), (20, 0)),
        "capacity": 20,
        "guests": {"confirmed": 8, "members": "bernadette harjit"},
        "access_note": "Ramp at the side. Supper at half past five. Please tell us about food and about who looks "
        "after whom.",
        "body": """
        Winston and the officer with whom he has chaired for three years show how they plan a meeting, how they fall
        out, and what they say to each other on the stairs.

        Then you do it: with your own next agenda, and with somebody from another pair who plays the person who always
        speaks first.

        Come as a pair. If your other half cannot come, come anyway, and we find you one for the evening.
        """,
    },
    {
        "slug": "three-questions-instead-of-nineteen",
        "title": "Three questions instead of nineteen",
        "summary": "Young people who have given out £60,000 show funders what they asked, whom they rang, and what "
        "they left off the form.",
        "event_kind": "workshop",
        "by": "joanna",
        "age": 14,
        "edited": 14,
        "themes": "young-people funding",
        "areas": "brent london",
        "venue": "weavers-hall",
        "event_format": "in-person",
        "hours": ((17, 0), (19, 30)),
        "capacity": 50,
        "guests": {"confirmed": 6, "members": "kofi"},
        "access_note": "Step-free, hearing loop, quiet room. Funders stand up for the first half hour and young "
        "people sit.",
        "body": """
        Funders: bring your form. All of it. It will be read aloud by somebody aged sixteen.

        Young people: bring a friend. You are paid £14 an hour, and there is food at five, before anything else.

        ::: related How it began
        young-people-marked-our-bids
        :::
        """,
    },
]
