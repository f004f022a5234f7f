"""Papers about money."""

from .flow import Document

DOCUMENTS = {
    "claim-form": Document(
        "odt",
        "Claim form for fees and expenses",
        "Newham Residents' Panel",
        "One page, to be paid within ten working days",
        """
        *Bring it along or send a photo of it. We pay within ten working days. If we do not, ring Winston.*

        **Name:** ............................ **Meeting and day:** ............................

        | What | How much | Receipt? |
        | --- | --- | --- |
        | My time: ...... hours at £ ...... | £ | no |
        | Reading papers beforehand: ...... hours at £ ...... | £ | no |
        | Travel | £ | a ticket, a photo, or just the route |
        | Somebody who looked after: ............................ | £ | a signed note is enough |
        | Mobile data, printing, lunch | £ | if you have one |
        | **All together** | **£** | |

        ## How would you like to be paid?

        - Into a bank or credit union account. We ask for the number by telephone, not on this paper.
        - In cash on the day. You sign for it.
        - In vouchers. Please tell us for which shop.
        - Not at all. That is fine too. You do not have to say why, and you can change your mind.

        **I have talked to an adviser about benefits:** yes / no / I do not get any / I would like help with that

        Signed: .............................. Seen by: .............................. Paid on:
        ..............................
        """,
    ),
    "year-budget": Document(
        "docx",
        "A year of co-production: what it costs a group of twelve",
        "Common Thread",
        "A worked example with real figures, to replace with your own",
        """
        These are the figures of one group of twelve residents and four staff that met ten times in a year. Replace them
        with your own. The total surprises funders less than you would think; what surprises them is to be asked
        afterwards.

        | What | How it is counted | A year |
        | --- | --- | --- |
        | Fees for members | 12 people, 10 meetings, 3 hours, £15 | £5,400 |
        | Reading time | 12 people, 10 meetings, 1 hour, £15 | £1,800 |
        | Two co-chairs | 6 hours a month each, £18 | £2,592 |
        | Travel | about £4.20 a person and meeting | £504 |
        | Care for children and relatives | 3 people, 10 times, £36 | £1,080 |
        | Interpreters | 2 languages, 10 meetings, 3 hours, £32 | £1,920 |
        | Easy-read papers | 10 sets, £85 | £850 |
        | Room, tea and lunch | 10 meetings, £140 | £1,400 |
        | Support worker | one day a week | £7,900 |
        | Things that we forgot | 5% | £1,172 |
        | **All together** | | **£24,618** |

        ## What we would do differently

        - Put reading time in from the start. We added it in June, and half of the group had stopped reading.
        - Count on three people who need care for somebody, not on one.
        - Do not cut the lunch. We did, and the meetings became forty minutes shorter and not better.

        ## Four questions that a treasurer will ask

        1. **Who is the employer?** Nobody. It is a fee for a task, but ask an adviser, because it depends on how
           regular it is.
        2. **Do we deduct tax?** Read the current rules on casual payments, and write down what you decided.
        3. **What if somebody gets benefits?** They talk to an adviser before the first payment. We pay for the advice.
        4. **What if somebody does not want money?** Then it stays in the budget and is shown as not claimed. It is
           not a saving.
        """,
    ),
    "small-print-briefing": Document(
        "pdf",
        "The small print of paying people: a briefing for finance teams",
        "Paid and fair, a peer-learning group",
        "Seven hold-ups and how they were solved elsewhere",
        """
        Every panel in our group has had its first payments late. The reasons repeat. Here they are, with what
        somebody did about them.

        | What holds it up | What worked |
        | --- | --- |
        | "Not on the supplier system" | A one-page form for people, not companies. It took one morning. |
        | "We need an invoice" | The claim form is the invoice. Say so in the finance rules. |
        | "We pay on the last Friday" | A float of £600 in petty cash, topped up each month. |
        | "They have no bank account" | Credit union, or cash signed for by two people. |
        | "HR says they are staff" | A note from the legal team, written once and kept. |
        | "It will affect their benefits" | An adviser, paid by you, **before** the first payment. They decide. |
        | "Other departments will want it too" | Good. |

        ## What late payment costs

        In a survey of our members, 38 people had been paid late in the last year. Nine had borrowed money because of
        it. Six had stopped coming. Nobody had been told why.

        ## One promise

        Ten working days from the claim. Put it on the form. Put a person's name beside it.
        """,
    ),
}
