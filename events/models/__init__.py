"""Events, where they are held, and who comes."""

from .lists import EventIndexPage
from .pages import Availability, EventPage
from .registrations import Attendee, Registration
from .venues import Venue, VenueAccessFeature

__all__ = ["Attendee", "Availability", "EventIndexPage", "EventPage", "Registration", "Venue", "VenueAccessFeature"]
