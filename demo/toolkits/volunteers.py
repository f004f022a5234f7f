"""How to welcome volunteers well enough for the charter mark."""

from .shape import Step, Toolkit

TOOLKIT = Toolkit(
    slug="welcome-volunteers-well",
    title="Welcome volunteers well",
    summary="From the first telephone call to a good goodbye: what small groups do to earn the volunteer charter "
    "mark, with or without a paid coordinator.",
    by="parveen",
    age=158,
    edited=20,
    checked=(20, 190),
    cover="",
    themes="volunteering access running-a-group",
    areas="newham wandsworth london",
    who_for="Groups that depend on people who give their time, especially those without a volunteer manager",
    time_needed="A quarter of a year, an hour a week",
    introduction="""
        When our volunteer centre closed, people who wanted to help were sent to a website. Some found something. Those
        who did not have good English, or a computer, or much confidence, mostly did not.

        So a few of us wrote down what we would want from a place before we send a person there. It became a charter
        mark that any group can earn, for £40 or for nothing. These are the steps, in the order that we would do them.

        ::: related Before you start
        volunteer-charter-mark
        access-needs-form
        :::

        ::: file volunteering-zh | Ways to take part, in Chinese
        :::
        """,
    files=(("charter-mark-standard", "guide"),),
    steps=[
        Step(
            "Answer within seven days",
            "Most people who offer to help never hear back.",
            30,
            "One person, and somebody who does it when they are ill",
            """
            Look at the last five people who wrote or rang. When did you answer? Be honest; in our first round the
            middle was nineteen days, and two of the five were never answered at all.

            Agree whose job it is, and write three sentences that can be sent from a telephone at a bus stop.
            """,
        ),
        Step(
            "Write a role on one page",
            "People stay where they know what they are for.",
            60,
            "Somebody who does it now",
            """
            What you do, what you do not do, with whom, how long, what you get. Ask the person who does it now to
            write it. They know that it is mostly washing up.

            ::: tip
            Make one role that takes an hour and happens once. A third of our regulars began with it.
            :::
            """,
        ),
        Step(
            "Ask what they need, and what they would like to learn",
            "Two questions that change everything else.",
            45,
            "The new volunteer and a person with a name",
            """
            Use the same form that you use for meetings. Then ask what they would like to be able to do by the summer. A
            woman told us: to use the till. She works in a bank now; it was a small till, but it was hers.
            """,
            template="access-needs-form",
        ),
        Step(
            "Never let anybody be out of pocket",
            "A bus fare is a reason to stay at home.",
            20,
            "Whoever holds the cash box",
            """
            Pay fares on the day, in cash, without being asked. For most groups it comes to less than £300 a year. If
            you cannot afford that, tell the funder so; it is the easiest £300 you will ever raise.
            """,
        ),
        Step(
            "Check what has to be checked, and no more",
            "Safe does not mean slow.",
            90,
            "A trustee and somebody who has done it before",
            """
            ::: table What a role usually needs
            Role | References | Criminal record check | Insurance
            Making tea at a public lunch | none | none | public liability
            Driving members | one | ask for advice | vehicle, and the driver's own
            Being alone with children or adults at risk | two | yes, before the first day | public liability
            :::

            ::: warning
            Do not ask for a check that the law does not allow for that role. It keeps people out, and it is not yours
            to know.
            :::
            """,
        ),
        Step(
            "Ask for the visit",
            "Two people from other groups, one morning, a pot of tea.",
            180,
            "The two visitors, and any three of your volunteers",
            """
            They look at nine things and tell you the same day. If one is missing, one of them helps you with it. Nobody
            is told that you tried.
            """,
        ),
        Step(
            "Say goodbye well",
            "People who leave well come back, or send their sister.",
            20,
            "Everybody who worked with them",
            """
            Cake, a card with a real sentence in it, and an offer to be their reference. Ask one question: what should
            we have told you on your first day?
            """,
        ),
    ],
)
