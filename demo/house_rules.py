"""The texts of the privacy page and of the house rules."""

PRIVACY = """
    Common Thread keeps as little about you as it can. This page says what, why, who sees it and for how long.

    ## If you only read

    We keep nothing that tells who you are. The server notes which page was asked for and from which network address,
    and throws that away after fourteen days. There is no counting by anybody else.

    ## If you take a place at an event

    You need no account. We keep your name, your e-mail address and, if you tell us, what you need in order to take
    part.

    - The **organisers of that event** read it. Nobody else does, not even members of our own panel.
    - The link in our mail lets you change it or give up your place. Do not pass that link on.
    - Joanna deletes access needs four weeks after an event, by hand, and names after a year. Numbers stay.

    ## If you become a member

    We keep your e-mail address, the name that you want to be seen under, and what you write about yourself. You may
    use a name that is not in your passport. Members see your name, your organisation and your text, never your address.

    - **Comments** are public and stand under your name.
    - **What you write in a group** is seen by the members of that group alone. It is not found by search engines, and
      staff who are not in the group do not read it.
    - **Mail:** we write to you when somebody answers you. You can turn that off in your profile.

    ## Who else gets it

    Nobody, unless a court tells us to. The site runs on a server in London that we rent, and the firm that we rent it
    from may not look.

    ## Your rights

    ::: questions
    # How do I see what you have about me?
    Write to hello@example.org from the address that you use here. We send it within a month, usually within a week.

    # How do I have it deleted?
    The same way. Your comments stay, with "a former member" in place of your name, unless you want those gone as well.

    # And if I am not happy with that?
    Tell us. You can also complain to the Information Commissioner's Office, which watches over this in the United
    Kingdom.
    :::
"""

HOUSE_RULES = """
    People come here who chair boards, and people who have never been asked for their opinion. These rules are for
    both. They were written by eighteen members in one afternoon, and took another afternoon to make shorter.

    ## What we ask of each other

    1. **Say what happened**, where and to whom it mattered. "It does not work" helps nobody. "Our hall has a step"
       helps everybody.
    2. **Argue with what was said**, not with who said it.
    3. **Nobody has to tell their story** to be allowed an opinion.
    4. **No names of other people** without asking them. In particular not of people you work for or look after.
    5. **No advertising.** If your own thing answers the question, say that it is yours.
    6. **Explain letters.** NHS is fine. ICB is not.
    7. **If you were wrong, say so.** It happens here about once a week, and has not hurt anybody yet.

    ## What happens when somebody does not

    The first comment that you write waits for a moderator, usually for less than a day. After that your comments
    appear at once.

    Anybody may report a comment. A moderator reads it and leaves it, or takes it away and writes to whoever wrote it.
    A place in the thread stays, so that the others can still be followed. The one who reported it is not named.

    Whoever threatens or hunts other people is out at once. That has happened once.

    ## If you do not agree with a moderator

    Write to hello@example.org. Two members who do not moderate look at it together, and tell you what they think
    within ten days.

    ::: quote Farah | moderator
    I have taken down nineteen comments in a year. Eleven of those people still write here. I am proudest of the eleven.
    :::
"""
