"""The signed links in mail about kits. Each leads to a page with a button."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from hub.signed_links import LinkKind

UNCONFIRMED_FOR = timedelta(days=7)
# Both are signed for a kit and an owner: whoever asked twice may take the link in either mail.
CONFIRM = LinkKind("be-told-of-a-kit", UNCONFIRMED_FOR)
# A mail about a new version may be read long after.
END = LinkKind("be-told-of-a-kit-no-more", timedelta(days=3 * 365))


def confirm_url(follower):
    """Return the full address of the page on which the owner of an address confirms it."""
    return _address(
        "knowledge:confirm-following", CONFIRM.sign(follower.kit_id, state=follower.owner), follower.language
    )


def end_url(follower, language):
    """Return the full address of the page on which a follower ends it; mail programs may post to it."""
    return _address("knowledge:end-following", END.sign(follower.kit_id, state=follower.owner), language)


def _address(name, token, language):
    with translation.override(language):
        return settings.SITE_URL + reverse(name, args=[token])
