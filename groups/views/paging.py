"""One page of many things."""

from django.core.paginator import Paginator


def page_of(request, things, size):
    """Return the page of `things` that the address asks for, or the nearest that there is."""
    return Paginator(things, size).get_page(request.GET.get("page"))
