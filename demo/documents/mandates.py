"""Papers that say who decides what."""

from .flow import Document

DOCUMENTS = {
    "advisory-group-terms": Document(
        "docx",
        "Terms of reference for an advisory group",
        "Newham Residents' Panel",
        "A template to change, on two pages",
        """
        *Whatever it is called, an advisory group, a reference group or a panel: write down before the first meeting
        what it may decide. Cross out what does not fit.*

        **Name of the group:** ........................................ **It advises:**
        ........................................

        ## What it is for

        One sentence, in words that a member would use to a neighbour. Not "to provide oversight".

        ## What it may do

        | The group may | Who answers | By when |
        | --- | --- | --- |
        | Ask for any paper about its subject | The lead officer | Five working days |
        | Put an item on the board's agenda | The secretary of the board | The next meeting |
        | Send a proposal back, once, with reasons | The board | Before it is decided |
        | Stop the award of a contract | Nobody; it is stopped | At once |

        ## Who belongs to it

        - At least half of the members use the service, or did in the last two years.
        - Everybody is paid the same, officers as part of their wages.
        - Nobody sits for more than four years. Two new people begin each year.

        ## How it decides

        1. It looks for what everybody can live with. If that fails twice, it votes.
        2. The **quorum** is half of the members, and more service users than officers.
        3. Whoever gains from a decision says so beforehand and leaves the room: a conflict of interest is not a crime,
           but a secret one is a pity.
        4. Minutes go out within five days. What members objected to is in them.

        ## When it ends

        On ............................ (a date). It may ask to go on; it may not simply do so.
        """,
    ),
}
