"""Events, where they are held, and who comes."""

from .lists import EventIndexPage
from .pages import EventPage, Places
from .registrations import Attendee, Registration
from .venues import Venue, VenueAccessFeature

__all__ = ["Attendee", "EventIndexPage", "EventPage", "Places", "Registration", "Venue", "VenueAccessFeature"]
