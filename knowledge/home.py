"""What the home page shows of the library."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.home import Section, register_section
from hub.languages import address_in_language
from hub.models import BasePage

from .models import ArticlePage, ResourcePage, ToolkitPage


@register_section(20)
def lately_checked(request):
    """Return what was last published or checked in the library."""
    pages = (
        BasePage.objects.live()
        .public()
        .type(ToolkitPage, ResourcePage, ArticlePage)
        .in_active_language(get_language())
        .for_compact_cards()
        .order_by("-last_published_at", "-pk")[:6]
    )
    return Section(
        heading=_("Lately checked or published"),
        items=[page.as_kind for page in pages],
        more_words=_("Everything in the library"),
        more_url=address_in_language("/library/", get_language()),
    )
