"""Case studies of networks, desks and halls."""

CASE_STUDIES = [
    {
        "slug": "the-food-network-that-stopped-counting-parcels",
        "title": "The food network that stopped counting parcels",
        "summary": "Twenty-three kitchens, shops and surgeries in Barking and Dagenham stopped reporting parcels and "
        "asked one question: who did not need one this week?",
        "by": "samuel",
        "age": 318,
        "edited": 27,
        "themes": "networks health-and-care learning-from-mistakes",
        "areas": "barking-and-dagenham",
        "cover": "cloth",
        "organisation": "A network of twenty-three groups; nobody leads it",
        "where": "Barking and Dagenham",
        "when": (830, 0),
        "people_count": 64,
        "payment": "expenses",
        "payment_note": "Residents who come to the monthly table get £20 and lunch; organisations pay for themselves",
        "toolkits": "map-who-is-around-you",
        "body": """
        We were good at parcels. There was a graph, and it went up. One day a woman who ran one of the kitchens said
        at a meeting: my graph goes up because things are getting worse. Why do we clap?

        ## Put the organisation second

        We agreed four things, and they still hang on the wall.

        - The person before the organisation. If somebody else can do it better, send them there, and the money too.
        - Every month the difficult conversation comes first on the agenda, not under any other business.
        - Anybody may come in. Nobody has to join.
        - All figures are open, the bad ones first.

        ## What a month looks like

        On the first Thursday whoever comes eats together. Somebody from a surgery sits next to somebody from a corner
        shop. We bring three situations, without names, and ask who could have known earlier. Then we ring each other
        less, because we have seen each other's faces.
        """,
        "who_took_part": "Nine community kitchens, four shops, three surgeries, two schools, a housing office, a "
        "debt adviser and three places of worship. About twenty residents come each month; sixty-four have come at "
        "least twice.",
        "how_people_were_found": "We made a map on a wall with wool. It showed that everybody knew one woman with a "
        "breakfast club, and that no surgery was on it at all. So she invited the surgeries.",
        "what_changed": """
        - 118 households that had been getting a parcel every week in the first winter do not need one now. Most of
          them got a benefit that was theirs already.
        - Two surgeries ring a kitchen before they write a letter.
        - Three of the groups have merged their vans. One has closed, on purpose, and gave its freezer away.
        """,
        "what_did_not_work": "The council wanted to know the number of parcels all the same, and for a year we kept "
        "two sets of figures. And we have no answer for people who work nights: our table is at noon.",
        "what_we_would_do_differently": "Tell the funder before we stop counting, not afterwards. It cost us £8,000 "
        "and a very quiet meeting. And start with the surgeries.",
    },
    {
        "slug": "the-desk-in-the-library",
        "title": "When the volunteer centre closed, a desk stayed open",
        "summary": "In Newham the volunteer centre closed. Two volunteers, a notebook and a desk in a library made "
        "214 matches in a year.",
        "by": "parveen",
        "age": 271,
        "edited": 15,
        "themes": "volunteering networks",
        "areas": "newham",
        "organisation": "The Volunteer Desk, Newham",
        "where": "A public library in Newham",
        "when": (560, 0),
        "people_count": 6,
        "payment": "expenses",
        "payment_note": "Fares and lunch. The two coordinators have shared a part-time wage since the second year.",
        "toolkits": "welcome-volunteers-well",
        "body": """
        When the centre closed, its telephone number was forwarded to a website for all of London. I tried it. It
        asked me to make an account and then offered me a role in Richmond.

        So we asked the library for a table. They gave us the one by the radiator.

        ## What we do

        Three mornings a week, somebody sits there. People do not come to volunteer. They come because they have lost
        a job, or a husband, or have just arrived. We drink tea and after a while we say: there is a garden that needs
        somebody on Fridays.

        Once a month I spend an hour with the advisers at the job centre. No presentation. I bring a list on paper of
        what there is this week, and they bring the names of people who would be good at it. Sixty-one people came
        that way in a year, and nineteen of them have jobs now.

        ::: quote Parveen Akhtar | The Volunteer Desk
        A website cannot see that you have been crying in the toilets.
        :::
        """,
        "who_took_part": "Six volunteers at the desk, aged 19 to 80, speaking nine languages between them; four "
        "advisers at the job centre; fifty-two groups that take people.",
        "how_people_were_found": "By sitting there. And by a poster in the launderette that said: *Have you got an "
        "hour? So have we.*",
        "what_changed": """
        - 214 matches in the first full year. After six months, 139 of those people were still there.
        - Eleven groups earned the charter mark, because we would not send anybody to them before.
        - Wandsworth has copied it, with a better radiator.
        """,
        "what_did_not_work": "We kept everything in a notebook, and in March it was left on a bus. We got it back, "
        "but we had to tell 88 people about it. Now there is a spreadsheet with a password, and the notebook has "
        "first names only.",
        "what_we_would_do_differently": "Think about people's data on the first day. And not say yes to every group "
        "that wanted volunteers: some wanted staff.",
    },
    {
        "slug": "forty-halls-and-one-diary",
        "title": "Forty village halls and one diary",
        "summary": "In Shropshire forty halls share one diary for their rooms, tables, projectors and two minibuses. "
        "312 loans, four quarrels.",
        "by": "gwen",
        "age": 259,
        "edited": 64,
        "themes": "sharing-things networks",
        "areas": "shropshire",
        "cover": "hall",
        "organisation": "Marches Village Halls",
        "where": "South Shropshire",
        "when": (1010, 0),
        "people_count": 85,
        "payment": "unpaid",
        "payment_note": "Nobody is paid. Fuel and telephone are, to the penny.",
        "toolkits": "map-who-is-around-you",
        "body": """
        In a county like ours the bus goes on Tuesdays. There are forty halls within an hour's drive of each other,
        and on any given Wednesday thirty-four of them are empty, each with a set of tables and a projector that
        somebody once raised money for with a raffle.

        ## First we built the wrong thing

        We wanted a website where everybody could offer and ask for anything: skills, beds, hedge trimmers, oil. It
        was going to cost £30,000. We asked for the money and did not get it, which was lucky.

        Then Mrs Beddoes said: I only want to know who has got a projector on the fourteenth.

        ## Then the small thing

        A shared diary, one page of rules, and somebody who answers the telephone between nine and ten. It costs £11 a
        month. Halls put in what they have. Whoever has booked it has it. We buy heating oil together too, twice a
        year; it began as an item on the back of the same list.

        ::: picture hall | The hall in the second village. The bunting is on loan.
        :::
        """,
        "who_took_part": "The committees of forty halls: about eighty-five people, most of them over sixty. Two are "
        "over ninety and fill in the diary by post.",
        "how_people_were_found": "I drove round with a cake. It took from February to May.",
        "what_changed": """
        - 312 loans in two years: 120 sets of tables, 74 projectors, 61 days of a minibus, and a marquee that has
          hardly been home.
        - Five halls that would have closed are used on four days a week, by a surgery, a repair café and a post office.
        - £6,400 saved on heating oil, between 190 houses and 23 halls.
        """,
        "what_did_not_work": "Businesses. We invited forty firms to lend things and three came. And people without a "
        "car are still stuck: the diary knows where the projector is, but not how to get there.",
        "what_we_would_do_differently": "Not write a bid for software before we had tried it on paper. And ask the "
        "drivers of the minibuses before we promise the minibuses.",
    },
    {
        "slug": "a-time-bank-that-nobody-drew-from",
        "title": "A time bank that nobody drew from",
        "summary": "In Haringey 140 people gave 2,300 hours to a time bank, and took out 190. After two years it "
        "closed. This is what we understand now.",
        "by": "dilek",
        "age": 177,
        "edited": 177,
        "themes": "learning-from-mistakes volunteering sharing-things",
        "areas": "haringey",
        "organisation": "A residents' group that no longer exists",
        "where": "Tottenham, Haringey",
        "when": (1280, 520),
        "people_count": 140,
        "payment": "unpaid",
        "payment_note": "One hour for one hour. The coordinator was paid for fourteen hours a week.",
        "toolkits": "check-how-well-you-co-produce",
        "body": """
        It failed. We want to say that first, because the final report to our funder says that "valuable learning was
        generated".

        The idea was good and we still like it: you give an hour of what you can do, and get an hour of what somebody
        else can do. An hour of Turkish for an hour of plumbing. After two years 140 people had given 2,300 hours.
        They had taken out
        190. A bank into which everybody pays and nobody draws is not a bank. It is a group of tired people with a
             statement.

        ## Why nobody drew

        We asked, far too late. Eleven peer researchers interviewed forty members.

        ::: questions
        # "I do not want to be a burden."
        Twenty-nine of forty said this, in seven languages. To give feels good. To ask feels like charity, whatever it
        says on the statement.

        # "I did not know what there was."
        The list was on a website. Nineteen had never opened it.

        # "Somebody I do not know would be in my flat."
        All the women who live alone said this. None of the men did.
        :::

        ::: file why-nobody-drew | Why nobody drew: the report of the eleven, four pages
        :::
        """,
        "who_took_part": "140 members, two thirds of them women, from about thirty countries; a coordinator; a "
        "committee of seven, of whom four had founded it.",
        "how_people_were_found": "At school gates and through the English classes. It was easy to find people who "
        "wanted to give.",
        "what_changed": """
        - Some friendships, which cannot be counted, and one marriage.
        - The interviews taught eleven people to be researchers. Two of them do it for a living.
        - Nothing of what we had promised.
        """,
        "what_did_not_work": """
        - We measured hours given. They went up, so we thought that it was going well.
        - The committee were the people who gave most. Nobody on it had ever asked for anything.
        - We had the money for a coordinator and none for the first cup of tea between two strangers.
        - We saw it after nine months and went on for fifteen more, because we had promised it.
        """,
        "what_we_would_do_differently": """
        Begin with asking. Nobody may join who does not bring something they **need**. Start with things that happen in
        public, in a hall, in pairs. And write down at the beginning what it would look like if it did not work, and
        on which day you would stop.
        """,
    },
]
