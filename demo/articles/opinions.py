"""Articles that argue for something."""

ARTICLES = [
    {
        "slug": "partnership-is-a-word-people-have-stopped-believing",
        "title": "Partnership is a word people have stopped believing",
        "summary": "It has been used for so many one-sided arrangements that residents laugh when they hear it. It "
        "is worth saving all the same. Here is what it looks like when it is meant.",
        "by": "rosa",
        "byline": "Marguerite Hallam ran a volunteer centre for seventeen years and now teaches people who run "
        "charities.",
        "age": 194,
        "edited": 194,
        "themes": "councils-and-nhs volunteering funding",
        "areas": "london newham",
        "is_open_for_comments": False,
        "body": """
        Volunteering is local. It happens because a lift is broken, a child is lonely or a park is dirty, and most of it
        happens without anybody in an office knowing. I would not want it otherwise. But the best things I have seen
        happened when people who give their time and people who run public services planned something **together**,
        and neither was a guest.

        I say this knowing what the word has gone through. In my last five years I sat in eleven partnerships. In nine
        of them one side had the money, the minutes and the room, and the other had been invited to add colour. People
        noticed.

        ## What it looks like when it is meant

        In Newham two volunteers at a library desk sit down with job centre advisers once a month, without slides.
        Sixty-one people have started volunteering that way, and nineteen of them are in work. Elsewhere a group has
        had a desk inside a prison for the last six weeks of a sentence, so that somebody who comes out has a place to
        be on Monday. In a third place a surgery sends people to an allotment, and the allotment may send people to
        the surgery.

        What they share is dull. Somebody senior turns up every time. The volunteers saw the plan before it was a
        plan. And there is a line in the budget, a small one, that no one has to apologise for.

        ::: quote An adviser at a job centre
        I used to send people a link. Now I send them to Parveen. It takes me less time and it works.
        :::

        ## What we ask of anybody who stands for election

        Not promises about volunteering. We have enough of those. Let people into the design of services; pay them;
        fund for three years; keep one desk open in each borough. We have put it on a single page, and beside it a
        guide for small groups that have never talked to a councillor.

        ::: file partnership-briefing | Partnership that outlasts an election: the briefing
        :::

        ::: file working-with-councillors | Working with councillors: the guide
        :::

        Centres have closed this year, and others are wondering. It would be cheaper to keep them than to find out
        again what they did.
        """,
    },
    {
        "slug": "online-only-is-not-open",
        "comments_close": 150,
        "title": "Online only is not open",
        "summary": "When a borough replaces its volunteer centre with a website, it has not moved the door. It has "
        "bricked it up for the people who needed it most.",
        "by": "rosa",
        "author": "parveen",
        "age": 242,
        "edited": 242,
        "themes": "volunteering access",
        "areas": "newham wandsworth",
        "body": """
        I like websites. You are on one. But I have sat beside people for three years while they tried to use the one
        that replaced our volunteer centre, and I kept a tally.

        ::: table One hundred people who came to the desk
        What they told us | How many
        No computer, and a telephone with little data | 41
        Could not read the site well enough in English | 36
        Had made an account and never heard back | 28
        Had not known that there was a site | 52
        :::

        The numbers add up to more than a hundred, because trouble does.

        The people who manage on their own were always going to manage. They find the running club and the board that
        needs a treasurer. The ones we lose are those for whom volunteering would change something: the man who has
        not spoken to anybody since March, the woman whose English is as good as the next hundred conversations.

        ## What we should ask for

        - A place with a chair, in every borough, where a person can ask another person.
        - Boroughs without one paired with boroughs that have one. Wandsworth and Newham are an hour apart and share a
          rota now. It is not ideal. It is a chair.
        - One simple standard, so that when I send somebody through a door I know what is behind it. That is what the
          [charter mark](page:volunteer-charter-mark) is for.

        And then by all means a website. One that prints.
        """,
    },
    {
        "slug": "paying-people-is-not-the-hard-part",
        "title": "Paying people is not the hard part",
        "summary": "Deciding to pay takes one meeting. Getting £45 into the hand of somebody without a bank account "
        "takes four months, unless you start with the form.",
        "by": "rosa",
        "author": "winston",
        "age": 167,
        "edited": 167,
        "themes": "paying-people councils-and-nhs",
        "areas": "newham london",
        "body": """
        I drove a bus, so I know about timetables. Here is one.

        ::: table How £45 reached a member of our panel
        Day | What happened
        1 | She came to the meeting. Everybody agreed she should be paid.
        9 | She filled in a form with four pages. It asked for a VAT number.
        34 | The form came back, because of the VAT number.
        51 | A second form. She was now a supplier.
        77 | The invoice was missing. There was no invoice. She was told to write one.
        102 | She borrowed £40 from her sister to buy shoes for her son.
        118 | £45.
        :::

        Nobody was wicked. I met them all. There was Sandra in accounts, who was kind, and who had a system that knows
        two sorts of people: staff, and companies.

        So we sat down with Sandra. It took a morning. She told us seven things that made her stop a payment, and we
        solved all seven on one sheet of paper. The claim form counts as the invoice. The panel has a float. Ten
        working days, and Sandra's name at the foot.

        ::: file small-print-briefing | Take this with you: the seven things
        :::

        Since then thirty of thirty-one have been on time. The late one was mine. I had put it into my other coat.

        If your organisation says it believes in paying people, ask to see the form. The belief is in the form.
        """,
    },
    {
        "slug": "who-looks-after-the-toolkit",
        "title": "Who looks after the toolkit?",
        "summary": "A shared library goes stale from the first day. Why every page here has a name and a date, and "
        "what we do when the date has passed.",
        "by": "rosa",
        "author": "rosa",
        "age": 131,
        "edited": 131,
        "themes": "learning-from-mistakes networks",
        "areas": "london",
        "body": """
        Every few years somebody proposes one central place where all the toolkits, templates and advice are kept. I
        have worked for two of them. Both were beautiful on the day they opened. In the second one I found, five years
        on, a guide to a law that had been repealed, and 1,140 people had downloaded it that year.

        A library like that fails at a question that nobody asks at the launch: **what is good enough to be in it, and
        who keeps it true?**

        ## What we do here

        - Every toolkit and resource has a person, not an organisation. You can see who.
        - It says when it was checked, and when it will be next.
        - If that day has passed it says so, in a colour that nobody likes. One is overdue as I write. We leave it up,
          because it is still mostly right, and because it is honest.
        - Twice a year some of us sit in a room and try to use what is here. What we could not use we throw out.

        ## What we do not do

        We do not score things. We tried stars. People gave five to their friends.

        And we do not collect everything. There are 16 resources in here today. Last year there were 61. The ones that
        went were not bad. Nobody was willing to put their name to them, and that tells you something too.
        """,
    },
]
