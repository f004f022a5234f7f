"""Querysets and constraints of events, and how their times read."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from events.blocks import SessionBlock
from events.models import Attendee, Availability, EventPage
from tests.factories.events import (
    AttendeeFactory,
    EventPageFactory,
    RegistrationFactory,
    VenueAccessFeatureFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


def test_upcoming_and_past(events_index, clock):
    now = datetime(2026, 2, 5, 12, tzinfo=UTC)
    for title, starts_at in [
        ("running", now - timedelta(hours=1)),
        ("next month", now + timedelta(days=30)),
        ("tomorrow", now + timedelta(days=1)),
        ("yesterday", now - timedelta(days=1)),
        ("last year", now - timedelta(days=365)),
    ]:
        EventPageFactory(parent=events_index, title=title, starts_at=starts_at)
    assert [event.title for event in EventPage.objects.upcoming()] == ["running", "tomorrow", "next month"]
    assert [event.title for event in EventPage.objects.past()] == ["yesterday", "last year"]


def test_with_places_counts_who_comes_and_who_waits(event, events_index):
    other = EventPageFactory(parent=events_index)
    AttendeeFactory.create_batch(2, of_event=event)
    AttendeeFactory(of_event=event, status="waiting")
    AttendeeFactory.create_batch(3, of_event=event, status="cancelled")
    AttendeeFactory(of_event=other)
    counted = EventPage.objects.with_places().order_by("pk").values_list("taken", "waiting")
    assert list(counted) == [(2, 1), (1, 0)]


@pytest.mark.parametrize(
    ("capacity", "taken", "waiting", "left", "is_full"),
    [
        (None, 9, 0, None, False),
        (20, 0, 0, 20, False),
        (20, 20, 0, 0, True),
        (20, 25, 0, 0, True),
        (0, 0, 0, 0, True),
        (20, 10, 3, 0, True),
    ],
)
def test_availability(capacity, taken, waiting, left, is_full):
    availability = Availability(capacity, taken, waiting)
    assert (availability.left, availability.is_full) == (left, is_full)


def test_waiting_is_in_the_order_of_asking(event, clock):
    late = AttendeeFactory(of_event=event, status="waiting")
    clock.shift(timedelta(minutes=-5))
    early = AttendeeFactory(of_event=event, status="waiting")
    AttendeeFactory(of_event=event)
    assert list(Attendee.objects.waiting()) == [early, late]


def test_coming_leaves_out_who_gave_up(event):
    AttendeeFactory(of_event=event, status="cancelled")
    coming = [AttendeeFactory(of_event=event, status="waiting"), AttendeeFactory(of_event=event)]
    assert list(Attendee.objects.coming().order_by("pk")) == coming


def test_one_registration_per_address(event):
    RegistrationFactory(event=event, contact_email="ana@example.org", cancelled_at=event.starts_at)
    RegistrationFactory(event=event, contact_email="ana@example.org")
    with pytest.raises(IntegrityError, match=r"one_registration_per_address|UNIQUE"):
        RegistrationFactory(event=event, contact_email="ANA@example.org")


def test_links_cannot_be_guessed(event):
    tokens = {RegistrationFactory(event=event).token for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) >= 43  # 256 bits in base64


@pytest.mark.parametrize(("status", "has_moment"), [("cancelled", False), ("confirmed", True), ("waiting", True)])
def test_whoever_gave_up_did_it_at_some_moment(event, status, has_moment):
    with pytest.raises(IntegrityError, match="given_up_has_a_moment"):
        AttendeeFactory(of_event=event, status=status, cancelled_at=event.starts_at if has_moment else None)


def test_an_event_ends_after_it_starts(event):
    with pytest.raises(IntegrityError, match="event_ends_after_it_starts"):
        EventPage.objects.filter(pk=event.pk).update(ends_at=event.starts_at)


def test_a_venue_has_each_feature_once():
    venue = VenueFactory()
    VenueAccessFeatureFactory(venue=venue)
    with pytest.raises(IntegrityError, match=r"one_access_feature_per_venue|UNIQUE"):
        VenueAccessFeatureFactory(venue=venue)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ends_at": datetime(2026, 4, 16, 9, tzinfo=UTC)}, "ends_at"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"time_zone": ""}, "time_zone"),
        ({"event_format": "in-person"}, "venue"),
        ({"event_format": "both"}, "venue"),
    ],
)
def test_what_editors_are_told(event, changes, field):
    for name, value in changes.items():
        setattr(event, name, value)
    with pytest.raises(ValidationError) as error:
        event.clean()
    assert list(error.value.message_dict) == [field]


# Times ----------------------------------------------------------------------------------------------------------------


def moments(event, start, end, time_zone="Europe/London"):
    event.starts_at, event.ends_at, event.time_zone = start, end, time_zone
    event.__dict__.pop("zone", None)
    return f"{event.when} | {event.hours} | {event.zone_words}"


def test_times_read_as_people_say_them(event):
    summer, winter = datetime(2026, 4, 16, 9, 30, tzinfo=UTC), datetime(2026, 1, 5, 14, tzinfo=UTC)
    two_hours = timedelta(hours=2)
    assert moments(event, summer, summer + two_hours) == (
        "Thursday 16 April 2026, 10.30am to 12.30pm | 10.30am to 12.30pm | London time (BST)"
    )
    assert moments(event, winter, winter + two_hours) == (
        "Monday 5 January 2026, 2pm to 4pm | 2pm to 4pm | London time (GMT)"
    )
    assert moments(event, winter, winter + timedelta(days=1), "America/New_York") == (
        "Monday 5 January 2026, 9am to Tuesday 6 January 2026, 9am"
        " | 9am to Tuesday 6 January 2026, 9am | New York time (EST)"
    )
    assert moments(event, winter, winter + two_hours, "UTC").endswith(" | UTC")
    assert moments(event, winter, winter + two_hours, "America/Sao_Paulo").endswith(" | Sao Paulo time (UTC-03)")


def test_cards_say_when_and_how(event):
    assert event.card_facts() == ["Thursday 16 April 2026, 10am to 1pm", "Online"]


def test_days_are_in_the_readers_language(event):
    with translation.override("es"):
        assert "abril" in event.when


def test_a_session_without_an_end_says_when_it_starts():
    block = SessionBlock()
    assert block.to_python({"starts": "10:00", "ends": "10:45"}).hours == "10am to 10.45am"
    assert block.to_python({"starts": "10:00", "ends": None}).hours == "10am"
    assert block.get_preview_value().hours == "10am to 10.45am"
