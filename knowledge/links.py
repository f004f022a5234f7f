"""The signed links in mail about kits. Each leads to a page with a button."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from hub.signed_links import LinkKind

UNCONFIRMED_FOR = timedelta(days=7)
# A mail about a new version may be read long after; what is ended is ended by its own owner alone.
CONFIRM = LinkKind("confirm-following-a-kit", UNCONFIRMED_FOR)
END = LinkKind("end-following-a-kit", timedelta(days=3 * 365))


def confirm_url(follower):
    """Return the full address of the page on which the owner of an address confirms it."""
    return _address("knowledge:confirm-following", CONFIRM.sign(follower.pk, state=follower.email), follower.language)


def end_url(follower, language):
    """Return the full address of the page on which a follower ends it; mail programs may post to it."""
    return _address("knowledge:end-following", END.sign(follower.pk, state=_owner(follower)), language)


def is_of(follower, state):
    """Tell whether a link was made for `follower` and not for one who had the same number before."""
    return state in (_owner(follower), follower.email)


def _owner(follower):
    return follower.email or f"member-{follower.user_id}"


def _address(name, token, language):
    with translation.override(language):
        return settings.SITE_URL + reverse(name, args=[token])
