"""“Was this useful?”, below a page."""

from django import template

from ..models import is_asked

register = template.Library()


@register.inclusion_tag("feedback/_was_this_useful.html")
def was_this_useful(page):
    """Ask readers about `page`. The same for all of them, because pages are kept: the form holds no token."""
    return {"page": page, "is_asked": is_asked(page)}
