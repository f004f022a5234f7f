"""Stories that members sent in."""

CASE_STUDIES = [
    {
        "slug": "the-gym-that-asked-what-keeps-people-out",
        "title": "The gym that asked what keeps people out",
        "summary": "A gym in Southwark wanted new members. It invited ten people who would never come in, and moved "
        "the mirrors.",
        "by": "lucia",
        "age": 143,
        "edited": 143,
        "themes": "health-and-care access",
        "areas": "southwark",
        "organisation": "Casa Abierta and a commercial gym",
        "where": "Walworth, Southwark",
        "when": (300, 170),
        "people_count": 10,
        "payment": "paid",
        "payment_note": "£60 for three evenings, and a year's membership for those who wanted it. Four did.",
        "toolkits": "hold-a-listening-event",
        "body": """
        The manager of a gym came to one of our lunches. He wanted to put up a poster in Spanish. I said: a poster
        will not do it, but we could tell you why we do not come in.

        Ten of us went round with him: cleaners who finish at six in the morning, a man with one leg, two
        grandmothers, a girl who wears a scarf. He held the clipboard. It is the best part of the story, that he held
        the clipboard.

        ## What he wrote down

        - The turnstile. You have to prove something before anybody says hello.
        - The mirrors. All of them where you are weakest.
        - The music, which you cannot turn off and which shouts.
        - The price is not on the wall. If you must ask, it is not for you.
        - Nothing at half past six in the morning, when we have time.
        """,
        "who_took_part": "Ten people from six countries, between 17 and 74, and the manager, who had promised not to "
        "explain anything.",
        "how_people_were_found": "I asked at our lunch who would *never* go. Thirty hands went up. I took the first "
        "ten.",
        "what_changed": """
        - Two mornings a week at half past six there is no music, and no mirrors on one side.
        - The price is on the wall, by the month and by the visit.
        - 46 new members in half a year. He says that it is good business. I say good.
        """,
        "what_did_not_work": "The changing rooms. They are up a flight of stairs, and the landlord will not have a "
        "lift. Don Aurelio, who has one leg, changes at home. And head office has sent a poster.",
        "what_we_would_do_differently": "Ask for the landlord to come along, with a pram.",
    },
    {
        "slug": "my-first-paid-meeting",
        "title": "My first paid meeting",
        "summary": "A carer in Southwark tells how an envelope with £45 changed what she dared to say. A short story.",
        "by": "amara",
        "age": 88,
        "edited": 88,
        "themes": "paying-people health-and-care",
        "areas": "southwark",
        "organisation": "Southwark Carers' Circle",
        "where": "Peckham, Southwark",
        "when": (150, 150),
        "people_count": 8,
        "payment": "paid",
        "payment_note": "£45 for three hours, in an envelope, on the day",
        "toolkits": "pay-people-for-their-time",
        "body": """
        I had been on panels for four years. I got a certificate once, and a lot of sandwiches that I could not eat.

        In the spring I went to a new one, about what happens when people come home from hospital. When I came in, a
        woman gave me an envelope and a piece of paper to sign. Three hours at fifteen pounds. I said: before? She
        said: of course before, you have come.

        I put it into my bag, and I noticed that I sat differently. When the consultant said something that was not
        so, I said: that is not so. I had never said that. I had always said *I wonder whether*.

        With the money I paid the lady next door, who had sat with my dad. She had always done it for nothing, and I had
        always asked her as little as I could.

        It is not that I did it for the money. It is that they thought it was worth some.
        """,
        "who_took_part": "Four carers, two nurses, a consultant and a woman with envelopes.",
        "how_people_were_found": "My dad's nurse gave them my number. She asked me first.",
        "what_changed": "I ask now, when I am invited: what is the rate? Two of the three said that they had not "
        "thought about it, and then they did. The panel rings people on the day after they come home. That was my "
        "idea.",
        "what_did_not_work": "One of the other carers had her benefit stopped for six weeks, because nobody had told "
        "her to report it. She got it back. It should not have happened.",
        "what_we_would_do_differently": "An adviser first, then the envelope.",
    },
    {
        "slug": "rice-on-notes-out",
        "title": "Rice on, notes out",
        "summary": "A cooking group in Tower Hamlets became the patients' group of a health centre without ever "
        "holding a meeting.",
        "by": "nasreen",
        "age": 47,
        "edited": 9,
        "themes": "health-and-care languages running-a-group",
        "areas": "tower-hamlets",
        "organisation": "Lime Row Kitchen",
        "where": "Poplar, Tower Hamlets",
        "when": (290, 0),
        "people_count": 17,
        "payment": "expenses",
        "payment_note": "The health centre pays for the food, £38 a week. We asked for a fee, and they are thinking "
        "about it.",
        "toolkits": "a-meeting-everyone-can-take-part-in",
        "body": """
        The health centre had a patients' group. Four people came, all called David or Margaret. They were nice. They
        asked us to come to the meeting and nobody did, because it was a meeting.

        So the practice manager came to the kitchen on Wednesday and chopped onions. She cried and everybody laughed,
        and then somebody told her about the telephone queue.

        Now it works like this. While the rice is on, we talk about one thing. It takes twenty minutes, as rice does.
        I write it down in Bengali, then my daughter and I write it in English, and on Friday it is on the manager's
        desk. On the next Wednesday she tells us what she did.

        ::: file kitchen-notebook-bn | How we take our notes, in Bengali
        :::
        """,
        "who_took_part": "Seventeen women and two of the Davids, who make very good pickle. The manager, and "
        "sometimes a nurse.",
        "how_people_were_found": "They were there already. It is the health centre that was found.",
        "what_changed": """
        - You can ask to be rung back in Bengali, Somali or Sylheti.
        - The women's clinic moved from school-run time to eleven.
        - The Davids and the Margarets have closed the old group. They did it themselves.
        """,
        "what_did_not_work": "Men do not come, apart from two. And for a month I was ill and nobody took notes, so "
        "nothing reached the desk, and people thought that they were not being heard again.",
        "what_we_would_do_differently": "Two people to take notes, always. And ask about the fee at the start.",
    },
]
