"""The first press on “Yes” or “No” below a page. The page is kept for all readers, so its form can hold no token.

See `docs/decisions/0014` for why this is safe without one.
"""

import hashlib
import uuid
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

COOKIE = "said-useful"
REMEMBERED_FOR = 60 * 60  # seconds, in which a reader may change their answer
DOUBLE_CLICK = 10  # seconds


def is_pressed_here(request):
    """Return whether a browser says that the form stood on a page of ours (Fetch Metadata; RFC 6454 §7 for older)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def key_of(request):
    """Return the key of what this reader said about the page of this address within the last hour, or None."""
    said = request.get_signed_cookie(COOKIE, default="", max_age=REMEMBERED_FOR)
    return uuid.UUID(said) if said else None


def new_key(request, page):
    """Return a key for what is said now; the same for both presses of a double click, which come without a cookie."""
    key = uuid.uuid4()
    return cache.get_or_set(_pressed(request, page), key, DOUBLE_CLICK) or key


def begin_anew(request, page):
    """Take the next press from this address for another reader's: words were sent, so it is no double click."""
    cache.delete(_pressed(request, page))


def remember(response, page, key):
    """Let the reader's browser keep the key, for the addresses of this one page's feedback alone."""
    response.set_signed_cookie(
        COOKIE,
        key.hex,
        max_age=REMEMBERED_FOR,
        path=reverse("feedback:say", args=[page.pk]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def _pressed(request, page):
    who = f"{get_adapter().get_client_ip(request)} {request.headers.get('User-Agent', '')} {page.pk}"
    return f"pressed:{hashlib.sha256(who.encode()).hexdigest()}"
