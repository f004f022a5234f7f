"""Guides, briefings and checklists."""

from .flow import Document

DOCUMENTS = {
    "four-questions": Document(
        "pdf",
        "Four questions for a listening table",
        "Common Thread",
        "A method for hearing up to ninety people in two hours",
        """
        One table, eight people, four questions, twenty minutes each. We have used it with 12 people in a kitchen and
        with 75 in a hall. You need one host and one scribe for each table.

        ## The questions

        1. What is good here already, that nobody should break?
        2. What is the problem, in the words you would use at home?
        3. What has changed, so that doing the same again will not work?
        4. What would have to be true in three years for you to say it was worth it?

        Put your own subject into them, but leave their order alone. Starting with what is good is not politeness:
        people who have praised something can say what is wrong with it without feeling disloyal.

        ## How a round goes

        | Minutes | What happens |
        | --- | --- |
        | 2 | The host reads the question aloud, twice. The second time slowly. |
        | 3 | Silence. Everybody writes or draws one card. |
        | 10 | Each person reads their card. No answers yet, only "say more". |
        | 4 | The table picks two cards that must not be lost. |
        | 1 | The scribe reads back what was written down. |

        ## What goes wrong

        - **The host answers.** Give the host a card that says "I am here to listen" and put it in front of them.
        - **The scribe tidies.** "It's a joke, the lift" is worth more than "Concerns were raised about the lift".
        - **One person fills the table.** Say at the start that each person has one minute, and use an egg timer. Nobody
          argues with an egg timer.
        - **There is no fifth question.** Leave a sheet by the door: what should we have asked? Once, forty people out
          of seventy-five used it, all with the same question: and what do you bring?

        ## Afterwards

        Type the cards up as they are, within a week, and send them to everybody who came. Themes and graphs come later.
        People forgive a late report. They do not forgive not finding their own words in it.
        """,
    ),
    "working-with-councillors": Document(
        "pdf",
        "Working with councillors: a guide for small groups",
        "Common Thread",
        "How to meet, inform and thank a ward councillor",
        """
        Councillors are neighbours with a lanyard. Most have a job, a caseload and an evening meeting. They remember the
        people who make their work easier, and they go where they are expected.

        ## Before you write

        - Find out who your **ward** councillors are. There are usually three. Write to all of them, by name.
        - Find out who holds the **portfolio** that your subject belongs to, and who scrutinises it. These are different
          people, and the second one is often more curious.
        - Read the minutes of the last two meetings. Twenty minutes of reading saves a year of guessing.

        ## The first meeting

        Invite them to you. An hour, on a day when the thing you do is happening. Do not prepare slides.

        | Give them | Do not give them |
        | --- | --- |
        | One page, with one number and one story | A folder |
        | One thing they can do this month | A list of everything that is wrong |
        | The name of somebody in their own ward | A statement "on behalf of the sector" |
        | A cup of tea, and a way out after an hour | A photo opportunity they did not ask for |

        ## Asking for something

        Ask for things a councillor can really do: ask a question at full council, get an officer to answer a letter,
        come to your annual meeting, take two residents along to a committee and sit beside them.

        They usually cannot change a contract that has been signed, speak for the NHS, or find money in March.

        ## Afterwards

        1. Write within two days. Thank them, and repeat the one thing.
        2. Tell them what came of it, even if it was nothing.
        3. When an election is called, treat all candidates the same. If you are a charity, the rules about campaigning
           are strict in those weeks: invite all, or none.

        *Made by eleven members of the network, two of whom are former councillors.*
        """,
    ),
    "partnership-briefing": Document(
        "pdf",
        "Partnership that outlasts an election: a briefing",
        "Common Thread",
        "For everybody who stands for election to a council",
        """
        **Who this is for:** candidates and new councillors. **Time to read:** four minutes.

        ## What we ask

        1. Put residents and voluntary groups in the room when a service is **designed**, not when it is announced.
        2. Pay them for that time, from the same budget as the consultants.
        3. Give grants for three years. A one-year grant spends its last four months looking for the next one.
        4. Keep one volunteer centre, or a desk in a library, in every borough.
        5. Say what you decided, and why, within six weeks. In public, and in plain English.

        ## Why it is worth it

        | What was done | What it cost | What came of it |
        | --- | --- | --- |
        | A monthly hour with job centre advisers | £0, and biscuits | 61 new volunteers, 19 of them now in work |
        | Nine carers rewrote a discharge letter | £2,340 | Calls asking what it meant fell by half |
        | Tenants voted on the repairs panel | £4,100 a year | A £2 million contract was stopped and let again |

        ## What it is not

        It is not a consultation with a new name. If the decision has been made, say so; people respect it. It is not a
        way to run services for nothing. And it is not always quick: the discharge letter took eight months, five of
        them waiting for one signature.

        ## Three questions to ask your officers

        - Which residents saw this paper before I did?
        - What did they change in it?
        - What were they paid?
        """,
    ),
    "lifeboat-checklist": Document(
        "pdf",
        "Lifeboat: a checklist for an organisation in trouble",
        "Common Thread",
        "What trustees do in the first ten days, and how to close well",
        """
        For trustees and managers, on the evening when somebody has added up the figures and gone quiet. You are not the
        first. About one organisation in nine in our network has been here.

        ## In the first ten days

        - Stop all new spending. Write down everything you owe, to whom, and by when.
        - Call the whole board together. Not the officers: the whole board.
        - Make a thirteen-week forecast of cash. One column a week. Wages first.
        - Ring somebody outside. Our lifeboat members answer within two days, and it costs nothing.
        - Get advice on insolvency **before** you take on another pound of debt. Trustees can become liable.
        - Tell the staff what you know and what you do not. They have noticed.

        ## Three ways out

        | Way | It fits when | It takes |
        | --- | --- | --- |
        | Put it right | The work is wanted and paid for, but something leaks | 3 to 6 months |
        | Join with others | Another group does it better, or next door | 6 to 12 months |
        | Close well | The need has gone, or the money has, for good | 4 to 9 months |

        ## Closing well

        1. Choose the date yourselves, while there is still money to pay everyone until then.
        2. Find a home for each service, and for each person who uses it, by name.
        3. Give the furniture, the minibus and the recipes to somebody who will use them. Check what funders say about
           it.
        4. Keep the records that the law says you must keep, and say who holds them.
        5. Hold a party. People need to have said goodbye.
        """,
    ),
    "charter-mark-standard": Document(
        "pdf",
        "The volunteer charter mark: nine things that are looked at",
        "Common Thread",
        "The standard, and what the two visitors ask",
        """
        The mark says: a volunteer who goes there will be looked after. It is given by two visitors from other groups,
        after a morning together. It costs £40, or nothing for groups with an income below £25,000. It lasts two years.

        ## The nine things

        | Number | A volunteer here... | Visitors ask to see |
        | --- | --- | --- |
        | 1 | hears back within seven days | the last five enquiries and the answers |
        | 2 | knows what they will do, and what not | a role written on one page |
        | 3 | is met by a person with a name | whoever met the newest volunteer |
        | 4 | is asked what they need to take part | the form, and one change made because of it |
        | 5 | is never out of pocket | the last three claims, with dates of payment |
        | 6 | knows what to do if something is wrong | any volunteer, asked over tea |
        | 7 | is insured and checked, if the role needs it | the policy; the list of checks |
        | 8 | learns something they wanted to learn | two volunteers' own words |
        | 9 | can leave well | the last goodbye |

        ## What is not looked at

        How many policies you have. How new your website is. Whether you can pay somebody to coordinate: a third of the
        groups that have the mark have no paid staff.

        ## If you do not get it

        You are told on the same day, over the same tea, which of the nine is missing. One of the visitors will help you
        with it and come back within three months. Nobody is told that you tried.
        """,
    ),
    "interpreter-checklist": Document(
        "odt",
        "Booking an interpreter: a checklist",
        "Brent Community Interpreters",
        "What to arrange for spoken and signed languages",
        """
        Written by eleven interpreters who are tired of standing beside a loudspeaker.

        ## Four weeks before

        - Ask people which language they would like to **speak** in, and which they would like to **read** in. They
          are not always the same. Ask about dialects: Sylheti is not Bengali, and Kurmanji is not Sorani.
        - Book two interpreters if the meeting lasts more than an hour, and for any sign language.
        - Ask whether people would rather have an interpreter of a particular gender, or nobody from their own street.

        ## One week before

        - Send the agenda, the slides, the names of those who will speak, and ten words that will come up again and
          again.
        - Tell the interpreter about anything painful that may be said.
        - Agree where they will stand or sit. For sign language: in good light, near the speaker, never before a window.

        ## On the day

        1. Pay for half an hour before the start, and use it.
        2. Speak to the person, not to the interpreter.
        3. One voice at a time. Stop after each two or three sentences.
        4. Read out what is on the slides.
        5. Leave time for the question that comes ten seconds later than the others.

        ## Never

        - Never ask a child to interpret for a parent.
        - Never ask a member of the group to do it "just this once". They came to take part.

        ## What it costs

        | Kind | By the hour, in our last survey | Shortest booking |
        | --- | --- | --- |
        | Community interpreter, in the room | £28 to £40 | 2 hours |
        | The same, by video | £24 to £34 | 1 hour |
        | British Sign Language, each of two | £55 to £75 | 2 hours |
        | Live captions | £70 to £95 | 1 hour |
        """,
    ),
}
