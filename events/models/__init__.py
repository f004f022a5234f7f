"""Events, where they are held, and who comes."""

from .pages import EventIndexPage, EventPage
from .registrations import Attendee, Registration
from .venues import Venue, VenueAccessFeature

__all__ = ["Attendee", "EventIndexPage", "EventPage", "Registration", "Venue", "VenueAccessFeature"]
