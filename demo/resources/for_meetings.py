"""Resources for meetings, and for being understood."""

RESOURCES = [
    {
        "slug": "four-questions-method",
        "title": "Four questions for a listening table",
        "resource_kind": "method",
        "document": "four-questions",
        "summary": "A method for hearing twelve people in a kitchen or ninety in a hall: four rounds of twenty "
        "minutes, cards first.",
        "by": "joanna",
        "age": 330,
        "edited": 58,
        "checked": (58, 122),
        "themes": "deciding-together running-a-group",
        "areas": "southwark london",
        "what": "Four questions in a fixed order: what is good, what is the problem, what has changed, what should "
        "be true in three years. For each, three minutes of writing in silence and then ten of reading aloud.",
        "why": "Silence lets people in who need time, or who think in another language. And whoever has said what is "
        "good can say what is wrong without feeling disloyal.",
        "time_needed": "Two hours with supper",
        "source": "Common Thread",
    },
    {
        "slug": "access-needs-form",
        "title": "What would make it possible for you to take part? A form",
        "resource_kind": "form",
        "document": "access-needs-form",
        "summary": "One page about access needs that asks what helps, never what somebody has. Use it for meetings "
        "and for volunteers.",
        "by": "theo",
        "age": 355,
        "edited": 31,
        "checked": (31, 150),
        "themes": "access running-a-group volunteering",
        "areas": "haringey",
        "what": "A form that can be printed, read aloud on the telephone, or copied into an e-mail.",
        "why": "It is shorter than most, because it was tested on people who hate forms. The last question, about "
        "what we should not do, was added by a man who had been hugged.",
        "time_needed": "Five minutes each",
        "source": "Say It Plain, Haringey",
        "body": """
        ::: file access-needs-zh | What you can ask for, in Chinese
        :::
        """,
    },
    {
        "slug": "booking-an-interpreter",
        "title": "Booking an interpreter: a checklist",
        "resource_kind": "guide",
        "document": "interpreter-checklist",
        "summary": "What to arrange for spoken and signed languages four weeks before, one week before and on the "
        "day, with what it costs.",
        "by": "ionela",
        "age": 228,
        "edited": 76,
        "checked": (76, 104),
        "themes": "languages access",
        "areas": "brent",
        "what": "A page and a half by eleven community interpreters.",
        "why": "Most of what goes wrong with interpreting goes wrong before the interpreter arrives. You can print "
        "it and give it to whoever will speak.",
        "time_needed": "Half an hour, four weeks before",
        "source": "Brent Community Interpreters",
        "body": """
        ::: quote Ionela Dumitru | interpreter
        I had to interpret "blue-sky thinking" into Romanian for a room of people who had come about a leaking roof.
        :::

        ::: file interpreter-zh | You can ask for an interpreter, in Chinese
        :::
        """,
    },
    {
        "slug": "your-meeting-in-easy-read",
        "title": "Your meeting, in easy read",
        "resource_kind": "easy-read",
        "document": "your-meeting-easy-read",
        "summary": "What happens before, at and after a meeting, and what you can ask for. Large type, a small "
        "picture beside each line.",
        "by": "theo",
        "age": 276,
        "edited": 276,
        "checked": (64, 116),
        "themes": "access running-a-group",
        "areas": "haringey london",
        "what": "Three pages in easy read. Send them with your invitation.",
        "why": "People want to know who will be at the door, when the break is, and whether they have to speak. "
        "Almost no invitation says so.",
        "time_needed": "Five minutes to read together",
        "source": "Say It Plain, Haringey",
        "licence": "CC-BY-SA-4.0",
    },
    {
        "slug": "working-with-councillors",
        "title": "Working with councillors: a guide for small groups",
        "resource_kind": "guide",
        "document": "working-with-councillors",
        "summary": "How to meet a ward councillor, what to ask for, what they cannot do, and how to say thank you.",
        "by": "bernadette",
        "age": 189,
        "edited": 189,
        "checked": (101, 79),
        "themes": "councils-and-nhs deciding-together",
        "areas": "camden london",
        "what": "Two pages by eleven members of the network, two of them former councillors.",
        "why": "Groups often ask a councillor for the one thing that a councillor cannot do. Then both are "
        "disappointed, and it takes four years to try again.",
        "time_needed": "Twenty minutes before you write",
        "source": "Common Thread",
    },
]
