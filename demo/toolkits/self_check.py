"""How a group checks how well it co-produces."""

from .shape import Step, Toolkit

TOOLKIT = Toolkit(
    slug="check-how-well-you-co-produce",
    title="Check how well you co-produce",
    summary="A self-evaluation in one afternoon: ten statements, one example for each number, and a plan with three "
    "lines. No score to show to funders.",
    by="dilek",
    age=241,
    edited=44,
    checked=(44, 138),
    cover="",
    themes="learning-from-mistakes deciding-together",
    who_for="Groups that have worked together for at least six months",
    time_needed="Three hours together, ten minutes alone",
    introduction="""
        We looked at fourteen self-evaluation tools before we made this one. Most give you a number and a colour. Ours
        were always amber. So we took the numbers out again, nearly.

        What is left is a way to find the places where the people who are paid and the people who are not see different
        things. That gap is what you talk about. It is worth more than any average.
        """,
    files=(("self-evaluation-sheet", "template"),),
    steps=[
        Step(
            "Fill in the sheet alone",
            "Before anybody has heard anybody else.",
            10,
            "Everyone in the group, paid or not, at home or in a quiet corner",
            """
            Ten statements, a number from 0 to 4, and **one time when you saw it**. A number without an example does not
            count. Offer it on paper, read aloud, or over the telephone.
            """,
            template="self-evaluation-sheet",
        ),
        Step(
            "Add it up in three heaps",
            "Staff, people who get a fee, volunteers.",
            30,
            "One person from another group, who adds up and keeps quiet",
            """
            Do not add up persons. For each statement, write the middle number of each heap on the wall.

            ::: table How one of ours looked
            Statement | Staff | Paid a fee | Volunteers
            They can stop something | 3 | 1 | 1
            They are paid on time | 4 | 1 | does not apply
            I know what happened to what I said | 3 | 2 | 0
            We dropped something that did not work | 2 | 2 | 2
            :::

            Look for the widest gap, not for the lowest number.
            """,
        ),
        Step(
            "Tell the examples",
            "Only examples. No explanations.",
            60,
            "Everybody, in a circle, without tables",
            """
            Take the three statements with the widest gap. Whoever wants to, reads their example. Nobody answers.

            ::: tip
            Ask the visitor from the other group to hold a stone. Whoever begins with "But the reason for that was"
            is handed the stone and stops. It works better than it sounds.
            :::

            ::: quote A nurse | on a discharge panel
            I had given us a four for "paid on time". Then Denise read out the dates. I did not say anything for the
            rest of the afternoon. It was the most useful afternoon of that year.
            :::
            """,
        ),
        Step(
            "Write three lines",
            "Stop one thing, start one thing, keep one thing.",
            30,
            "Everybody",
            """
            Each line has a name and a month. The name of a paid person for at least two of them: they have the hours.

            ::: questions
            # Should we send the numbers to our funder?
            No. Send the three lines. If a funder asks for numbers, they will be fours next year.

            # How often should we do it?
            Once a year, with a different visitor.
            :::
            """,
        ),
    ],
)
