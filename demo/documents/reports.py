"""A report of several pages, slides with what the speaker says, and a workbook with sums."""

from .flow import Document

DOCUMENTS = {
    "why-nobody-drew": Document(
        "pdf",
        "Why nobody drew: what forty members told eleven neighbours",
        "Tottenham Peer Researchers",
        "The report on the time bank that closed",
        """
        In two years 140 people gave 2,300 hours to the time bank and took out 190. After it closed, eleven of its
        members learned to interview, and asked forty others why. This is their report. Nobody has made it nicer.

        ## In short

        - People like to give and do not like to ask. Twenty-nine of forty said so, before we had asked them.
        - Nobody was against the idea. Thirty-six would join again if it began with asking.
        - The bank counted what it was proud of. It never counted what people needed.

        ## Who we are

        Eleven people from Tottenham between 24 and 69. Between us we speak Turkish, Kurdish, Somali, Spanish, Akan,
        Polish and English. Two of us had worked in offices. None of us had ever held a clipboard. We were paid £17.50
        for an hour of interviewing and £15 for everything else.

        ## Whom we asked

        | Group | Members of the bank | Asked | Said yes |
        | --- | --- | --- | --- |
        | Gave more than twenty hours | 31 | 15 | 12 |
        | Gave fewer | 78 | 26 | 18 |
        | Had taken something out | 19 | 11 | 8 |
        | Joined and did nothing | 12 | 6 | 2 |

        The last line is the one we are least happy with. We know of four who had moved away and could not be found.

        ---

        ## What they said

        **To ask is to owe.** A man of seventy had given forty hours of gardening. His own ceiling leaked for a winter.
        He said: I was saving my hours for something serious.

        **A list is not a person.** Nineteen had never opened the website. Those who had, did not know anybody on it.
        Three had asked for something, and two of these had never been answered.

        **My home is not a hall.** All the women who live alone had thought about who would come through the door. One
        had asked for a shelf, then tidied for two days, then cancelled.

        **What I can do is not worth an hour.** Eleven people told us that they had nothing to offer. Two of them speak
        five languages. One had been a midwife.

        ## What had gone well

        The bring-and-mend afternoons in the hall. There were six of them, they were not in the plan, and nobody wrote
        down any hours. Fourteen of our forty talked about them without being asked. Things were mended in public, in
        pairs, with tea. That is where the friendships come from that the final report counts.

        ---

        ## How we worked

        We asked in pairs, at a kitchen table or on a walk. Eight people only began to talk when we were outside, beside
        the canal. Since then we offer a **walking interview** first to anybody who looks at the door.

        1. We rang beforehand and came at the time that we had said.
        2. We read the consent sheet aloud and left a copy. It is in Turkish, Somali, Spanish and English.
        3. We recorded nothing. One asked and one wrote.
        4. We read our notes back before we left. Nine people crossed something out.
        5. We gave a £20 shopping voucher, also to the two who stopped after ten minutes.

        ## How we kept each other safe

        Each pair had a **buddy at home** with the address in a sealed envelope. We sent a text going in and a text
        coming out. If the second one was forty minutes late, the buddy rang, and then came. It was needed once: the
        telephone had no battery and there was baklava.

        We stopped two interviews because somebody cried. Both times we stayed. Afterwards the two of us rang Dilek on
        the same evening, and the week after we did nothing but paperwork.

        ---

        ## What we would tell anybody who begins one

        - **Begin with a need.** At the door of the first meeting, everybody writes down one thing that they would like
          somebody to do for them.
        - **Let the founders ask first,** in front of everybody, for something real.
        - **Meet in public** for half a year before anybody goes into anybody's home.
        - **Count the people who have both given and taken.** If it is fewer than a third after nine months, stop and
          talk.
        - **Put a date on it.** Say at the start on which day you will decide whether to go on.

        ## What became of us

        Two of the eleven are researchers now and live from it. One went back to college. The others meet on the first
        Sunday, and lately there is a drill that goes from house to house. Nobody writes down who has it.
        """,
    ),
    "asking-well-slides": Document(
        "pptx",
        "Asking well: slides for a day of peer research",
        "Tottenham Peer Researchers",
        "Eight slides; what we say is in the notes",
        """
        ## Why neighbours ask better

        - They know which bell does not work
        - They hear what is not said
        - They are still here next year

        (note) Begin with the story of the damp wall. Do not read the slide aloud; ask who in the room has ever been
        interviewed, and how it felt.

        ## Open questions

        - "Tell me about the last time…"
        - "What happened then?"
        - Count to seven before you say anything

        (note) Practise the seven seconds with the whole room. Somebody will giggle at four. Leading questions are on
        the handout: "Wouldn't you agree that…" is the one everybody knows from the telephone.

        ## Consent

        - What it is for
        - Who will read it
        - They can take it back

        (note) Consent is not a signature, it is a conversation. Leave the sheet. If English is not their first
        language, use the translated one; there is a Chinese one as well. Ring after a week and ask again.

        ## What to write down

        - Their words, not yours
        - No names, no flat numbers
        - What you saw only if they know that you saw it

        (note) The notebook never goes on the bus. Everybody laughs, because everybody knows the story of the notebook
        from Newham. Then say what a data breach costs: 88 telephone calls.

        ## When somebody cries

        - Stay
        - Put the pen down
        - Ask whether to stop

        (note) Nobody is trained for this and everybody can do it. Carry tissues and the card with the Samaritans'
        number. Do not say that you know how they feel.

        ## When somebody is being hurt

        - Do not promise to keep it secret
        - Write down their words
        - Tell Dilek the same day

        (note) This is the safeguarding slide. If you hear or see that a child or an adult at risk is being harmed, you
        pass it on to the safeguarding lead on the same day, also when you are not sure. You do not investigate and you
        do not confront anybody. If it is happening now, ring 999.

        ## Looking after yourself

        - Two interviews a day, not three
        - Somebody knows where you are
        - Talk about it before you go home

        (note) Debrief in pairs, ten minutes each. Interviewers carry other people's troubles home with them. If you
        dream about it, tell us.

        ## Getting paid

        - £17.50 for interviews, £15 for the rest
        - Reading and waiting count
        - The adviser first, if you get benefits

        (note) Hand out the claim form now, not at the end, when people run for the bus.
        """,
    ),
    "listening-event-budget": Document(
        "xlsx",
        "What a listening event costs",
        "Common Thread",
        "The sums of one evening for ninety people, to replace with your own",
        """
        ## The evening

        What our evening in Southwark cost: ninety invited to table, seventy-five came.

        | What | How it is counted | Cost |
        | --- | --- | --- |
        | Hire of the hall | six hours, voluntary sector rate | £310 |
        | Supper | 80 plates of rice at £8.50 | £680 |
        | Hosts and scribes | 20 people, 3.5 hours, £15 | £1,050 |
        | British Sign Language interpreters | two, 3 hours, £65 | £390 |
        | Spanish interpreter | one, 3 hours, £32 | £96 |
        | Crèche, with two registered childminders | 4 hours, eleven children | £264 |
        | Taxis and fares | on the day, in cash | £187 |
        | Microphones and a portable hearing loop | hired | £120 |
        | Cards, pens, an egg timer for each table | | £58 |
        | Easy-read report | six pages, checked by three readers | £255 |
        | First aider | a volunteer; a present | £15 |
        | **All together** | | **£3,425** |

        ## Who paid

        | Who | What for | Amount |
        | --- | --- | --- |
        | The council | hall, interpreters, report | £1,300 |
        | The health service | hosts and scribes | £1,050 |
        | Lantern Fund | crèche, taxis, supper | £1,075 |

        ## What we would change

        | What | Why | Difference |
        | --- | --- | --- |
        | A second crèche room | the babies and the nine-year-olds | £130 |
        | No printed programme | nobody read it | £0 |
        | Photographer | people did not want one | £0 |
        | Typing up the cards | two people, a whole day, which we forgot | £240 |
        """,
    ),
}
