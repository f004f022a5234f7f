"""How views get a kit: as Wagtail would serve it, or not at all."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..models import ToolkitPage


def get_kit(request, pk):
    """Return the live kit, if the reader may open its page now (a password that was given counts). Else `Http404`."""
    kit = get_object_or_404(ToolkitPage.objects.live().select_related("locale"), id=pk)
    if not all(restriction.accept_request(request) for restriction in kit.get_view_restrictions()):
        raise Http404("This reader may not see the toolkit.")
    return kit
