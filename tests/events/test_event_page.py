"""The page of an event: facts, places, programme, access; the same for all readers, and nothing private on it."""

import json
import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from events.models import EventIndexPage
from tests.factories.events import EventPageFactory, VenueAccessFeatureFactory, VenueFactory
from tests.factories.hub import AreaFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def full_event(event):
    """The workshop with everything that an editor can tell."""
    event.venue = VenueFactory(
        name="Walworth Hall",
        address="12 High Street\nLondon SE17",
        map_url="https://maps.example.org/hall",
        getting_there="Bus 12 stops at the door.",
    )
    VenueAccessFeatureFactory(venue=event.venue, note="Ramp at the side")
    VenueAccessFeatureFactory(venue=event.venue, feature="hearing-loop")
    event.event_format = "both"
    event.access_note = "Captions and two breaks."
    event.cost = "£5, free for carers"
    event.registration_closes_at = datetime(2026, 4, 10, 16, tzinfo=UTC)
    event.programme = [
        ("session", {"starts": time(10), "ends": time(10, 45), "title": "What we heard", "who": "Rosa", "text": ""}),
        ("session", {"starts": time(11), "ends": None, "title": "Tea", "who": "", "text": ""}),
    ]
    event.save()
    return event


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.text.partition("<main")[2]).split())


def json_ld(response):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', response.text)[1])


def test_tells_the_facts(client, full_event):
    text = words(client.get(full_event.url))
    for fact in [
        "Workshop",
        "Thursday 16 April 2026, 10am to 1pm , London time (BST)",
        "Walworth Hall 12 High Street London SE17 Online See it on a map",
        "£5, free for carers",
        "2 of 2 places left",
        "Take a place until Friday 10 April 2026, 5pm",
        "All times are London time (BST).",
        "10am to 10.45am What we heard Rosa",
        "11am Tea",
        "Captions and two breaks.",
        "Step-free entrance Ramp at the side",
        "Hearing loop",
        "Bus 12 stops at the door.",
    ]:
        assert fact in text


def test_times_are_those_of_the_event_whoever_reads(client, full_event, alice):
    alice.time_zone = "Asia/Karachi"
    alice.save()
    client.force_login(alice)
    assert "Thursday 16 April 2026, 10am to 1pm , London time (BST)" in words(client.get(full_event.url))


def test_offers_a_place_and_the_calendar(client, event):
    response = client.get(event.url)
    assert f'href="/events/{event.pk}/register/"' in response.text
    assert "Keep my place" in response.text
    assert f'href="/events/{event.pk}/calendar.ics"' in response.text


def test_a_full_event_offers_the_waiting_list(client, event, take_places):
    take_places("Ana", "Ben")
    text = words(client.get(event.url))
    assert "Full: join the waiting list" in text
    assert "Keep my place" not in text


def test_counts_the_places(client, event, take_places):
    take_places("Ana")
    assert "1 of 2 places left" in words(client.get(event.url))
    event.capacity = None
    event.save()
    assert "1 person has a place" in words(client.get(event.url))


def test_an_event_that_is_over_says_so(client, event, clock):
    clock.move_to(event.ends_at + timedelta(days=1))
    response = client.get(event.url)
    assert "This event is over." in words(response)
    assert "/register/" not in response.text
    assert "calendar.ics" not in response.text


def test_an_event_that_takes_no_places_any_more_says_why(client, event, clock):
    clock.move_to(event.starts_at)
    response = client.get(event.url)
    assert "It is too late to take a place at this event." in words(response)
    assert "/register/" not in response.text


def test_an_event_for_members_only_has_no_button(client, event, alice):
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    client.force_login(alice)
    response = client.get(event.url)
    assert response.status_code == 200
    assert f"/events/{event.pk}/" not in response.text


@pytest.mark.parametrize("restrict_parent", [False, True])
def test_a_copy_of_an_event_for_members_only_has_no_button(client, event, alice, restrict_parent):
    home = event.get_parent().get_parent()
    elsewhere = home.add_child(instance=EventIndexPage(title="Elsewhere", slug="elsewhere"))
    copy = event.create_alias(parent=elsewhere)
    client.force_login(alice)
    assert f"/events/{copy.pk}/register/" in client.get(copy.url).text
    restricted = event.get_parent() if restrict_parent else event
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(copy.url)
    assert response.status_code == 200
    assert f"/events/{copy.pk}/" not in response.text
    assert client.get(f"/events/{copy.pk}/register/").status_code == 404


def test_structured_data(client, full_event, take_places):
    take_places("Ana")
    data = json_ld(client.get(full_event.url))
    assert data["@type"] == "Event"
    assert (data["startDate"], data["endDate"]) == ("2026-04-16T10:00:00+01:00", "2026-04-16T13:00:00+01:00")
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    place, online = data["location"]
    assert place == {"@type": "Place", "name": "Walworth Hall", "address": "12 High Street\nLondon SE17"}
    assert (online["@type"], online["url"]) == ("VirtualLocation", full_event.full_url)
    assert (data["maximumAttendeeCapacity"], data["remainingAttendeeCapacity"]) == (2, 1)
    assert "isAccessibleForFree" not in data


@pytest.mark.parametrize(
    ("event_format", "mode", "location"),
    [("in-person", "Offline", "Place"), ("online", "Online", "VirtualLocation")],
)
def test_structured_data_of_one_way_to_take_part(full_event, event_format, mode, location):
    full_event.event_format = event_format
    data = full_event.structured_data()
    assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert data["location"]["@type"] == location


def test_nothing_private_is_on_the_page(client, full_event, take_places):
    party = take_places("Quentin", "Zbigniew")
    text = client.get(full_event.url).text
    for secret in ("Quentin", "Zbigniew", "ramp", "quokka", "quentin@example.org", party.token):
        assert secret not in text


def test_the_page_is_the_same_bytes_for_all_and_sets_no_cookie(full_event):
    first, second = Client(), Client()
    one, two = first.get(full_event.url), second.get(full_event.url)
    assert one.content == two.content
    assert not one.cookies
    assert b"csrf" not in one.content


def test_a_translation_shows_the_same_places(client, event, take_places):
    home = event.get_parent().get_parent()
    spanish = Locale.objects.create(language_code="es")
    for page in (home, event.get_parent(), event):
        page.specific.copy_for_translation(spanish).save_revision().publish()
    take_places("Ana")
    translated = event.get_translation(spanish)
    response = client.get(translated.url)
    assert translated.url.startswith("/es/")
    assert f'href="/es/events/{translated.pk}/register/"' in response.text
    assert (translated.availability.taken, translated.availability.left) == (1, 1)


def test_costs_few_queries(client, full_event, take_places, django_assert_max_num_queries):
    full_event.themes.add(ThemeFactory(), ThemeFactory())
    full_event.areas.add(AreaFactory())
    full_event.save()
    take_places("Ana")
    client.get(full_event.url)
    with django_assert_max_num_queries(12):
        client.get(full_event.url)


def test_more_of_everything_costs_no_more_queries(client, full_event, take_places, django_assert_num_queries):
    client.get(full_event.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(full_event.url)
        few = len(queries)
    for feature in ("lift", "quiet-room", "prayer-room"):
        VenueAccessFeatureFactory(venue=full_event.venue, feature=feature)
    for name in ("Ana", "Ben", "Cleo", "Dan", "Eve"):
        take_places(name)
    client.get(full_event.url)
    with django_assert_num_queries(few):
        client.get(full_event.url)


def test_the_home_page_shows_what_is_next(client, event, events_index, clock):
    EventPageFactory(parent=events_index, title="Sooner", starts_at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    EventPageFactory(parent=events_index, title="Draft event", live=False)
    EventPageFactory(parent=events_index, title="Gone by", starts_at=datetime(2026, 1, 1, 9, tzinfo=UTC))
    text = words(client.get("/"))
    assert text.index("What is on next") < text.index("Sooner") < text.index("Paying people fairly")
    assert "Thursday 16 April 2026, 10am to 1pm" in text
    assert "Draft event" not in text
    assert "Gone by" not in text


def test_a_page_that_was_never_saved_can_be_previewed(event, events_index):
    new = EventPageFactory.build(title="New", capacity=5)
    assert (new.first_made, new.availability.left) == (new, 5)
    copy = type(event).objects.get(pk=event.pk)
    copy.title = "Changed but not saved"
    response = copy.make_preview_request()
    assert response.status_code == 200
    assert "Changed but not saved" in response.text
