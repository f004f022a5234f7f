"""The list of events: filters through the address, days as people say them."""

from datetime import UTC, datetime

import pytest
import time_machine
from wagtail.models import Locale, PageViewRestriction

from tests.conftest import index_page
from tests.events.conftest import NOW
from tests.factories.events import EventPageFactory, VenueFactory
from tests.factories.hub import AreaFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def at(month, day, hour=10, year=2026):
    return datetime(year, month, day, hour, tzinfo=UTC)


def titles(response):
    return [event.title for event in response.context["listing"].page_obj.object_list]


@pytest.fixture(scope="module")
def year(rows_of_file):
    with time_machine.travel(NOW, tick=False):
        fill_a_year(index_page("events"))


@pytest.fixture
def calendar(year, site, clock):
    """A year of events around 5 February 2026."""


def fill_a_year(events_index):
    funding, access = ThemeFactory(name="Funding"), ThemeFactory(name="Access")
    southwark, brent = AreaFactory(name="Southwark"), AreaFactory(name="Brent")
    hall = VenueFactory(name="Walworth Hall", area=southwark)

    def add(title, starts_at, **kwargs):
        return EventPageFactory(parent=events_index, title=title, starts_at=starts_at, **kwargs)

    add("Autumn", at(10, 1, year=2025), themes=[funding])
    add("January", at(1, 8))
    add("Summit", at(4, 16), event_kind="summit", event_format="both", venue=hall, themes=[funding, access])
    add("Listening", at(3, 2), event_kind="listening", areas=[brent])
    add("Training", at(4, 16, 14), event_kind="training", event_format="in-person", venue=hall, areas=[southwark])
    add("Draft", at(3, 3), live=False, themes=[funding])
    secret = add("Secret", at(3, 4), themes=[funding])
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Listening", "Summit", "Training"]),
        ("when=upcoming", ["Listening", "Summit", "Training"]),
        ("when=past", ["January", "Autumn"]),
        ("when=all", ["Autumn", "January", "Listening", "Summit", "Training"]),
        ("theme=funding", ["Summit"]),
        ("theme=funding&when=all", ["Autumn", "Summit"]),
        ("area=brent", ["Listening"]),
        ("area=southwark", ["Summit", "Training"]),
        ("kind=training", ["Training"]),
        ("where=online", ["Listening", "Summit"]),
        ("where=in-person", ["Summit", "Training"]),
        ("since=2026-01-01&until=2026-03-31", ["January", "Listening"]),
        ("since=2026-01-01&until=2026-03-31&when=past", ["January"]),
        ("since=2026-04-16&until=2026-04-16", ["Summit", "Training"]),
        ("until=2025-12-31", ["Autumn"]),
        ("kind=training&theme=funding", []),
    ],
)
def test_filters_through_the_address(client, calendar, query, expected):
    assert titles(client.get(f"/events/?{query}")) == expected


def test_groups_by_day_as_people_say_it(client, calendar):
    response = client.get("/events/")
    assert [(day.isoformat(), [event.title for event in events]) for day, events in response.context["days"]] == [
        ("2026-03-02", ["Listening"]),
        ("2026-04-16", ["Summit", "Training"]),
    ]
    assert ">Thursday 16 April 2026</time></h3>" in response.text
    assert "11am to 1pm" in response.text  # ten o'clock UTC is eleven in London by then
    assert "3 events still to come" in response.text


def test_says_what_to_do_when_nothing_fits(client, calendar):
    assert "Remove a filter" in client.get("/events/?kind=meeting").text


def test_filters_in_use_can_be_taken_away(client, calendar):
    text = client.get("/events/?theme=funding&since=2026-01-01").text
    assert 'href="?since=2026-01-01"><span>Theme: Funding</span>' in text
    assert 'href="?theme=funding"><span>From: 1 January 2026</span>' in text


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("since=yesterday", {"since": ["We could not read this day. Write it like 2026-04-19."]}),
        ("since=2026-04-10&until=2026-04-09", {"until": ["This day is before the first one."]}),
        ("theme=nope", {"theme": ["We do not have this one. Choose one from the list."]}),
        ("kind=nope", {"kind": ["We do not have this one. Choose one from the list."]}),
        ("where=nope&when=nope", {
            "where": ["We do not have this one. Choose one from the list."],
            "when": ["We do not have this one. Choose one from the list."],
        }),
        ("page=abc&since=9999-12-31&until=0001-01-01", {"until": ["This day is before the first one."]}),
    ],
)  # fmt: skip
def test_absurd_filters_get_a_message(client, calendar, query, errors):
    response = client.get(f"/events/?{query}")
    assert response.status_code == 200
    assert response.context["listing"].form.errors == errors


@pytest.mark.parametrize("query", ["since=0001-01-01", "until=9999-12-31", "page=-1", "page=99999999999999999999"])
def test_the_ends_of_time_are_no_error(client, calendar, query):
    assert client.get(f"/events/?{query}").status_code == 200


def test_another_language_shows_what_is_not_translated_too(client, calendar, events_index):
    spanish = Locale.objects.create(language_code="es")
    events_index.get_parent().specific.copy_for_translation(spanish).save_revision().publish()
    events_index.copy_for_translation(spanish).save_revision().publish()
    summit = events_index.get_children().get(title="Summit").specific
    translation = summit.copy_for_translation(spanish)
    translation.title = "Cumbre"
    translation.save_revision().publish()
    assert titles(client.get("/es/events/")) == ["Listening", "Cumbre", "Training"]
