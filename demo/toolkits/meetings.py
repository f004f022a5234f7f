"""How to plan a meeting that nobody is shut out of. Fully translated: see `demo.translations`."""

from .shape import Step, Toolkit

TOOLKIT = Toolkit(
    slug="a-meeting-everyone-can-take-part-in",
    title="A meeting that everyone can take part in",
    summary="Five steps from the invitation to the thank-you, so that people who are usually left out can come, "
    "follow and be heard.",
    by="rosa",
    looked_after_by="theo",
    age=398,
    edited=12,
    checked=(12, 170),
    cover="round-table",
    themes="access running-a-group languages",
    who_for="Anybody who calls a meeting of five to forty people",
    time_needed="Four weeks, about six hours of work in all",
    introduction="""
        Most meetings are planned around the people who came to the last one. This toolkit begins with those who did
        not. It was put together by carers, interpreters, wheelchair users and one very patient caretaker, and it has
        been tried in church halls, libraries and on video calls.

        ::: tip
        Do you only have one hour? Do step 2 and step 5. They cost the least and change the most.
        :::
        """,
    files=(("meeting-plan", "template"), ("access-needs-form", "template"), ("your-meeting-easy-read", "easy-read")),
    steps=[
        Step(
            "Decide what will be different afterwards",
            "If nothing will be different, send a letter instead.",
            30,
            "Two people who call the meeting, one of them a resident",
            """
            Finish this sentence together, in one line: **After this meeting, ...**

            Then write down what has been decided already and cannot be changed. Say it in the invitation. People do not
            mind limits. They mind finding out about them in the second hour.

            ::: quote Winston | chair of a residents' panel
            We were asked to choose the colour of a bus shelter. Nobody had told us that there was no bus.
            :::
            """,
        ),
        Step(
            "Ask people what they need",
            "You cannot guess it, and you do not have to.",
            60,
            "One person with a telephone",
            """
            Ring the people you most want to see, four weeks before. Ask three questions and write down the answers:

            - What has made a meeting good for you?
            - What would stop you from coming to this one?
            - In which language would you like to speak, and in which would you like to read?

            Send the form to all others. Only the people who organise the meeting read it.

            ::: warning
            Never ask what somebody has. Ask what helps.
            :::
            """,
            template="access-needs-form",
        ),
        Step(
            "Choose the room with your feet",
            "A photograph does not show the step.",
            90,
            "The organiser and somebody who uses a wheelchair or a pram",
            """
            Walk from the bus stop to the chair. Open every door, the toilet's too. Clap your hands: if it rings, nobody
            with a hearing aid will follow a word.

            ::: table What to look for
            Where | Good enough | Not good enough
            The way in | The same door for everybody | A ramp by the bins, key from the office
            The sound | A hearing loop that somebody has tested today | A sticker that says there is one
            The light | Faces in the light | The speaker in front of a window
            A place to rest | A small room with a door and two chairs | The corridor
            :::
            """,
        ),
        Step(
            "Send the papers ten days before",
            "Whoever gets them on the evening before has not been invited to decide.",
            120,
            "The organiser and one reader who was not there when they were written",
            """
            Two pages at most, in type of 14 points or larger. Begin with what people are asked to decide. Give the same
            papers to the interpreters.

            ::: questions
            # Does everything have to be in easy read?
            No. But whatever is to be decided has to be. A page and a half is usually enough.

            # What if the figures only arrive the day before?
            Then take that point off the agenda. You do this once. After that the figures arrive in time.
            :::
            """,
        ),
        Step(
            "Hold it, thank people, and ring who was missing",
            "The meeting ends when everybody knows what happens next.",
            150,
            "Everybody",
            """
            ::: steps
            # Meet people at the door
            Names on the first line of the badge, in large letters. No job titles.

            # Begin with the quietest question
            Everybody writes one card before anybody speaks.

            # Stop for fifteen minutes
            After forty-five minutes, whatever is going on.

            # Read out what was decided
            And who does what, by which day.

            # Pay people before they leave
            Or tell them the day on which it will be in their account.
            :::

            Within three days send one page of notes, and ring everyone who said they would come and did not. It is the
            most useful call you will make.

            ::: note
            Something will go wrong. Write down what it was, and bring it to the next meeting yourself.
            :::
            """,
            template="meeting-plan",
        ),
    ],
)
