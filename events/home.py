"""What the home page shows of events."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.home import Section, register_section
from hub.languages import address_in_language

from .models import EventPage


@register_section(10)
def what_is_on_next(request):
    """Return the next events."""
    pages = EventPage.objects.live().public().in_active_language(get_language()).for_compact_cards().upcoming()[:3]
    return Section(
        heading=_("What is on next"),
        items=[page.as_kind for page in pages],
        more_words=_("All events"),
        more_url=address_in_language("/events/", get_language()),
    )
