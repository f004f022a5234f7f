"""How to pay people for their time."""

from .shape import Step, Toolkit, Used, Version

TOOLKIT = Toolkit(
    slug="pay-people-for-their-time",
    title="Pay people for their time",
    summary="Set a rate, write one page of rules, get the money to people within ten working days, and keep their "
    "benefits safe while you do it.",
    by="winston",
    age=371,
    edited=33,
    checked=(33, 150),
    cover="",
    themes="paying-people funding running-a-group",
    who_for="Groups, charities and public bodies that ask people for more than a survey",
    time_needed="Six to eight weeks, most of it waiting for finance",
    introduction="""
        Everybody agrees that people should be paid. Then somebody in finance asks for a supplier number, and four
        months later a carer is still waiting for £45. This toolkit is about those four months.

        It was written by the group Paid and fair, whose members sit on eleven panels in seven boroughs. The rates in it
        are what we were really paid last year, not what anybody recommends.

        ::: warning
        This is not advice about benefits or tax. The rules change, and they depend on the person. Everybody who gets
        benefits should speak to an adviser **before** the first payment, and you should pay for that hour.
        :::
        """,
    files=(("claim-form", "template"), ("year-budget", "example"), ("getting-paid-easy-read", "easy-read")),
    steps=[
        Step(
            "Agree what is work",
            "Write a list before you write a rate.",
            45,
            "Three people who will be paid, one who will pay",
            """
            Put everything that you ask of people on cards: coming to the meeting, reading 60 pages, ringing a
            neighbour, checking a poster, being filmed. Sort them into three heaps.

            ::: table What our members' panels pay for
            Heap | Examples | What is paid
            Work | Meetings, reading, interviews, training others | A fee by the hour
            Cost | Travel, care, data, lunch | All of it, on the day if possible
            A gift | Filling in a survey, coming to a party | Thanks, and something to eat
            :::

            If you cannot agree on a card, it is work.
            """,
            example="""
            The repairs panel in Newham sorted 31 cards in 40 minutes. 22 were work, 7 were cost, 2 were a gift. The
            card that took longest was *answering messages in the evening*. It is work now, an hour a month.
            """,
            case_study="a-repairs-panel-that-could-stop-the-work",
        ),
        Step(
            "Set one rate and publish it",
            "Whoever asks for more should not get more.",
            60,
            "The same people, and whoever holds the budget",
            """
            Look at three numbers: the London Living Wage, what your own staff earn for the same hour, and what you
            pay a consultant. Ours pay between £12 and £25 an hour; most pay £15. Chairs get £18.

            Pay everybody the same for the same task, professors too. Publish the rate on your website, so that nobody
            has to be brave to ask about it.

            ::: quote Dilek Yılmaz | peer researcher
            When I saw the rate on the poster I thought: so it is a job, then. I ironed a shirt.
            :::
            """,
            example="""
            *£15 an hour for everybody, reading counts, £18 for whoever chairs. Travel and care on top. Paid within ten
            working days. Ring Winston if not.* It is the whole poster, and it hangs in the lift.
            """,
            case_study="young-people-marked-our-bids",
        ),
        Step(
            "Write the page that finance needs",
            "One page that answers the seven things that always hold it up.",
            120,
            "You and a finance officer, in the same room",
            """
            Go and sit with them. Bring the claim form and the budget. Ask what would make them say no, and write the
            answer down as a rule. There are seven usual reasons, and each has been solved somewhere: see the
            [briefing for finance teams](page:small-print-of-paying-people).

            ::: steps
            # Say that the claim form is the invoice
            Then nobody needs to be a supplier.

            # Ask for a float
            £600 in petty cash pays a panel of twelve on the day.

            # Put a date on it
            Ten working days. Put a person's name beside it.
            :::
            """,
            template="claim-form",
            example="""
            Bernice filled it in on a Tuesday and had the money on the Friday. She had forgotten the hour of reading:
            Winston asked, and wrote it in with her.
            """,
            example_file="claim-form-filled-in",
            case_study="a-repairs-panel-that-could-stop-the-work",
        ),
        Step(
            "Talk about benefits before anybody is paid",
            "One quiet conversation each, with somebody who knows the rules.",
            40,
            "The person, and an adviser who does not work for you",
            """
            Offer it to everybody, so that nobody has to say that they get benefits. Ask the adviser to write down for
            each person how much they may be paid and what they have to report.

            ::: questions
            # May we give vouchers instead?
            They may count as money all the same. Do not use them as a way round the rules, or the person will be the
            one who pays for it.

            # What if somebody wants no money?
            They decide. Keep their fee in the budget, and ask again in six months. Reasons change.

            # Can they give the fee to our charity?
            Only after it has been paid to them, and nobody may suggest it.
            :::
            """,
            example="""
            What the adviser wrote down for one person: *up to £20 a week without telling anybody; above that, report it
            in the same week, and here is the number to ring.* One card, in her handbag.
            """,
            case_study="my-first-paid-meeting",
        ),
        Step(
            "Pay, and check that it arrived",
            "The last metre is where it goes wrong.",
            20,
            "A support worker with a list",
            """
            Two weeks after each meeting, ring three people and ask whether the money is there. Not an e-mail: ring.

            Put one line into the notes of every meeting: *paid on time: 11 of 12*. It has done more for us than any
            policy.

            ::: file claim-form | The claim form, one page
            :::

            ::: file year-budget | What a year cost a group of twelve
            :::
            """,
            example="""
            From the notes of 18 March: *paid on time: 11 of 12. Kofi's went to his old account; rung the bank with him,
            there on Monday.*
            """,
            case_study="carers-wrote-the-discharge-letter",
        ),
    ],
    versions=(
        Version(
            age=190,
            note="Step 3 has a claim form that somebody really filled in, with what went wrong on it.",
            steps=(3,),
            files=(("claim-form-filled-in", "example"),),
        ),
        Version(age=120, note="The telephone number in step 5 has changed.", is_small=True),
        Version(
            age=33,
            note="Each step now has an example and says which case study it came from. Step 5 has a clearer name.",
            steps=(1, 2, 4, 5),
            retitled={5: "Make the payment"},
        ),
    ),
    used=(
        Used(
            who="denise",
            days=150,
            place="A patients' panel in Lewisham",
            text="We used steps 1 to 3. The cards took an hour and a half, because nobody agreed about the reading. It "
            "is paid now.\n\nWhat did not work: our finance team wanted a signature on paper all the same. We "
            "drive round with a clipboard.",
        ),
        Used(
            who="kofi",
            days=41,
            place="Tenants' association, Stratford",
            text="We put the rate on a poster as in step 2. Two people came who had never come before, and one of them "
            "said it was because of the poster. We had budgeted for eight people and now we are eleven.",
        ),
        Used(
            who="gwen",
            days=2,
            place="A school in Walthamstow",
            text="We paid the parents on the governors' working group. The head was worried about the tax. Step 4 "
            "helped, but the adviser had no time until May.",
            status="waiting",
        ),
        Used(
            who="samuel",
            days=64,
            text="Great toolkit!! Ask me about our payroll software.",
            status="declined",
            reason="Thank you for reading it. Here we show what happened when somebody used the toolkit. If you have "
            "paid people with it, tell us how it went, without the software.",
        ),
    ),
    followers=(("denise", 3), ("kofi", 3), ("meilin", 2), ("payroll@example.org", 3), ("nadia.f@example.org", 2)),
    asked=("new.reader@example.org",),
)
