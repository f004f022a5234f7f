"""Blank templates and forms, to be filled in and changed."""

from .flow import Document

DOCUMENTS = {
    "co-chair-role": Document(
        "docx",
        "Role description: resident co-chair",
        "Newham Residents' Panel",
        "A template to change",
        """
        *Cross out what does not fit. Keep it to two pages.*

        **Group:** ............................ **With:** (the other co-chair) ............................

        **Paid:** £18 an hour, about six hours a month. **For:** two years, with a look back after six months.

        ## What you do

        - Plan each meeting with the other co-chair, at least ten days before. Either of you can put a thing on the
          agenda; neither can take the other's off.
        - Chair every second meeting.
        - See that everybody has been heard before anything is decided.
        - Sign off the notes.
        - Ring people who have stopped coming.

        ## What you do not do

        - Speak for all residents. You speak for yourself, and you know who else to ask.
        - Answer for the council or the hospital.
        - Chase expenses. That is the support worker's job.

        ## What you get

        | What | Who sees to it | By when |
        | --- | --- | --- |
        | Fee, paid within ten working days | Support worker | Each month |
        | An hour beforehand to go through papers | Other co-chair | A week before each meeting |
        | Training in chairing, two half-days | Host organisation | Within three months |
        | A mentor from another group | Network | Within two months |
        | Travel, care and data paid for | Support worker | On the day |

        ## When it does not work

        Either co-chair may ask for a third person to sit with them both. Either may stop, with a month's notice and
        without giving a reason. The group says thank you in any case.
        """,
    ),
    "access-needs-form": Document(
        "docx",
        "What would make it possible for you to take part?",
        "Say It Plain, Haringey",
        "A form about access needs, on one page",
        """
        You do not need to tell us what you have. Tell us what helps. Only the two people who organise the meeting read
        this, and they throw it away four weeks afterwards.

        **Name:** ........................................ **How can we reach you?**
        ........................................

        ## Getting there

        | I need | Yes | Tell us more |
        | --- | --- | --- |
        | No steps at all | | |
        | A parking space near the door | | |
        | Somebody to meet me at the station or bus stop | | |
        | A taxi | | |
        | To come by video or telephone | | |

        ## In the room

        | I need | Yes | Tell us more |
        | --- | --- | --- |
        | An interpreter (which language?) | | |
        | A hearing loop, or captions | | |
        | Large print, easy read, or papers by e-mail | | |
        | A chair with arms, or room to stand up | | |
        | A quiet room to go to | | |
        | Food that I can eat | | |
        | Somebody with me, who is paid too | | |
        | Not to be photographed | | |

        ## And else

        What has made a meeting good for you? ..................................................................

        What should we not do? ..................................................................

        *Please send it back ten days before the meeting. If you only find out on the day, ring us; we will do what we
        can.*
        """,
    ),
    "ground-rules": Document(
        "odt",
        "Ground rules that a group can change",
        "Roding Networks",
        "A first draft to argue about",
        """
        *Read them aloud, one by one. After each, ask: keep, change or drop? It takes forty minutes and is the best
        first meeting you can have. Look at them again after three months.*

        1. We start on time and we finish on time, because of buses and children.
        2. One person speaks. If you have spoken twice, wait until somebody has spoken once.
        3. Letters and short words are explained. Anybody may hold up the card that says "What is that?".
        4. We say "I". Nobody has to tell their story to be allowed an opinion.
        5. We may disagree with what was said, not with who said it.
        6. What is said here stays here. What is decided here may be told to anybody.
        7. If it was decided somewhere else already, whoever knows it says so.
        8. Silence is not a yes.
        9. Phones are fine. People have lives.
        10. Whoever pours the tea does not also take the notes.

        ## How we decide

        We look for something that everybody can live with for three months. If we cannot find it in two meetings, we
        vote, and we write down what those who lost were worried about.

        ## If a rule is broken

        Whoever notices says "rule six". The person says "thank you". That is all. If it happens again and again, the
        co-chairs talk with them outside the meeting.
        """,
    ),
    "hosting-agreement": Document(
        "docx",
        "Agreement between a network and the organisation that hosts it",
        "Roding Networks",
        "A template of two pages",
        """
        *A network that is not a legal body needs somebody to hold its money and employ its coordinator. This says who
        decides what, before there is anything to fall out about. Get advice before you sign it.*

        **The network:** ............................ **The host:** ............................ **From:**
        ............ **To:** ............

        ## What the network decides

        - What it works on, and with whom.
        - How its money is spent, within the budget that it has agreed.
        - Who coordinates it. At least two members of the network sit on the panel, with half of the votes.

        ## What the host decides

        - Whatever the law says an employer or a charity must decide.
        - Nothing else. If the host believes that a decision of the network breaks the law or a funder's conditions, it
          says so in writing within ten days.

        ## Money

        | What | How much | How it is told |
        | --- | --- | --- |
        | The host's charge | 8% of what is spent | In each quarter's figures |
        | Payments below £500 | Coordinator alone | Listed each month |
        | Payments above £500 | Coordinator and one member | Agreed by e-mail |
        | Reserves | Stay the network's own | Never used for the host's own costs |

        The network sees the figures every quarter, on one page, and so does anybody who asks.

        ## Leaving

        Either may end this with six months' notice. The money, the list of members and the name go with the network.
        """,
    ),
    "lending-agreement": Document(
        "odt",
        "Lending agreement for rooms and equipment",
        "Marches Village Halls",
        "A template on one page",
        """
        **Who lends:** ........................................ **Who borrows:**
        ........................................

        **What:** ........................................ **Worth about:** £ ............

        **From:** (day and hour) .................... **Until:** .................... **Fetched and brought back by:**
        ....................

        ## We agree that

        1. it costs nothing / £ ............ to cover electricity, wear, or fuel;
        2. the person who fetches it is shown how it works, and signs that they were;
        3. it comes back clean, and in the box that it came in;
        4. anything that breaks is told on the same day. Things break. Nobody is sent a bill for an accident below £50;
        5. it is insured by: ........................................ (ring them: most policies cover loans between
           groups if you tell them first);
        6. whoever has booked it has it. A member of the lender's own committee cannot "just need it after all".

        ## How it looked

        | Part | When it left | When it came back |
        | --- | --- | --- |
        | | | |
        | | | |
        | | | |

        Signed: .............................. and ..............................
        """,
    ),
    "self-evaluation-sheet": Document(
        "docx",
        "How well do we co-produce? A sheet to fill in alone, before you talk",
        "Common Thread",
        "Part of the toolkit Check how well you co-produce",
        """
        Fill it in by yourself in ten minutes. Do not discuss it yet. Give each line a number from 0 (not at all) to 4
        (always), and **write down one time when you saw it**. A number without an example does not count.

        | What we say | 0 to 4 | One time when I saw it |
        | --- | --- | --- |
        | People who use the service were there when the question was chosen | | |
        | They can stop something, not only comment on it | | |
        | They are paid, and on time | | |
        | I can understand every paper without asking | | |
        | The people in the room are like the people in the street | | |
        | When we disagreed, the paid staff did not always win | | |
        | I know what happened to what I said | | |
        | We dropped something because it did not work | | |
        | Somebody new could join next month | | |
        | I would bring a friend | | |

        **One thing we should stop:** ........................................................................

        **One thing I am proud of:** ........................................................................

        I am: paid to be here / paid a fee / a volunteer. (We compare the answers of these three, not of persons.)
        """,
    ),
    "network-cards": Document(
        "odt",
        "Cards for mapping a network",
        "Roding Networks",
        "Print on card and cut up; part of the toolkit Map who is around you",
        """
        *Print this page five times for a group of ten. Cut along the lines. Use one card for each person or group.*

        | Front | Back, filled in together |
        | --- | --- |
        | **A person or group:** | What do they care about? |
        | **I know them:** well / a little / by name only | Who else knows them better? |
        | **They can:** | They would like: |
        | **Last spoke:** this month / this year / longer ago | Who rings them, and when? |

        ## Threads

        - **Thick wool:** they work together every month.
        - **Thin wool:** they would pick up the telephone.
        - **String:** they have fallen out, or are in competition. Be kind, but do not leave it out.

        ## Four questions when the map is on the wall

        1. Who has only one thread?
        2. If one card fell off the wall, what would come apart?
        3. Who is not here, although everybody talks about them?
        4. Which two cards should meet for a cup of tea before the end of the month?
        """,
    ),
    "meeting-plan": Document(
        "docx",
        "Plan for a meeting that everyone can take part in",
        "Common Thread",
        "Blank template; part of the toolkit of that name",
        """
        **Meeting:** ............................ **Day and time:** ............................ **Place:**
        ............................

        **What will be different afterwards?** (one sentence) ........................................................

        ## Who needs what

        | Who | What they told us | Who sees to it | Done |
        | --- | --- | --- | --- |
        | | | | |
        | | | | |
        | | | | |

        ## The day

        | Time | What | Who leads | How people can take part without speaking |
        | --- | --- | --- | --- |
        | | Tea, names, where things are | | |
        | | | | |
        | | Break, at least fifteen minutes | | |
        | | | | |
        | | What did we decide? Who does what? | | |

        ## Ten days before

        - Papers have gone out, in the forms that people asked for
        - Interpreters have the papers too
        - Somebody has walked from the bus stop to the chair
        - Everybody knows how and when they are paid

        ## Within three days afterwards

        - One page of notes has gone to everybody
        - We rang whoever did not come
        """,
    ),
}
