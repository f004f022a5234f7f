"""Articles that tell what happened."""

ARTICLES = [
    {
        "slug": "what-75-people-told-us",
        "title": "What 75 people told us, and what came of it",
        "summary": "Ten tables, four questions, 312 cards. Southwark's listening event in its own words, and the "
        "list of what the council and the health service will and will not do.",
        "by": "joanna",
        "author": "joanna",
        "age": 24,
        "edited": 21,
        "cover": "voices",
        "themes": "deciding-together councils-and-nhs",
        "areas": "southwark",
        "body": """
        On a wet evening 75 people from voluntary groups, the council and the health service sat down at
        ten tables to begin a strategy together. There was no draft. The councillor in charge said what had been
        decided already, which took her one minute. Then she sat down at table four and stayed.

        ## What was said most often

        - **What is good:** groups know people by name. They are open when offices are not. Somebody will try something
          without a form.
        - **The problem:** money for one year at a time; being used as a cheap replacement for services; nobody to ask
          in the south of the borough.
        - **What has changed:** more people in trouble, fewer with time. Rents for halls. And words: *wellbeing* was on
          nineteen cards, always in inverted commas.
        - **In three years:** trust first. Then money for three years, a person to ask in every part of the borough, and
          everybody equal at the table.

        ::: quote From a card at table six
        You keep asking what our value is. What is yours?
        :::

        Forty people wrote something like it on the sheet by the door. So that is the next event, with the question
        turned round.

        ## What will happen, and what will not

        ::: table Six weeks later
        We heard | The council and the health service say
        Three-year grants | Yes, for half of the money, from April. The rest after a review.
        One person to ask in the south | Yes. A desk in a library, two days a week.
        Fewer forms | Yes. One form for grants below £5,000, written with five groups.
        Free halls | No. There is no money for it. The rates will be published, and they will be the same for all.
        A seat for residents on the board | Not yet. We did not agree. It is on the agenda again.
        :::

        ::: file listening-easy-read | The same in easy read
        :::
        """,
    },
    {
        "slug": "three-days-in-somebody-elses-office",
        "title": "Three days in somebody else's office",
        "summary": "Nine people from nine groups swapped places for three days. It cost £1,900, and two of them came "
        "back with somebody else's spreadsheet.",
        "by": "rosa",
        "author": "gwen",
        "age": 109,
        "edited": 109,
        "themes": "networks sharing-things",
        "areas": "shropshire london",
        "body": """
        I went from a hall near Clun to a tenants' association in Camden. Bernadette from Camden went to Barking.
        Somebody from Barking came to me, in October, in trainers.

        Nobody calls it training. You sit beside the person who does your job somewhere else. You answer their
        telephone. On the third day they ask you what you would change, and they have to write it down without saying
        *yes but*.

        ## What we took home

        - From Camden: knock on doors in pairs, one with a dog.
        - From Barking: the difficult thing comes first on the agenda.
        - From us, it seems: a diary, and somebody who picks up between nine and ten.
        - A finance officer from Brent showed a hall committee how to claim Gift Aid. It had been entitled to it since
          she was at school.

        ::: table What it cost
        What | How much
        Trains and buses for nine people | £612
        Somebody to stand in at home or at work | £940
        Two nights with a member, and a present for the host | £348
        :::

        ## What was hard

        Two people could not find anybody to stand in for them and came for one day. One host had forgotten. And going
        home is hard: you have seen how it could be.

        The next exchange is open to everybody. If you run something with two part-timers and a kettle, you are who it
        is for.
        """,
    },
    {
        "slug": "how-to-close-a-charity-well",
        "title": "How to close a charity well",
        "summary": "An advice centre had eleven weeks of money left. It used them to find a home for every client, "
        "every job and the photocopier. What the lifeboat did, and did not do.",
        "by": "rosa",
        "author": "meilin",
        "age": 76,
        "edited": 74,
        "themes": "funding learning-from-mistakes",
        "areas": "haringey london",
        "body": """
        We fund small charities, so we know how they begin. They begin with a party. They usually end with a locked
        door and a telephone that rings.

        Last winter the treasurer of an advice centre in Haringey rang the lifeboat. She had eleven weeks of wages and
        a hole where a contract had been. Two of us were there on the Thursday: a man who had closed a charity himself
        and a woman who had rescued one. We brought the [checklist](page:lifeboat-checklist) and a lemon cake.

        ## Week by week

        ::: steps
        # Weeks one and two: look
        A forecast of cash, a list of everything owed, and the whole board in one room. It was worse than they had
        thought by £9,000, and better by one lease.

        # Week three: decide
        There was a way to go on, with half of the staff. They talked about it for four hours and decided against it.
        They said that it would be a sign on a door with nobody behind it.

        # Weeks four to nine: carry everything out
        212 open cases went to three neighbours, each with a telephone call and not only a file. Five of seven staff
        had a job before the last day. The lifeboat paid £4,200 for this.

        # Weeks ten and eleven: say goodbye
        Last bills, last returns, a letter to everybody. And a party. The first client, from 1994, cut the cake.
        :::

        ## What we could not do

        Two people had no job. The Tuesday clinic in Kurdish has no new home, and people still ask at the door. We do
        not know how to put that right.

        If you are reading this at night with a spreadsheet open: write to us now, not in March.
        """,
    },
    {
        "slug": "a-network-without-a-boss",
        "title": "A network without a boss, and how it decides",
        "summary": "Eleven networks in Barking and Dagenham have a purse, a diary and no director. A plain account "
        "of who decides, who is told, and the time it nearly broke.",
        "by": "rosa",
        "author": "samuel",
        "age": 38,
        "edited": 30,
        "cover": "spools",
        "themes": "networks deciding-together funding",
        "areas": "barking-and-dagenham",
        "body": """
        People ask me who is in charge. I say: of what?

        There are eleven networks here at the moment. Some are about a subject, such as food or young men. Some are
        about three streets. One was only ever meant to last for a summer, and it did. They have a few things in
        common, which we call the hem, because it stops the rest from fraying.

        ## The hem

        1. Anybody may start one. You need three people from three different places and a question.
        2. The community comes before your organisation. If you cannot say that aloud, come for the lunch anyway.
        3. Whoever is most affected decides. If they are not in the room, it is not decided.
        4. All money and all minutes are open to everybody. Also the embarrassing ones.
        5. Each network says once a year whether it should still exist.

        ## The time it nearly broke

        A charity held our money. It was a good charity and it had a bad year, and £11,000 of ours stood in its
        accounts, called a reserve. For five weeks nobody could tell us whether it was there. It was. But I have never
        seen so many kind people be so polite to each other.

        Out of that came two pages on [what a host decides](page:hosting-agreement), and what it does not.

        ## What it is not good at

        It is slow. It does not win contracts on its own, so we bid as a group with one of us in front, and take
        turns. And when something goes wrong there is nobody to shout at. I have come to see that as an advantage.
        """,
    },
    {
        "slug": "what-interpreters-wish-you-knew",
        "title": "What interpreters wish you knew",
        "summary": "Eleven interpreters on loudspeakers, lunch breaks, and the sentence that nobody can translate. A "
        "draft.",
        "by": "ionela",
        "author": "ionela",
        "age": 3,
        "live": False,
        "themes": "languages access",
        "areas": "brent",
        "body": """
        We interpret for people who are about to lose a flat, and for people who are about to open a library. We sit a
        little behind you and a little to the side. We see quite a lot from there.

        *Rosa, I still need the numbers for the second half, and Ahmed has to say whether I may use the story about
        the goat.*
        """,
    },
]
