"""The threads, by the slug of the page that they are on."""

PAY, MEETING = "pay-people-for-their-time", "a-meeting-everyone-can-take-part-in"


def threads(said):
    """Return the threads as {slug: [comment, …]}, each comment made by `said`."""
    return {
        PAY: [
            said(
                "amara",
                210,
                "Does this work for somebody on Carer's Allowance? I was told three different things by three people.",
                [
                    said(
                        "winston",
                        209,
                        "It depends on how much you earn in a week, and the limit changes, so I will not write a "
                        "number here. Please talk to an adviser first, as in step 4. Your panel should pay for that "
                        "hour. If they do not want to, send them to me.",
                        [
                            said(
                                "amara",
                                196,
                                "I had the appointment. It took 35 minutes and I know now what I can take in a week. "
                                "The panel paid. Thank you, Winston.",
                            )
                        ],
                    )
                ],
            ),
            said(
                "harjit",
                30,
                "We took the page for finance to our own team. They stopped at 'the claim form is the invoice' and "
                "asked for an example from another council. Does anybody have one that can be shown?",
                [
                    said("meilin", 29, "Ours is public. I have put it below the briefing for finance teams."),
                    said("harjit", 28, "That did it. Ten working days from next month."),
                ],
            ),
        ],
        MEETING: [
            said(
                "denise",
                160,
                "Clap your hands: I did it in our ward's meeting room and it rang like a church. We meet next door "
                "now, in the room with the carpet. Nobody had ever asked why my brother stopped coming.",
            ),
            said(
                "yusuf",
                75,
                "One thing to add to step 2. Please also ask *when*. Our elders would come at any time, but not "
                "during Friday prayers, and nobody would ever say so.",
                [
                    said(
                        "theo",
                        74,
                        "Good. I look after this page, so it goes into the next check. I have written it down.",
                    ),
                ],
            ),
            said(
                "gwen",
                11,
                "Walk from the bus stop to the chair, it says. In our case that is four miles. But I did the last "
                "two hundred yards and found a cattle grid.",
                [said("rosa", 10, "A cattle grid is going into the table. Thank you, Gwen.")],
            ),
        ],
        "hold-a-listening-event": [
            said(
                "samuel",
                58,
                "I do not agree with putting managers and staff at different tables. When people hear each other say "
                "the same thing to a stranger, something shifts. We have always mixed them.",
                [
                    said(
                        "joanna",
                        57,
                        "I believe you, and I have seen it too. What I have also seen is a care worker who looked at "
                        "her manager before each sentence. I did not see it until I typed up the cards: hers were "
                        "empty.",
                        [
                            said(
                                "samuel",
                                56,
                                "That is a good reason. Perhaps it is: mix them once they have met three times. We "
                                "had.",
                            ),
                        ],
                    ),
                    said(
                        "lucia", 55, "Could one ask them? On the form: is there somebody you would rather not sit with?"
                    ),
                ],
            ),
        ],
        "map-who-is-around-you": [
            said(
                "tom",
                18,
                "The next check of this page was due. Samuel, shall I ask somebody else to look at it?",
                [said("samuel", 16, "No, no. I am on it. The photographs are out of date, the method is not.")],
            ),
        ],
        "check-how-well-you-co-produce": [
            said(
                "denise",
                43,
                "I am the Denise with the dates. It was a good afternoon. I would do it again, with a cushion.",
            ),
        ],
        "claim-form": [
            said(
                "nasreen",
                64,
                "Is there a version in Bengali? I could translate it with my daughter.",
                [
                    said(
                        "rosa",
                        63,
                        "There is not, and we would love one. We pay for translations. I have written to you both.",
                    )
                ],
            ),
        ],
        "small-print-of-paying-people": [
            said(
                "meilin",
                29,
                "For Harjit and others: our fund's finance rules are public. The sentence is on page 4, rule 11.",
            ),
        ],
        "booking-an-interpreter": [
            said(
                "alun",
                4,
                "Do these prices hold outside London too? We had a quote of £120 for two hours in Ludlow, and most "
                "of it was the drive.",
                is_waiting=True,
            ),
        ],
        "a-repairs-panel-that-could-stop-the-work": [
            said(
                "harjit",
                140,
                "As somebody who writes contracts: was there a legal challenge from the firm that had won? I ask "
                "because my own lawyers would be under the table.",
                [
                    said(
                        "bernadette",
                        139,
                        "They wrote two letters. The power to stop was in the tender papers from the start, so there "
                        "was nothing to challenge. Put it in on page one and your lawyers can come out again.",
                        [said("harjit", 139, "Page one. Thank you. I am reading this out on Monday.")],
                    )
                ],
            ),
            said(
                "kofi",
                101,
                "Forty minutes for a damp wall. I showed this to my nan and she laughed until she had to sit down.",
            ),
        ],
        "a-time-bank-that-nobody-drew-from": [
            said(
                "gwen",
                150,
                "Thank you for writing this down. We very nearly built the same thing, with software.",
            ),
            said(
                "parveen",
                149,
                "I was a member. I gave 31 hours and took none. I had never thought about why until the interview. "
                "It would have meant that I needed somebody.",
                [
                    said(
                        "dilek",
                        148,
                        "That sentence is the whole study. May we quote it, without your name?",
                        [said("parveen", 148, "With my name, please.")],
                    )
                ],
            ),
            said(
                "kofi",
                90,
                "Seems a bit rich that the coordinator was paid for two years and nobody noticed. Somebody should "
                "give the money back.",
                [
                    said(
                        "dilek",
                        89,
                        "I understand that it looks like that. The coordinator said it aloud first, in month nine. "
                        "It was the committee that did not want to hear it, and I was on it.",
                        [said("kofi", 88, "Fair enough. That was too quick of me.")],
                    )
                ],
                reported_by="yusuf",
                report="It sounds as if she had stolen it. I know her, and she was the one who warned them.",
            ),
        ],
        "forty-halls-and-one-diary": [
            said(
                "yusuf",
                61,
                "Mrs Beddoes only wanted to know who has a projector on the fourteenth. I have hung this sentence "
                "over my desk.",
            ),
            said(
                "alun",
                20,
                "CHEAP MINIBUS INSURANCE, ask my cousin, he does all of Clun valley, best price, ring him any time",
                [said("gwen", 20, "Alun! Not here, please. There is a page for that in the parish magazine.")],
                is_removed=True,
            ),
        ],
        "young-people-marked-our-bids": [
            said(
                "rosa",
                35,
                "How did you choose which three questions to keep?",
                [
                    said(
                        "meilin",
                        34,
                        "The young people did. They read all nineteen aloud and asked after each: would you ring "
                        "somebody up to find this out? Three were left.",
                    )
                ],
            ),
        ],
        "my-first-paid-meeting": [
            said("bernadette", 80, "I have read this three times. The bit about sitting differently. Yes."),
            said(
                "harjit",
                79,
                "I have asked our panel support to hand out the envelopes at the start, not at the end. Because of "
                "this.",
                [said("amara", 78, "That makes me very happy. Dad says hello.")],
            ),
        ],
        "what-75-people-told-us": [
            said(
                "bernadette",
                22,
                "'A seat for residents on the board: not yet.' We waited seven weeks for ours. Do not stop asking.",
                [
                    said(
                        "joanna",
                        21,
                        "It is the first item on the evening of the second event. Will you come and tell them about "
                        "the seven weeks?",
                        [said("bernadette", 21, "I will bring the letters.")],
                    )
                ],
            ),
        ],
        "partnership-is-a-word-people-have-stopped-believing": [
            said("samuel", 192, "'Neither was a guest.' I will be using that."),
            said(
                "harjit",
                191,
                "As somebody from the side with the minutes and the room: guilty, twice this year. The budget line "
                "is what helps. Once it is there nobody asks why.",
            ),
        ],
        "online-only-is-not-open": [
            said(
                "tom",
                200,
                "I make websites, and I agree. I would add: a website with a telephone number on it that a person "
                "answers.",
            ),
        ],
        "paying-people-is-not-the-hard-part": [
            said(
                "denise",
                150,
                "Our Sandra is called Phil. He has read this now. He would like it known that he never wanted the "
                "VAT number.",
            ),
        ],
        "the-spring-summit": [
            said(
                "lucia",
                17,
                "Will there be Spanish all day, or only in the morning? Many of ours can come after work, at eleven.",
                [
                    said(
                        "joanna",
                        16,
                        "All day, in all sessions, and you can join at any time. Tell whoever is at the door that "
                        "you are there for the Spanish, and they will give you a receiver.",
                    )
                ],
            ),
        ],
    }
