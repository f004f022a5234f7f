"""Who wrote an article, and where it stands in a series."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def author_links(article):
    """Write the names of the authors, each with the way to their page if they have one; or the byline."""
    names = [
        format_html('<a href="{}" rel="author"><bdi>{}</bdi></a>', author.get_absolute_url(), author)
        if article.leads_to(author)
        else format_html("<bdi>{}</bdi>", author)
        for author in article.shown_authors
    ]
    # Each name is safe already, and the word between them is ours.
    return mark_safe(get_text_list(names, _("and"))) if names else article.byline  # noqa: S308
