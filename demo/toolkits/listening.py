"""How to hold a listening event and do something with what was heard."""

from .shape import Step, Toolkit, Used, Version

TOOLKIT = Toolkit(
    slug="hold-a-listening-event",
    title="Hold a listening event",
    summary="Four questions, ten tables, one evening: how to hear up to ninety people, write it down in their words, "
    "and show what came of it.",
    by="joanna",
    age=322,
    edited=61,
    checked=(61, 120),
    cover="voices",
    themes="deciding-together councils-and-nhs running-a-group",
    areas="southwark london",
    who_for="Councils, health bodies and networks at the start of a plan, before anything is written",
    time_needed="Eight weeks of getting ready, one evening, six weeks afterwards",
    introduction="""
        A listening event is not a consultation. There is no draft. Nobody presents slides about the vision. People sit
        at small tables and answer the same four questions, and somebody writes down what they say.

        We held one in Southwark with 75 people from voluntary groups, the council and the health service, and we have
        kept what worked. What did not work is in here too, mostly in the yellow boxes.

        ::: picture voices | Everybody at once is what it sounds like. That is a good sign.
        :::
        """,
    files=(("four-questions", "guide"), ("listening-event-budget", "example"), ("listening-easy-read", "easy-read")),
    steps=[
        Step(
            "Find out whether anybody is listening",
            "Do not invite 75 people to talk to a flip chart.",
            60,
            "You, and the person who can decide",
            """
            Before you book a room, get three answers in writing from whoever will write the plan.

            1. What is still open? Name at least three things.
            2. Who of you will sit at a table all evening, and not leave after the welcome?
            3. By which day will you say in public what you are going to do with it?

            ::: warning
            If the answer to the first question is "the wording", do not hold the event. Send a letter.
            :::
            """,
            example="""
            What we got in writing from the director: *open are the hours, who answers the telephone, and what happens
            to the building. I will sit at table four. I will say what we do on 30 June, in the library.*
            """,
            case_study="the-gym-that-asked-what-keeps-people-out",
        ),
        Step(
            "Write four questions and try them on a kitchen",
            "A good question can be answered by somebody who has not read anything.",
            90,
            "Five or six residents who will tell you the truth",
            """
            Start from these, and put your own subject into them. Keep the order.

            - What is good here already?
            - What is the problem that this should solve?
            - What has changed?
            - What should be true in three years?

            Then ask somebody's aunt. If she says "what do you mean?", the question goes back. Ours went back four
            times.
            """,
            template="four-questions",
            example="""
            Table six, nine people, twenty minutes for each question, typed as it was said. The scribe noted that the
            third question was too wide.
            """,
            example_file="four-questions-filled-in",
            case_study="the-gym-that-asked-what-keeps-people-out",
        ),
        Step(
            "Invite by telephone, and mix the tables",
            "Whoever comes decides what you hear.",
            240,
            "Three people who know different streets",
            """
            For 75 people we sent 410 e-mails, which brought 22. The other 53 came because somebody they know rang them.

            Put people at tables by hand: at each one a third from public bodies, two thirds from everywhere else, and
            never a manager with their own staff.

            ::: table Who came to ours
            From where | Invited | Came
            Voluntary and community groups | 260 | 41
            Residents who belong to no group | 30 | 12
            Council members and officers | 70 | 14
            Health service | 50 | 8
            :::

            ::: note
            Twelve residents out of 75 was not enough. Next time we would ring them first, and the officers last.
            :::
            """,
            example="""
            One page from the telephone list: 14 names, who rings them (never the council), at what time of day they are
            in, and what they said. Five came, two sent a neighbour.
            """,
            case_study="the-food-network-that-stopped-counting-parcels",
        ),
        Step(
            "Hold the evening",
            "Twenty minutes for each question, and supper.",
            180,
            "Everybody, with a host and a scribe at each table",
            """
            ::: steps
            # Welcome, ten minutes
            One person says why we are here. One person says what has been decided already.

            # Four rounds, twenty minutes each
            A bell after each. Silence and cards first, talking after.

            # Supper in the middle
            Rice, not crisps. People who have eaten together argue better.

            # Two cards from each table
            Read aloud by whoever wrote them, or by the host.

            # The fifth question, at the door
            What should we have asked?
            :::

            ::: video https://vimeo.com/76979871 | A round at table six, with captions
            **Host:** I am going to read the question twice. What is good here already, that nobody should break?

            **A woman in a blue coat:** The lady on the desk at the library. She knows who I am. That is it. That is the
            whole card.

            **A man with a bicycle helmet:** Mine says nearly the same. It says: there is a door, and it is open.

            *(They laugh. The host puts both cards on top of each other.)*

            This demo has no film of its own: the link leads to a stand-in.
            :::
            """,
            example="""
            The running order that hung on the wall: *6.00 soup, 6.20 welcome, 6.30 first question, 6.50 second, 7.10
            supper, 7.40 third, 8.00 fourth, 8.20 cards, 8.40 home.* We were eleven minutes late, all of it supper.
            """,
            case_study="the-desk-in-the-library",
        ),
        Step(
            "Type it up as it was said",
            "The report is theirs before it is yours.",
            300,
            "Two scribes and a pot of coffee",
            """
            Within a week, send everybody all the cards, typed and not tidied, sorted by question. Only then look for
            themes, and do it with four people who were there.

            ::: quote From a table in Southwark
            We are asked what our value is. Nobody has asked what value the council and the hospital bring. I would like
            to hear that. I would bring cake.
            :::

            That card became the subject of the next event.
            """,
            example="""
            Three cards as they were typed: *"I am asked the same thing by five people." "More of us have phones. Fewer
            of us answer them." "There is cake."* Nobody corrected the third.
            """,
            case_study="the-desk-in-the-library",
        ),
        Step(
            "Say what you did",
            "Six weeks, in public, line by line.",
            120,
            "The person who can decide",
            """
            Make a table with three columns: what we heard, what we will do, what we will not do and why. The third
            column is the one that people read.

            ::: related See how it went
            working-with-councillors
            four-questions-method
            :::
            """,
            example="""
            One line of the table: *We heard: you ring three places. We will: one number from September, answered by a
            person. We will not: keep it open on Sundays; there is no money for it this year.*
            """,
            case_study="carers-wrote-the-discharge-letter",
        ),
    ],
    versions=(
        Version(
            age=140,
            note="Step 2 shows what one table answered, with the scribe's notes.",
            steps=(2,),
            files=(("four-questions-filled-in", "example"),),
        ),
        Version(
            age=61,
            note="Every step has an example now. The last step is called what it asks for.",
            steps=(1, 3, 4, 5, 6),
            retitled={6: "Report back"},
        ),
    ),
    used=(
        Used(
            who="ionela",
            days=88,
            place="A hospital in Camberwell",
            text="We held it with 40 patients and six consultants. The bell was the best idea. Two consultants left "
            "after the welcome, so we would now ask them to sign that they stay.",
        ),
        Used(
            who="alun",
            days=20,
            place="Deptford",
            text="Nine came, not ninety. We used one table and all four questions, and it took fifty minutes. It works "
            "small as well.",
        ),
    ),
    followers=(("ionela", 3), ("bernadette", 1), ("listening.fan@example.org", 3)),
)
