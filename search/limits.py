"""How much one reader may ask in a minute: enough for a library's shared line, too little to copy the hub by searching.

Pages that are kept for all readers never come here, so that they never count.
"""

import functools
import ipaddress
import math
import time

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

SEARCHES, SUGGESTIONS = "SEARCHES_PER_MINUTE", "SUGGESTIONS_PER_MINUTE"
LONGEST_QUESTION_KEPT = 300


def limited(name):
    """Let a view answer only as often as the setting `name` allows; 0 is without limit."""

    def decorate(view):
        @functools.wraps(view)
        def limited_view(request, *args, **kwargs):
            wait = take(request, name)
            return too_many(request, wait) if wait else view(request, *args, **kwargs)

        return limited_view

    return decorate


def take(request, name):
    """Take one from the reader's bucket, which fills evenly. Returns 0, or the seconds to wait for the next.

    Two requests at the same moment may take the same one: a limit that is a little generous needs no lock.
    """
    size = getattr(settings, name)
    if not size:
        return 0
    key = f"search-limit:{name}:{_whose(request)}"
    now = time.time()
    left, since = cache.get(key, (size, now))
    left = min(size, left + max(0, now - since) * size / 60)
    if left < 1:
        return math.ceil((1 - left) * 60 / size)
    cache.set(key, (left - 1, now), timeout=60)
    return 0


def too_many(request, wait):
    """Answer 429 (RFC 6585 §4): a page that keeps the question, or a line for a script."""
    text = _("That was a lot at once. Please wait a few seconds, then try again.")
    if request.resolver_match.url_name == "suggest":
        response = JsonResponse({"error": text, "suggestions": []}, status=429)
    else:
        question = request.GET.get("q", "").replace("\0", " ")[:LONGEST_QUESTION_KEPT]
        context = {"question": question, "wait": wait, "again": request.get_full_path()}
        response = render(request, "search/too_many.html", context, status=429)
    response["Retry-After"] = str(wait)
    response["X-Robots-Tag"] = "noindex"
    return response


def _whose(request):
    """Return whose bucket it is: whoever is signed in has one of their own, the others one for each address."""
    if request.user.is_authenticated:
        return f"member-{request.user.pk}"
    try:
        address = get_adapter().get_client_ip(request)
    except PermissionDenied:  # a server that hands requests over through a socket knows no address
        address = ""
    # Nobody needs to read in the cache who searched.
    return salted_hmac("search.limits", _line(address)).hexdigest()[:32]


def _line(address):
    """Return the address, of IPv6 the network that one household or library has (RFC 6177)."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:  # whatever a server in front of us makes of it
        return address
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped:  # how a socket for both kinds of addresses shows the older ones (RFC 4291 §2.5.5.2)
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))
