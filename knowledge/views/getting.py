"""How views get a kit: as Wagtail would serve it, or not at all."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from ..models import ToolkitPage


def get_kit(request, pk):
    """Return the live kit, if the reader may open its page now (a password that was given counts). Else `Http404`."""
    kit = get_object_or_404(ToolkitPage.objects.live().select_related("locale"), id=pk)
    if not all(restriction.accept_request(request) for restriction in kit.get_view_restrictions()):
        raise Http404("This reader may not see the toolkit.")
    return kit


def private_page(view):
    """Mark `view`: what it answers is for one reader, and its address is told to no other site.

    The referrer stays within the hub: with "no-referrer" browsers send forms from nowhere, which Django refuses.
    """

    @wraps(view)
    @require_http_methods(["GET", "HEAD", "POST"])
    def private_view(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return private_view
