"""The list of events: what is next first, long lists, and what they cost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.events import EventPageFactory, VenueFactory
from tests.factories.hub import AreaFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def at(month, day, hour=10, year=2026):
    return datetime(year, month, day, hour, tzinfo=UTC)


def titles(response):
    return [event.title for event in response.context["listing"].page_obj.object_list]


def test_shows_how_many_places_are_left(client, event, take_places):
    take_places("Ana")
    assert "1 of 2 places left" in client.get("/events/").text
    take_places("Ben")
    assert "Full: join the waiting list" in client.get("/events/").text


def test_the_day_is_that_of_the_events_time_zone(client, clock, events_index):
    EventPageFactory(parent=events_index, starts_at=at(3, 2, 22), time_zone="Asia/Karachi")
    assert ">Tuesday 3 March 2026</time></h3>" in client.get("/events/").text


def test_an_event_that_has_begun_is_still_to_come(client, event, clock):
    clock.move_to(event.ends_at - timedelta(minutes=1))
    assert titles(client.get("/events/")) == ["Paying people fairly"]
    clock.move_to(event.ends_at + timedelta(minutes=1))
    assert titles(client.get("/events/")) == []


def test_says_what_to_do_when_nothing_is_planned(client, events_index):
    assert "Nothing is planned at the moment" in client.get("/events/").text


def test_a_long_list_has_pages_that_keep_the_filter(client, clock, events_index):
    for number in range(25):
        EventPageFactory(parent=events_index, starts_at=at(3, 1) + timedelta(days=number), event_kind="training")
    first = client.get("/events/?kind=training")
    assert len(titles(first)) == 24
    assert "?kind=training&amp;page=2" in first.text
    assert len(titles(client.get("/events/?kind=training&page=2"))) == 1


def test_five_events_cost_as_much_as_one(client, clock, events_index):
    def add(number):
        EventPageFactory(
            parent=events_index,
            starts_at=at(3, number),
            venue=VenueFactory(area=AreaFactory()),
            themes=[ThemeFactory()],
            capacity=5,
        )

    add(1)
    client.get("/events/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/events/")
        one = len(queries)
    for number in range(2, 6):
        add(number)
    client.get("/events/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/events/")
        five = len(queries)
    assert 0 < five == one <= 12
