"""The group Working inside the system, which one has to ask to join."""

GROUP = {
    "slug": "working-inside-the-system",
    "name": "Working inside the system",
    "summary": "For people who work in a council or the health service and try to do it differently. What is said "
    "here stays here.",
    "description": "A place to say what you cannot say in the office. We are commissioners, nurses, surveyors, "
    "librarians and one brave accountant.\n\nYou need to work in a public body, or have left one in the last two "
    "years. Harjit reads every request and usually answers within three days. We write down what was learned, never "
    "who said it.",
    "meets": "Every third Wednesday, 8am to 8.45am, online, before anybody notices",
    "joining": "on-request",
    "age": 320,
    "themes": "councils-and-nhs learning-from-mistakes",
    "areas": "london",
    "members": "harjit meilin tom dilek rosa",
    "asked": "ionela kofi",
    "topics": [
        (
            "How do you say no to your own boss?",
            (
                "harjit",
                44,
                "I have been asked to 'co-produce' something that was decided in May. I do not want to invite people "
                "to it. How do you say it without ending up in a cupboard?",
            ),
            (
                "meilin",
                44,
                "I say: I can run a briefing or I can run co-production, which one would you like in the minutes? It "
                "is the minutes that help.",
            ),
            (
                "rosa",
                43,
                "Write down the three things that are still open and send them for a yes. If no yes comes, you have "
                "your answer and it was not you who gave it.",
            ),
            (
                "dilek",
                43,
                "From the other side: we would rather be briefed honestly. Nobody minds that. Bring biscuits.",
            ),
            ("harjit", 37, "It is a briefing now. My boss said it was her idea. I let her have it."),
        ),
        (
            "Contracts that carers wrote",
            (
                "harjit",
                101,
                "Some of you asked how we did it. Six carers, four evenings, the old contract on the wall, and a "
                "marker for everything nobody understood. It went from 74 pages to 31. Legal put nine back.",
            ),
            ("tom", 100, "Which nine?"),
            (
                "harjit",
                100,
                "Insurance, mostly. And one clause that turned out to protect the carers. We had crossed it out with "
                "great joy.",
            ),
            ("meilin", 98, "That ought to be a case study."),
            (
                "harjit",
                97,
                "When the contract has run for a year, and not before. I have seen too many prizes for things that "
                "had not happened yet.",
            ),
        ),
        (
            "New rule about data: are we allowed to share the list?",
            (
                "rosa",
                9,
                "A surgery wants our list of groups with telephone numbers. Some of the numbers are people's own. "
                "What do you do?",
            ),
            (
                "harjit",
                9,
                "Ask each of them. It takes an afternoon. We lost five of sixty and gained the trust of the rest.",
            ),
            ("dilek", 8, "And ask what the surgery will do with it. The last one put it on a poster.", "removed"),
            (
                "dilek",
                8,
                "I took my last post away, because I named the surgery. What I meant: ask what they will do with it, "
                "and for how long.",
            ),
        ),
    ],
}
