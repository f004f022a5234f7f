"""Papers that somebody has filled in, with made-up names, so that others see how it is done."""

from .flow import Document

DOCUMENTS = {
    "claim-form-filled-in": Document(
        "odt",
        "Claim form, filled in by a panel member",
        "Newham Residents' Panel",
        "As it was handed in on a Tuesday and paid on the Friday after",
        """
        *Everything on it is made up, but for the mistakes, which people really make.*

        **Name:** Bernice A. **Meeting and day:** Repairs panel, Tuesday 4 March

        | What | How much | Receipt? |
        | --- | --- | --- |
        | My time: 2 hours at £ 15 | £ 30 | no |
        | Reading papers beforehand: 1 hour at £ 15 | £ 15 | no |
        | Travel | £ 3.50 | bus 25 there and back |
        | Somebody who looked after: my mother | £ 24 | signed note from Comfort, 2 hours |
        | Mobile data, printing, lunch | £ 0 | |
        | **All together** | **£ 72.50** | |

        ## How would you like to be paid?

        - Into a credit union account. She gave the number by telephone.

        **I have talked to an adviser about benefits:** yes, on 21 February

        Signed: Bernice. Seen by: Winston. Paid on: Friday 7 March

        ## What we learned from it

        - She had left out the hour of reading. Winston asked, and wrote it in with her.
        - "Bus 25" is enough. Nobody needs the ticket.
        - The note for the care had no date. We took it all the same, and put a line for the date on the form.
        """,
    ),
    "four-questions-filled-in": Document(
        "docx",
        "The four questions, as one table answered them",
        "Southwark listening event",
        "Table six, typed as it was said",
        """
        *Nine people, twenty minutes for each question. Nothing is tidied.*

        ## What is good here already?

        - The lady on the desk at the library. She knows who I am.
        - There is a door, and it is open.
        - My daughter can get the bus by herself.

        ## What is the problem that this should solve?

        - You ring three places and each gives you the number of the next.
        - I am asked the same thing by five people. I say it shorter each time.
        - We only meet when something is going to be closed.

        ## What has changed?

        - More of us have phones. Fewer of us answer them.
        - The café went. People came for the café.

        ## What should be true in three years?

        - One person answers, and stays with you until it is done.
        - I am asked once.
        - There is cake.

        ## What the scribe noted

        The third question was too wide. Two people said "everything" and laughed. We now ask: what has changed in your
        street?
        """,
    ),
}
