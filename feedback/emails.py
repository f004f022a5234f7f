"""What those who answer for pages are told by mail: the words of readers, with a link to deal with each."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from hub.letters import letter, public_address
from hub.signed_links import LinkKind

# What is dealt with already says so, however old the link is.
WORDS_LINK = LinkKind("feedback-words", timedelta(days=90))
# A mail tells so many; the others are in the reader's list.
MOST = 20


def token_for(feedback, member):
    """Return the token with which `member` answers `feedback` or marks it as done, without signing in."""
    return WORDS_LINK.sign([feedback.pk, member.pk])


def words_letter(member, said):
    """Return the mail to `member` about what readers `said`. Nothing is sent yet."""
    with override(member.language):
        ends_at = settings.SITE_URL + reverse("members:me")
    return letter(
        "emails/feedback/words.txt",
        to=member.email,
        language=member.language,
        ends_at=ends_at,
        reader=member,
        lines=[(each, public_address(each.page), token_for(each, member)) for each in said[:MOST]],
        count=len(said),
        more=len(said) - MOST,
    )
