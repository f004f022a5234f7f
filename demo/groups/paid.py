"""The group Paid and fair."""

GROUP = {
    "slug": "paid-and-fair",
    "name": "Paid and fair",
    "summary": "For people on panels who are paid, should be paid, or do the paying. We compare rates, forms and "
    "excuses.",
    "description": "We sit on eleven panels in seven boroughs. Once a month we go round: who was paid, how much, how "
    "late, and what helped. Then one of us brings a problem and the others solve it, or try to.\n\nWe wrote the "
    "toolkit Pay people for their time and keep it up to date. New people are welcome at any time; you need not have "
    "been paid yet.",
    "meets": "First Tuesday of the month, 6pm to 7.15pm, online",
    "age": 392,
    "themes": "paying-people funding",
    "areas": "london newham",
    "works_with": "pay-people-for-their-time claim-form",
    "members": "winston dilek denise amara bernadette harjit ionela kofi",
    "topics": [
        (
            "Rates this year: please add yours",
            (
                "winston",
                61,
                "Same as every year. Which panel, what rate, is reading time paid, how many days until the money "
                "came. I start: residents' panel in Newham, £15, chair £18, reading yes, nine days.",
            ),
            ("denise", 60, "Hospital letter group: £15, reading no, 23 days. I have asked about reading time again."),
            (
                "dilek",
                58,
                "Peer research: £17.50 for interviews and £15 for everything else. Reading yes. Twelve days.",
            ),
            (
                "kofi",
                57,
                "Youth panel: £14. Same as the adults get, we checked. Eight days because Mei-Lin walks it down to "
                "accounts herself.",
            ),
            (
                "bernadette",
                55,
                "£15, chair £18. Reading yes since June. Thirteen days, and a letter of apology each time, which I "
                "am collecting.",
            ),
            (
                "harjit",
                54,
                "From the other side: our panel gets £16. I would like to say ten days. It was seventeen. I have "
                "moved the float up to £900 and will report.",
            ),
            (
                "winston",
                20,
                "I have put these into the toolkit, without names. Middle rate £15, middle wait twelve days. Last "
                "year it was 31. Thank you, all of you.",
            ),
        ),
        (
            "Vouchers that nobody can spend",
            (
                "ionela",
                33,
                "A council paid three of my colleagues in vouchers for a shop that has no branch in Brent. Has "
                "anybody got them to change it?",
            ),
            (
                "denise",
                33,
                "Yes. I sent them the bus fare to the nearest branch as an expense claim. They paid cash from then on.",
            ),
            ("ionela", 32, "That is beautiful. I am doing it today."),
            ("amara", 31, "Please be careful with vouchers and benefits. They counted against somebody on our panel."),
            ("winston", 30, "Amara is right, it is in step four. Cash or bank, and an adviser before the first one."),
        ),
        (
            "Do we say the rate in the invitation?",
            (
                "amara",
                12,
                "Our new panel wants to leave the rate out of the invitation, because it might 'attract the wrong "
                "people'. I did not know what to say.",
            ),
            ("bernadette", 12, "Ask them who the wrong people are. Then be quiet. I have seen it work."),
            (
                "dilek",
                11,
                "When I first saw a rate on a poster I thought: they mean it. I would not have come otherwise. You "
                "can quote me.",
            ),
            (
                "harjit",
                11,
                "Our finance rules say that fees have to be transparent. Yours probably do too. Look for the word "
                "'transparent' and put it in bold.",
            ),
            ("amara", 9, "I asked. There was a long silence. The rate is in the invitation. Thank you!"),
            ("winston", 9, "I have told my wife about this."),
        ),
        (
            "Template: note from the legal team",
            (
                "harjit",
                84,
                "Somebody asked for this in the meeting. Our legal team wrote one page that says a fee for a panel "
                "is not employment as long as people can say no to each meeting. I cannot share the letter, but I "
                "can share the four questions that they answered: who decides the hours, can the person send nobody, "
                "is it regular, who carries the risk.",
            ),
            ("kofi", 83, "Sent to ours. They said they would look into it."),
            ("winston", 70, "Have they looked into it?"),
            ("kofi", 69, "They have looked into it. Two and a half pages! But yes."),
        ),
    ],
}
