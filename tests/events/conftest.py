from datetime import UTC, datetime

import pytest
import time_machine

from events import actions
from events.models import Attendee, EventPage
from tests.conftest import index_page
from tests.factories.events import EventPageFactory

# A Thursday in winter; the event below is in summer time.
NOW = datetime(2026, 2, 5, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    """A clock that stands at noon on 5 February 2026, and moves when told to."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def event_of_file(rows_of_file):
    with time_machine.travel(NOW, tick=False):
        event = EventPageFactory(
            parent=index_page("events"),
            title="Paying people fairly",
            slug="paying-people",
            starts_at=datetime(2026, 4, 16, 9, tzinfo=UTC),
            ends_at=datetime(2026, 4, 16, 12, tzinfo=UTC),
            capacity=2,
            joining_link="https://meet.example.org/quokka",
            first_published_at=NOW,
            last_published_at=NOW,
        )
    return event.pk


@pytest.fixture
def event(event_of_file, site, clock):
    """A workshop with two places."""
    return EventPage.objects.get(pk=event_of_file)


@pytest.fixture
def take_places(event, django_capture_on_commit_callbacks):
    """Take places for people by name and return the registration; mails are sent."""

    def take(*names, event=event, email=None, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.register(
                event=event,
                contact_name=names[0],
                contact_email=email or f"{names[0].lower()}@example.org",
                people=[(name, f"{name} needs a ramp") for name in names],
                **kwargs,
            )

    return take


def statuses(event):
    """Who is where, in the order in which they asked."""
    return dict(Attendee.objects.filter(event=event).order_by("pk").values_list("name", "status"))


def waiting(event):
    return [attendee.name for attendee in Attendee.objects.filter(event=event).waiting()]
