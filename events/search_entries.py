"""How events are found."""

from search.pages import register_page
from search.registry import leave_out

from .models import EventIndexPage, EventPage, Venue


def _venue(event):
    return [event.venue.name, event.venue.address] if event.venue else []


register_page(
    EventPage,
    # The link to join is not among them: it is for those who have a place.
    text=["access_note"],
    keywords=[EventPage.get_event_kind_display, _venue],
    place=lambda event: event.venue.name if event.venue else "",
    fetch=["venue"],
    follows={Venue: lambda venue: venue.events.values_list("pk", flat=True)},
)
leave_out(EventIndexPage, because="a list of what is found by itself")
