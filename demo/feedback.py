"""What readers of the demo said when they were asked whether a page was useful."""

from tests.factories.feedback import FeedbackFactory

from .markup import smart

# (page, days ago, useful, words, address for an answer)
SAID = [
    ("pay-people-for-their-time", 3, True, "", ""),
    ("pay-people-for-their-time", 5, True, "We used the form on Tuesday. It worked.", ""),
    (
        "pay-people-for-their-time",
        9,
        False,
        "What about Universal Credit? I cannot find it.",
        "jo@example.org",
    ),
    ("map-who-is-around-you", 2, False, "The council has another map now. The address is the old one.", ""),
    ("map-who-is-around-you", 16, True, "", ""),
    ("a-meeting-everyone-can-take-part-in", 4, True, "Thank you for the large print.", ""),
    ("claim-form", 6, False, "I cannot fill it in on my phone.", "dee@example.org"),
    ("claim-form", 12, False, "", ""),
    ("about", 20, True, "", ""),
]


def load(world):
    """Let readers say it."""
    for slug, days, is_useful, words, address in SAID:
        FeedbackFactory(
            page_id=world.pages[slug].pk,
            is_useful=is_useful,
            words=smart(words),
            address=address,
            said_at=world.ago(days, 15),
        )
