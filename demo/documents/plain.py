"""Easy read: short sentences, large type, a small picture beside each. Checked by the group Easy read readers."""

from .flow import Document

DOCUMENTS = {
    "your-meeting-easy-read": Document(
        "pdf",
        "Your meeting: easy read",
        "Say It Plain, Haringey",
        "What happens at a meeting, and what you can ask for",
        """
        (paper) This paper is about going to a meeting. It is in easy read.

        ## Before the meeting

        (paper) You get the papers **10 days** before. You can ask for easy read.

        (talk) You can ask somebody to read the papers with you.

        (phone) You can ring us if you have a question. A person will answer, not a machine.

        (person) You can bring somebody with you. We pay for them too.

        ## At the meeting

        (door) Somebody meets you at the door. They have a yellow badge.

        (people) Everybody says their name. You do not have to say more than that.

        (talk) You can talk. You can also write, draw, or just listen.

        (no) If you do not understand a word, hold up the red card. The person stops and says it in another way.

        (cup) There is a break after 45 minutes. There is tea.

        (clock) The meeting ends when we said it would end.

        ## After the meeting

        (money) You get paid within **10 working days**.

        (paper) You get one page that says what was decided.

        (yes) You can tell us what was good, and what was bad.

        ## If something is wrong

        (phone) Ring Rosa at Common Thread. The number is at the foot of every page of the website.
        """,
        is_easy_read=True,
    ),
    "getting-paid-easy-read": Document(
        "pdf",
        "Getting paid for your time: easy read",
        "Say It Plain, Haringey",
        "What you can be paid, and what to do about benefits",
        """
        (money) When you help a group to plan something, you are working. You should be paid.

        ## What you can be paid for

        (clock) Your time at the meeting.

        (paper) The time you need to read the papers.

        (door) Your bus, train or taxi.

        (person) Somebody who looks after your child or your parent while you are away.

        ## How you get the money

        (paper) You fill in one page. Somebody can help you with it.

        (phone) You can send a photo of it.

        (money) You choose: bank, cash or vouchers.

        (clock) It takes **10 working days** at most.

        ## If you get benefits

        (no) Do not be afraid to ask. But do not take the money first.

        (talk) Talk to an **adviser** before you are paid. It is free for you. Ask us who to talk to.

        (person) You decide. Nobody may be cross with you if you say no.

        (yes) If you say no to the money, you can still come.
        """,
        is_easy_read=True,
    ),
    "listening-easy-read": Document(
        "pdf",
        "What 75 people told us: easy read",
        "Say It Plain, Haringey",
        "A summary of the listening event",
        """
        (people) 75 people came to a meeting in Southwark. They talked about community groups and the council.

        ## What is good

        (talk) Groups know people by their names.

        (door) Their doors are open in the evening.

        ## What is wrong

        (clock) Money comes for one year. Then it stops.

        (paper) There are too many forms.

        (phone) In some places there is nobody to ask. There is only a website.

        ## What has changed

        (people) More people need help. Fewer people have time to help.

        ## What should happen

        (yes) Money for **3 years**.

        (yes) One person to ask, in each part of the borough.

        (yes) Everybody is equal at the table.

        ## What happens next

        (talk) There is another meeting. It asks the council and the hospital: **what do you bring?**
        """,
        is_easy_read=True,
    ),
}
