"""The events of the demo: a cycle of a year around the summit, with the people who registered."""

from datetime import timedelta

from events.models import EventPage
from tests.factories.events import EventPageFactory

from ..markup import block, rich_text, smart, stream
from . import past, registrations, summit, trainings, venues, workshops
from .dates import HELD_ON

EVENTS = [*past.EVENTS, *trainings.EVENTS, *workshops.EVENTS, summit.EVENT]


def load(world, index):
    """Make the venues, publish the events below `index` and register people for them."""
    venues.load(world)
    for event in EVENTS:
        fields = dict(event)
        day = HELD_ON[fields["slug"]](world)
        starts, ends = (world.at(day, *moment) for moment in fields.pop("hours"))
        guests = fields.pop("guests", {})
        page = world.publish(
            EventPageFactory,
            parent=index,
            starts_at=starts,
            ends_at=ends,
            venue=world.venues[fields.pop("venue")] if "venue" in fields else None,
            body=stream(fields.pop("body"), world),
            programme=[block("session", _session(world, *row)) for row in fields.pop("programme", [])],
            registration_closes_at=starts - timedelta(days=fields.pop("closes_days_before", 0)),
            **fields,
        )
        assert page.event_format == EventPage.Format.ONLINE or page.venue
        registrations.load(world, page, **guests)


def _session(world, starts, ends, title, who="", text=""):
    return {"starts": starts, "ends": ends, "title": smart(title), "who": smart(who), "text": rich_text(text, world)}
