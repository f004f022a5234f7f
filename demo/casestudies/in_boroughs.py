"""Case studies with councils, hospitals and landlords."""

CASE_STUDIES = [
    {
        "slug": "a-repairs-panel-that-could-stop-the-work",
        "title": "A repairs panel that could stop the work",
        "summary": "Tenants in Camden got a vote on the repairs contract. In the fifth month they used it, and £2 "
        "million was let again.",
        "by": "bernadette",
        "age": 352,
        "edited": 118,
        "themes": "homes-and-streets deciding-together",
        "areas": "camden",
        "cover": "street",
        "organisation": "Marlow Square Tenants' Association and the housing department",
        "where": "A council estate in Camden, 412 homes",
        "when": (900, 380),
        "people_count": 9,
        "payment": "paid",
        "payment_note": "£15 an hour, reading time included; the chair £18. Two members gave theirs to a neighbour's "
        "fund.",
        "toolkits": "pay-people-for-their-time check-how-well-you-co-produce",
        "body": """
        The estate had a new contractor every four years and the same leaks. When the contract came up again, the
        tenants' association asked for three seats on the panel that would choose. The council offered two, without a
        vote. We said no thank you, and went on saying it for seven weeks.

        What we got in the end was five seats of nine, and a sentence in the terms of reference: **the panel may stop
        the award.**

        ## The evening it mattered

        In the fifth month we were shown the winner. A tenant who used to be a plasterer asked how many hours the price
        allowed for a damp wall. The answer was forty minutes. She said that in forty minutes you can find the light
        switch.

        We voted five to four to stop it. It was not a pleasant evening.

        ::: quote Bernadette O'Rourke | chair of the panel
        They said: do you know what this will cost? I said: yes, it is on page nineteen. Do you know what the last one
        cost?
        :::
        """,
        "who_took_part": "Five tenants, two housing officers, a surveyor and a councillor. The tenants were between "
        "34 and 77. Three had never sat on anything before.",
        "how_people_were_found": """
        Not by a letter. We knocked on 412 doors in pairs, one person with a clipboard and one with a baby or a dog. We
        asked: *who on this landing knows about pipes?* Thirty-one names came up more than once.
        """,
        "what_changed": """
        - The contract was let again, to another firm, for £90,000 a year more. Repeat visits fell from 38 in a
          hundred to 14 in the first year.
        - Two tenants now inspect finished work, and are paid for it.
        - The council gave two other estates the same sentence.
        """,
        "what_did_not_work": "Leaseholders were not asked until month four, and they will not let us forget it. The "
        "papers were sent as a file of 240 pages that nobody could open on a telephone. And one officer left; we "
        "never found out whether it was because of that evening.",
        "what_we_would_do_differently": "Ask for the power to stop in the first letter, not in the seventh. Invite "
        "leaseholders from the start. Have supper before a vote, not after.",
    },
    {
        "slug": "carers-wrote-the-discharge-letter",
        "title": "Carers wrote the discharge letter",
        "summary": "Nine carers in Wandsworth rewrote the letter that people take home from hospital. It took eight "
        "months, five of them for a signature.",
        "by": "denise",
        "age": 296,
        "edited": 52,
        "themes": "health-and-care councils-and-nhs access",
        "areas": "wandsworth",
        "organisation": "Wandsworth Carers Write Back, with two hospital wards",
        "where": "Two wards of a hospital in Wandsworth",
        "when": (610, 360),
        "people_count": 13,
        "payment": "paid",
        "payment_note": "£15 an hour and care at home while we met: £2,340 in all",
        "toolkits": "a-meeting-everyone-can-take-part-in pay-people-for-their-time",
        "body": """
        My brother came home with a letter that said *furosemide 40 mg OD, titrate per U&E, r/v GP 2/52*. I gave it to
        him twice a day for a week because I thought OD meant "on demand". It means once.

        I told the ward sister. She said: show me what you would have written.

        ## How we worked

        Six evenings, on the ward, at half past six when visiting ends. Nine carers, two nurses, a pharmacist and a very
        young doctor. Each evening we took one real letter, with the name cut out, and wrote it again.

        ::: table Before and after
        It used to say | Now it says
        OD, BD, TDS | In the morning. In the morning and at night. Three times a day.
        r/v GP 2/52 | See your doctor in two weeks. We have written to them.
        Furosemide | Furosemide (the water tablet)
        Contact if concerns | Ring this number, day or night. Ring if his ankles swell or he is short of breath lying
        down.
        :::
        """,
        "who_took_part": "Nine carers of people with heart failure or dementia, two nurses, a pharmacist and a "
        "junior doctor. Four of the carers have English as a second language.",
        "how_people_were_found": "A nurse gave a card to everybody who had rung the ward in the last month to ask "
        "what the letter meant. There were fifty-three of them. Nine had an evening.",
        "what_changed": """
        - Calls to the two wards that begin with "what does this mean" fell by half in three months.
        - The pharmacy found two mistakes of its own while it was translating.
        - Fourteen wards use the letter now. We hear about it from strangers at bus stops.
        """,
        "what_did_not_work": "Five of the eight months were spent waiting for one signature from a committee that "
        "nobody had told us about. And it exists in English only. We asked for Bengali and Portuguese and were told "
        "it was on a list.",
        "what_we_would_do_differently": "Ask on the first evening: who has to sign this, and when do they meet? And "
        "bring that person to the ward for one hour, at half past six, hungry.",
    },
    {
        "slug": "young-people-marked-our-bids",
        "title": "Young people marked our bids",
        "summary": "Eleven people aged 15 to 22 gave out £60,000 in Brent. They read every word and turned down two "
        "of the funder's favourites.",
        "by": "meilin",
        "age": 233,
        "edited": 36,
        "themes": "young-people funding deciding-together",
        "areas": "brent",
        "organisation": "Lantern Fund and a youth panel",
        "where": "Brent",
        "when": (470, 250),
        "people_count": 11,
        "payment": "paid",
        "payment_note": "£14 an hour, the same as for adult assessors, and a meal each time",
        "toolkits": "pay-people-for-their-time a-meeting-everyone-can-take-part-in",
        "body": """
        We are a small funder. For years four of us read the bids in a room with good biscuits. Then somebody asked
        how many of us had been under 25 in this century.

        So eleven young people read the bids instead. We wrote the rules with them: who may bid, for how much, and three
        questions in place of our nineteen.

        1. What will you do on the first Tuesday?
        2. Which young person has read this bid, and what did they change?
        3. What will you do if nobody comes?

        ## What they looked for

        They rang people up. Adults do not do that. One of them rang the youth club named in a bid for £12,000 and asked
        for the opening times. Nobody knew.
        """,
        "who_took_part": "Eleven people between 15 and 22: six at school, two at work, three neither. Two look after "
        "a parent.",
        "how_people_were_found": "Through a chicken shop, two mosques, a boxing gym and a school librarian. Not "
        "through the school council, because they always get asked.",
        "what_changed": """
        - £60,000 went to fourteen groups. Nine had never had a grant before.
        - All fourteen were still doing what they had said a year later. In the year before it had been ten of sixteen.
        - Our form has three questions now, for everybody.
        """,
        "what_did_not_work": "We met in our office at four o'clock. Three people came from school, hungry, to a "
        "building with a turnstile, and two of them did not come again. And when the panel turned down a group that "
        "one of our trustees knows, he wrote to them. We had to apologise, and he did too.",
        "what_we_would_do_differently": "Meet above the library. Agree in writing that trustees do not write to "
        "assessors. Pay for reading time from the start; we added it after two of them asked.",
    },
]
