"""What the demo's self-evaluation asks: five sections on how well an organisation co-produces, in three versions."""

from tests.factories.evaluation import question, section

from ..markup import smart

PAYING, MEETING = "pay-people-for-their-time", "a-meeting-everyone-can-take-part-in"
LISTENING, MAPS = "hold-a-listening-event", "map-who-is-around-you"
VOLUNTEERS, SELF_CHECK = "welcome-volunteers-well", "check-how-well-you-co-produce"

MISSING = [
    "We work with whoever comes, and have not asked who is missing.",
    "We know who is missing, and have done nothing about it yet.",
    "We know who is missing, and have asked some of them what keeps them away.",
    "We go to those who are missing, change what keeps them away, and look again each year.",
]
# How the first version described it. The third has four levels, because nobody could tell the two in the middle apart.
MISSING_IN_FIVE = [
    MISSING[0],
    MISSING[1],
    "We have a list of groups that are missing.",
    "We have spoken to somebody from each of these groups.",
    MISSING[3],
]


def sections(world, version):
    """Return the sections of a version, 1 to 3, as the editor stores them."""

    def ask(name, text, easy, levels, *proposed, **fields):
        actions = [
            (up_to, smart(words), world.pages[slug] if slug else None, step) for up_to, words, slug, step in proposed
        ]
        fields["help"] = smart(fields.get("help", ""))
        fields.setdefault("new", False)
        described = [smart(level) for level in levels] if levels else 0
        return question(name, smart(text), levels=described, easy=smart(easy), proposed=actions, **fields)

    first, second, third = version == 1, version >= 2, version == 3
    who = [
        ask(
            "missing",
            "Do we know who is missing?",
            "Who is not here? Do we know?",
            MISSING if third else MISSING_IN_FIVE,
            (2, "Draw who is around you, and mark who never comes", MAPS, 2),
            (1, "Choose one question, and fill a wall with who it touches", MAPS, 1),
        ),
        ask(
            "finding",
            "How do people find their way to us?",
            "How do new people come to us?",
            [
                "The same people bring the same people.",
                "We put up posters and send e-mails.",
                "We ring people, and go where they already are.",
                "Others who know them bring them, and we ask each newcomer how they found us.",
            ],
            (2, "Invite by telephone, and mix the tables", LISTENING, 3),
        ),
        ask(
            "taking-part",
            "Can everybody take part in our meetings?",
            "Can everybody join in at meetings?",
            [
                "We meet where and when it suits the office.",
                "We put things right when somebody complains.",
                "We ask everybody beforehand what they need, and mostly do it.",
                "People with access needs check the room, the papers and the times, and are paid for it.",
            ],
            (2, "Ask people what they need before each meeting", MEETING, 2),
            help="Think of the last three meetings: the stairs, the papers, the language, the hour, the bus.",
        ),
    ]
    power = [
        ask(
            "early",
            "When do people come in?",
            "When do we ask people?",
            [
                "When the plan is finished, to hear what they think of it.",
                "When the plan is drafted, to improve it.",
                "Before there is a plan, to say what the problem is.",
                "They say what the problem is, and they are still there when the work is looked back on.",
            ],
            (2, "Decide together what will be different afterwards, before you invite", MEETING, 1),
        ),
        ask(
            "deciding",
            "Who decides?" if first else "Who has the last word?",
            "Who says yes or no?",
            [
                "The people who are paid to.",
                "They do, after listening.",
                "Both together, about some things, and everybody knows which.",
                "Both together, about everything that touches people's lives, money included.",
            ],
            (2, "Write down on one page who decides what, and sign it together", MEETING, 1),
        ),
        ask(
            "stopping",
            "Can people stop something?",
            "Can we stop a bad plan?",
            [
                "No.",
                "They can complain.",
                "They can put it off until it has been talked over.",
                "They can stop it, and it has happened.",
            ],
            (2, "Write three lines: stop one thing, start one thing, keep one thing", SELF_CHECK, 4),
        ),
    ]
    if first:
        power.append(ask("policy", "Do we have a written policy on co-production?", "Do we have rules on paper?", []))
    exchange = [
        ask(
            "paying",
            "Are people paid for their time?",
            "Do people get money for their time?",
            [
                "No, or only with a voucher now and then.",
                "Some are, if they ask.",
                "Everybody who works with us is offered the same rate.",
                "Everybody is offered the same rate, and advice about benefits before the first payment.",
            ],
            (2, "Set one rate, and publish it", PAYING, 2),
            (1, "Agree what is work, and what is a gift", PAYING, 1),
        ),
        ask(
            "arriving",
            "Does the money arrive?",
            "Does the money come on time?",
            [
                "We do not know.",
                "It takes more than a month.",
                "Mostly within a month.",
                "Within ten working days, and we ring people to check.",
            ],
            (2, "Two weeks after each meeting, ring three people and ask", PAYING, 5),
        ),
        ask(
            "volunteers",
            "How do we treat volunteers?",
            "Are we good to volunteers?",
            [
                "We use them for what nobody else wants to do.",
                "They have tasks, and somebody to ask.",
                "They have a role, their costs back, and a say in what they do.",
                "They have all this, they learn what they wanted to, and they tell others to come.",
            ],
            (2, "Write each role on one page", VOLUNTEERS, 2),
        ),
    ]
    if second:
        exchange.append(
            ask(
                "rate",
                "Is our rate published where everybody can read it?",
                "Can everybody see how much we pay?",
                [],
                (1, "Put the rate on your website, so that nobody has to be brave to ask", PAYING, 2),
            )
        )
    trust = [
        ask(
            "hard-things",
            "Can people say what goes wrong?" if version < 3 else "What happens when somebody says what goes wrong?",
            "Can we say bad things?" if version < 3 else "What happens when we say bad things?",
            [
                "Nobody says it.",
                "It is said in the corridor." if version < 3 else "It is written down, and that is all.",
                "It is said in the meeting." if version < 3 else "Somebody answers within a month.",
                "It is asked for, and those who say it are thanked."
                if version < 3
                else "Something changes, and they are told what.",
            ],
            (2, "Tell examples in a circle, without explanations", SELF_CHECK, 3),
            new=version == 3,
        ),
        ask(
            "partners",
            "Do we and our public partners respect what each is good at?",
            "Do the council and we respect each other?",
            [
                "One side sets the terms.",
                "We are consulted, and read about the result.",
                "We know one another's aims, and say so when they clash.",
                "Each leads on what it is best at, and both answer for the result.",
            ],
            (2, "Make three introductions between people who never met", MAPS, 4),
        ),
        ask(
            "hearing-back",
            "Do people hear what happened with what they said?",
            "Do people find out what we did?",
            [
                "No.",
                "If they ask.",
                "There is a report, some months later.",
                "Each of them hears within a month, in a way they can use, also when the answer is no.",
            ],
            (2, "Say what you did, and what you did not do, and why", LISTENING, 6),
        ),
    ]
    learning = [
        ask(
            "failing",
            "Do we tell others what did not work?",
            "Do we tell about mistakes?",
            [
                "We tell our funders that all went well.",
                "We talk about it among ourselves.",
                "We tell others if they ask.",
                "We publish it, so that nobody has to make the same mistake.",
            ],
            (2, "Look back once a year, with a visitor from another group", SELF_CHECK, 2),
        ),
        ask(
            "network",
            "Are we part of something larger?",
            "Do we work with other groups?",
            [
                "We work alone.",
                "We know of others.",
                "We meet others regularly, and share what we have.",
                "We share money, rooms and people with others, and decide some things together.",
            ],
            (2, "Draw a map of who is around you, and read it together", MAPS, 3),
        ),
    ]
    if third:
        learning.append(
            ask(
                "residents",
                "Has life become better for anybody, and how do we know?",
                "Is it better now? How do we know?",
                [
                    "We count meetings.",
                    "We ask people whether they were content.",
                    "We can name some things that changed, and who says so.",
                    "Those it is for decided what to look at, and they say that it changed.",
                ],
                (2, "Write four questions, and try them on a kitchen table", LISTENING, 2),
            )
        )
    return [
        section("people", *who, title="Who is in the room", easy="Who takes part", introduction=smart(
            "A place at the table is worth little to somebody who cannot get up the stairs.")),
        section("power", *power, title="Sharing power", easy="Who decides", introduction=smart(
            "Those whom a decision touches most should have a hand in it.")),
        section("exchange", *exchange, title="A fair exchange", easy="What people get for their time",
                introduction=smart("Everybody at the table gives something. Who gets what for it?")),
        section("trust", *trust, title="Trust", easy="Can we be honest with each other", introduction=smart(
            "Trust grows where hard things can be said, and where something follows from it.")),
        section("learning", *learning, title="Learning and connecting", easy="Do we learn, and work with others",
                introduction=smart("Especially from our mistakes, and from one another.")),
    ]  # fmt: skip
