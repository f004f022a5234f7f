"""What templates of other rooms show of the search."""

from django import template

from ..related import related_to

register = template.Library()


@register.inclusion_tag("search/related.html", takes_context=True)
def more_like(context, thing):
    """Show what whoever reads `thing` may like to read too."""
    return {
        "entries": related_to(thing) if thing.pk else [],
        "LANGUAGE_CODE": context.get("LANGUAGE_CODE"),
    }
