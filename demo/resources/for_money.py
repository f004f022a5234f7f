"""Resources about money."""

RESOURCES = [
    {
        "slug": "claim-form",
        "title": "Claim form for fees and expenses",
        "resource_kind": "form",
        "document": "claim-form",
        "summary": "One page for time, travel, care and data. People choose how they are paid, and nobody has to "
        "find a printer.",
        "by": "winston",
        "age": 366,
        "edited": 33,
        "checked": (33, 150),
        "themes": "paying-people",
        "areas": "newham london",
        "what": "A claim form that works as a photograph of a piece of paper. There is a line for reading time and "
        "one for the person who looked after your mother.",
        "why": "The form that it replaced had four pages and asked for a supplier number. Of the first thirty-one "
        "claims on this one, thirty were paid within ten working days.",
        "time_needed": "Three minutes",
        "source": "Newham Residents' Panel",
    },
    {
        "slug": "a-year-of-co-production-budget",
        "title": "A year of co-production: what it costs a group of twelve",
        "resource_kind": "template",
        "document": "year-budget",
        "summary": "A worked budget of £24,618 with the real figures of one group, and the four questions that a "
        "treasurer will ask.",
        "by": "harjit",
        "age": 205,
        "edited": 49,
        "checked": (49, 131),
        "themes": "paying-people funding councils-and-nhs",
        "areas": "wandsworth london",
        "what": "A table to copy into your own bid: fees, reading time, travel, care, interpreters, easy read, room, "
        "support worker, and five per cent for what everybody forgets.",
        "why": "If it is in the bid it gets paid for. If it is not, it is taken from the biscuits.",
        "time_needed": "An hour with whoever holds the budget",
        "source": "Common Thread",
    },
    {
        "slug": "small-print-of-paying-people",
        "title": "The small print of paying people: a briefing for finance teams",
        "resource_kind": "briefing",
        "document": "small-print-briefing",
        "summary": "Seven reasons why payments are held up, and what somebody did about each of them. One page, to "
        "take with you.",
        "by": "harjit",
        "age": 380,
        "edited": 120,
        "checked": (120, 61),
        "themes": "paying-people councils-and-nhs",
        "areas": "london",
        "what": "A page to put on the desk of a finance officer. It was written with two of them.",
        "why": "Finance teams do not hold payments up out of spite. They have rules made for companies. Show them a "
        "rule made for people, and most are glad.",
        "time_needed": "Five minutes to read",
        "source": "Paid and fair, a peer-learning group",
    },
    {
        "slug": "getting-paid-in-easy-read",
        "title": "Getting paid for your time, in easy read",
        "resource_kind": "easy-read",
        "document": "getting-paid-easy-read",
        "summary": "What you can be paid for, how you get the money, and what to do first if you get benefits.",
        "by": "theo",
        "age": 252,
        "edited": 70,
        "checked": (70, 110),
        "themes": "paying-people access",
        "areas": "haringey london",
        "what": "Two pages in easy read, to hand out together with the claim form.",
        "why": "People have lost benefits because nobody told them to ask first. It says so in six words and a red "
        "cross.",
        "time_needed": "Five minutes to read together",
        "source": "Say It Plain, Haringey",
        "licence": "CC-BY-SA-4.0",
        "body": """
        ## In other languages

        ::: file getting-paid-zh | Getting paid for your time, in Chinese
        :::

        ::: file getting-paid-pl | Getting paid for your time, in Polish
        :::
        """,
    },
    {
        "slug": "partnership-that-outlasts-an-election",
        "title": "Partnership that outlasts an election: a briefing",
        "resource_kind": "briefing",
        "document": "partnership-briefing",
        "summary": "Five things to ask of everybody who stands for your council, why they are worth it, and three "
        "questions for officers.",
        "by": "rosa",
        "age": 196,
        "edited": 196,
        "checked": (196, 30),
        "themes": "councils-and-nhs funding volunteering",
        "areas": "london",
        "what": "One page for candidates and new councillors. Send it to all of them or to none.",
        "why": "Promises that are made before an election are easier to remember afterwards if somebody wrote them "
        "down.",
        "time_needed": "Four minutes to read",
        "source": "Common Thread",
        "body": """
        ::: warning
        If you are a charity, read the rules on campaigning before an election. Treat all candidates the same.
        :::
        """,
    },
]
