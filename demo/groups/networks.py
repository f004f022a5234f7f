"""The group Network builders."""

GROUP = {
    "slug": "network-builders",
    "name": "Network builders",
    "summary": "For people who connect people, on purpose or by accident. Maps, wool, shared diaries, and letting go.",
    "description": "Most of us never applied for this. We found that everybody rang us, and wondered what to do "
    "about it.\n\nWe learn by doing: each time one of us brings a real network, and we look at it together for an "
    "hour. Twice a year we visit each other's places for three days.",
    "meets": "Last Thursday of the month, 10am to 11.30am, online; in June and October in somebody's hall",
    "age": 388,
    "themes": "networks sharing-things volunteering",
    "works_with": "map-who-is-around-you",
    "areas": "barking-and-dagenham shropshire london",
    "members": "samuel gwen parveen yusuf bernadette tom meilin alun",
    "topics": [
        (
            "What happens to a network when one person leaves?",
            (
                "samuel",
                96,
                "We have lost two people who held a lot of threads. One told us a month before, one did not tell us. "
                "What do you do so that it does not all come apart?",
            ),
            ("gwen", 95, "We make people take three weeks off in the summer, and see what stops. Then we know."),
            ("parveen", 95, "After the notebook on the bus: two people know everything. Always."),
            (
                "yusuf",
                93,
                "In our kitchen every task has a teacher and a pupil. The pupil is usually older. It is good for the "
                "teacher.",
            ),
            ("samuel", 90, "Three weeks off is going into the toolkit, if Gwen lets me steal it."),
            ("gwen", 90, "It is not stealing if you bring it back clean."),
        ),
        (
            "Which diary do you use for rooms?",
            (
                "yusuf",
                27,
                "We would like to share three rooms with a mosque and a nursery. Gwen, what do you use? It must be "
                "possible to use it without a computer.",
            ),
            (
                "gwen",
                27,
                "A shared calendar with one colour for each hall, £11 a month. And a telephone, between nine and "
                "ten. The telephone is the important part. Mrs Beddoes is ninety-one and books by postcard.",
            ),
            (
                "tom",
                26,
                "Whichever calendar you choose, see that it can give you everything as a file, so that you can move "
                "out again.",
            ),
            ("yusuf", 25, "Telephone first. I understand. We have somebody who would love to answer it."),
            (
                "alun",
                6,
                "Hello, I am new. I drive one of the minibuses that are in that diary. If you share anything with "
                "wheels, ask the driver before you promise it! No hard feelings, Gwen.",
            ),
            ("gwen", 6, "He is right. It is in the case study under what did not work. That is Alun."),
        ),
        (
            "Next exchange: who has a spare bed?",
            ("gwen", 15, "June in Shropshire, October in Camden. I have beds for five. Bring boots."),
            ("bernadette", 15, "I have a sofa and a view of the railway. Two if they are friends."),
            (
                "meilin",
                14,
                "The fund can pay fares and somebody to stand in for you. Tell me by the end of the month. Please do "
                "not be shy, it was £612 last time, I have spent more on a banner.",
            ),
            ("parveen", 12, "I would like to come to Shropshire. I have never seen a hill with nothing on it."),
        ),
        (
            "Is there a charter mark for networks?",
            (
                "parveen",
                74,
                "We have one for volunteering. A council asked me whether there is one for networks, because they "
                "want to know whom to fund.",
            ),
            (
                "samuel",
                74,
                "I hope not! The day there is a mark for it, people will have networks in order to get the mark.",
            ),
            (
                "meilin",
                73,
                "As a funder: I would not want a mark. I would like to ring three people and ask when they last "
                "heard from each other.",
            ),
            ("parveen", 72, "I will tell them that. It is cheaper as well."),
        ),
    ],
}
