"""What the home page shows of case studies and stories."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.home import Section, register_section
from hub.languages import address_in_language
from hub.models import BasePage

from .models import CaseStudyPage


@register_section(30)
def stories(request):
    """Return the newest stories of what people tried."""
    pages = (
        BasePage.objects.live()
        .public()
        .type(CaseStudyPage)
        .in_active_language(get_language())
        .for_compact_cards()
        .order_by("-last_published_at", "-pk")[:3]
    )
    return Section(
        heading=_("What others tried"),
        items=[page.as_kind for page in pages],
        more_words=_("All case studies"),
        more_url=address_in_language("/case-studies/", get_language()),
    )
