"""Resources for people who run groups and networks."""

RESOURCES = [
    {
        "slug": "co-chair-role",
        "title": "Role description for a resident co-chair",
        "resource_kind": "template",
        "document": "co-chair-role",
        "summary": "Two pages to change: what a co-chair does, does not do, is paid, and what happens when it does "
        "not work.",
        "by": "winston",
        "age": 402,
        "edited": 95,
        "checked": (95, 85),
        "themes": "running-a-group deciding-together paying-people",
        "areas": "newham",
        "what": "A role description for the resident half of a pair of co-chairs, as used by a residents' panel in "
        "Newham. Cross out what does not fit.",
        "why": "Without it the paid co-chair sets the agenda, because they are the one at a desk on Monday morning. "
        "The sentence about neither of you being able to take the other's item off has been worth all the rest.",
        "time_needed": "An hour, both co-chairs together",
        "source": "Newham Residents' Panel",
        "body": """
        ## How to use it

        Fill it in **with** the co-chair, after they have been to two meetings and before they say yes. Talk about the
        last section first. It is easier to agree how to stop while everybody is still cheerful.

        ::: quote Winston Clarke | retired bus driver and co-chair
        I drove a bus for thirty-one years. Nobody asked me to chair anything. It turns out to be much the same: you
        look in the mirror a lot.
        :::

        ## What the group itself may decide

        A chair can only be as strong as what the group was given. We fill in this one as well, before the first
        meeting.

        ::: file advisory-group-terms | Terms of reference for an advisory group
        :::
        """,
    },
    {
        "slug": "ground-rules",
        "title": "Ground rules that a group can change",
        "resource_kind": "template",
        "document": "ground-rules",
        "summary": "Ten rules to read aloud and argue about in your first meeting, and a way to decide when you "
        "cannot agree.",
        "by": "samuel",
        "age": 377,
        "edited": 377,
        "checked": (170, 12),
        "themes": "running-a-group deciding-together",
        "areas": "barking-and-dagenham",
        "what": "A first draft of ground rules, made to be changed. Groups that have used it dropped two rules on "
        "average and added one. Nobody has ever dropped the one about letters and short words.",
        "why": "Rules that are handed out are not rules, they are wallpaper. Forty minutes of arguing about them is "
        "the cheapest way to find out who is in the room.",
        "time_needed": "Forty minutes in your first meeting",
        "source": "Roding Networks",
    },
    {
        "slug": "hosting-agreement",
        "title": "Agreement between a network and its host",
        "resource_kind": "policy",
        "document": "hosting-agreement",
        "summary": "Who decides what when an organisation holds the money and employs the coordinator of a network "
        "that is not a legal body itself.",
        "by": "samuel",
        "age": 301,
        "edited": 40,
        "checked": (40, 325),
        "themes": "networks funding",
        "areas": "barking-and-dagenham london",
        "what": "A template of two pages. It leaves to the host what the law says a host must decide, and everything "
        "else to the network.",
        "why": "Most hosts mean well. Then there is a hard year, and a reserve of £11,000 that belongs to the "
        "network looks very much like a reserve. It happened to us; see the article on networks without a boss.",
        "time_needed": "Two conversations, and somebody who knows charity law",
        "source": "Roding Networks",
    },
    {
        "slug": "lending-agreement",
        "title": "Lending agreement for rooms and equipment",
        "resource_kind": "template",
        "document": "lending-agreement",
        "summary": "One page for lending a hall, a van or a set of display boards to another group without falling "
        "out about it.",
        "by": "gwen",
        "age": 263,
        "edited": 263,
        "checked": (365, 0),
        "themes": "sharing-things networks",
        "areas": "shropshire",
        "what": "One page, signed by two people, with a list of how it looked when it left and when it came back.",
        "why": "Forty village halls use it. In two years there were 312 loans and four quarrels, and all four were "
        "about tables. Rule six was added after a wedding.",
        "time_needed": "Ten minutes a loan",
        "source": "Marches Village Halls",
        "body": """
        ::: tip
        Ring your insurer once and ask about loans between groups. Write down the name of the person and the day. In our
        case it was included, and had been for years.
        :::
        """,
    },
    {
        "slug": "lifeboat-checklist",
        "title": "Lifeboat: a checklist for an organisation in trouble",
        "resource_kind": "guide",
        "document": "lifeboat-checklist",
        "summary": "The first ten days, three ways out, and how to close well. For trustees, on the evening when the "
        "figures do not add up.",
        "by": "meilin",
        "age": 214,
        "edited": 18,
        "checked": (18, 160),
        "themes": "funding learning-from-mistakes",
        "areas": "london",
        "what": "Two pages, written with nine people who have been through it: six whose organisation is still here, "
        "and three whose is not.",
        "why": "People ring a funder when there are two weeks of wages left. With ten weeks left there are three "
        "ways out. With two there is one.",
        "time_needed": "Ten minutes to read, ten days to do",
        "source": "Lantern Fund and the lifeboat members",
        "body": """
        If you need somebody to talk to tonight, write to us and put **lifeboat** into the subject. One of eleven people
        answers within two days. They are former treasurers, managers and one insolvency lawyer, they do it for nothing,
        and they do not tell your funders.

        ::: warning
        This is not legal advice. If you think that you cannot pay what you owe, get advice before you promise anything.
        :::
        """,
    },
    {
        "slug": "volunteer-charter-mark",
        "title": "The volunteer charter mark: nine things that are looked at",
        "resource_kind": "policy",
        "document": "charter-mark-standard",
        "summary": "What two visitors from other groups ask to see before they say that a volunteer will be looked "
        "after here.",
        "by": "parveen",
        "age": 166,
        "edited": 22,
        "checked": (22, 343),
        "themes": "volunteering",
        "areas": "newham wandsworth london",
        "what": "The whole standard, on two pages. There is no other document behind it.",
        "why": "The national quality marks are good, and cost more than many of our groups spend in a year. This one "
        "costs £40 or nothing. Peers look at it, not inspectors.",
        "time_needed": "A morning for the visit",
        "source": "Volunteer desks in Newham and Wandsworth",
        "body": """
        ## Who has it

        Nineteen groups so far, from a swimming club to a Sikh temple's kitchen. Seven got it at the second attempt.

        ::: questions
        # Who are the visitors?
        Volunteers and organisers from groups that have the mark, after half a day of training. There are 23 of them.
        They visit outside their own borough.

        # What if a visitor and a group know each other?
        They say so, and somebody else goes.
        :::
        """,
    },
]
