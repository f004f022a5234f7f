"""Calendar files: what RFC 5545 asks of them, and what must never be in them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from events import actions
from events.calendar_files import event_calendar, registration_calendar
from hub.models import HubSettings
from tests.events.conftest import NOW
from tests.factories.events import EventPageFactory, VenueFactory

pytestmark = pytest.mark.django_db


def check(content):
    """Check what RFC 5545 asks of every file, and return the calendar and its one event."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75  # octets, §3.1
        assert b"\n" not in line
    calendar = Calendar.from_ical(content)
    assert (calendar["VERSION"], bool(calendar["PRODID"]), calendar["CALSCALE"]) == ("2.0", True, "GREGORIAN")
    [entry] = calendar.walk("VEVENT")
    assert not entry.errors
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "ORGANIZER", "URL"):
        assert name in entry, name
    assert entry["DTSTAMP"].dt.tzinfo is not None
    assert content.count(b"\r\nDTSTAMP:") == 1
    zones = {zone["TZID"] for zone in calendar.walk("VTIMEZONE")}
    assert {entry[name].params.get("TZID") for name in ("DTSTART", "DTEND")} - {None} == zones  # §3.2.19
    assert "ATTENDEE" not in entry
    return calendar, entry


def test_the_public_file(event):
    HubSettings.objects.create(site_name="The Hub", contact_email="hello@example.org")
    calendar, entry = check(event_calendar(event))
    assert calendar["METHOD"] == "PUBLISH"
    assert entry["UID"] == f"event-{event.translation_key}@localhost"
    assert entry["DTSTART"].dt == datetime(2026, 4, 16, 10, tzinfo=ZoneInfo("Europe/London"))
    assert entry["DTSTART"].params["TZID"] == "Europe/London"
    assert entry["DTEND"].dt == datetime(2026, 4, 16, 13, tzinfo=ZoneInfo("Europe/London"))
    assert (entry["SUMMARY"], entry["STATUS"], entry["SEQUENCE"]) == ("Paying people fairly", "CONFIRMED", 0)
    assert (entry["URL"], entry["LOCATION"]) == ("http://localhost:8000/events/paying-people/", "Online")
    assert (entry["ORGANIZER"], entry["ORGANIZER"].params["CN"]) == ("mailto:hello@example.org", "The Hub")
    assert "Thursday 16 April 2026, 10am to 1pm, London time (BST)" in entry["DESCRIPTION"]


def test_the_public_file_stays_the_same_until_the_event_changes(event, clock):
    first = event_calendar(event)
    clock.shift(timedelta(hours=1))
    assert event_calendar(event) == first
    event.title = "Paying people well"
    event.save_revision().publish()
    event.refresh_from_db()
    _calendar, entry = check(event_calendar(event))
    assert (entry["UID"], entry["SEQUENCE"]) == (check(first)[1]["UID"], 3600)


def test_the_public_file_tells_no_secret(event):
    assert b"quokka" not in event_calendar(event)


def test_every_language_and_long_lines(events_index):
    venue = VenueFactory(name="مركز المجتمع", address="١ شارع طويل " * 20 + "\nلندن, SE1; \\ test")
    event = EventPageFactory(
        parent=events_index,
        title="يوم الاستماع " * 15,
        summary="Tres líneas; con, signos \\ y más. " * 8,
        venue=venue,
        event_format="both",
        time_zone="Asia/Karachi",
    )
    _calendar, entry = check(event_calendar(event))
    assert entry["SUMMARY"] == event.title
    assert event.summary in entry["DESCRIPTION"]
    assert entry["LOCATION"].startswith("مركز المجتمع, ")
    assert entry["LOCATION"].endswith("لندن, SE1; \\ test, Online")
    assert entry["DTSTART"].dt == event.starts_at.replace(microsecond=0)


def test_utc_needs_no_time_zone(events_index):
    event = EventPageFactory(parent=events_index, time_zone="UTC")
    calendar, entry = check(event_calendar(event))
    assert entry["DTSTART"].dt == event.starts_at.replace(microsecond=0)
    assert calendar.walk("VTIMEZONE") == []


def test_the_own_file_has_the_link_to_join_and_no_other_secret(event, take_places):
    party = take_places("Ana", "Ben")
    method, content = registration_calendar(party, event)
    calendar, entry = check(content)
    assert method == calendar["METHOD"] == "PUBLISH"
    assert entry["UID"] == f"registration-{party.pk}-{event.translation_key}@localhost"
    assert entry["DTSTAMP"].dt == NOW
    assert "https://meet.example.org/quokka" in entry["DESCRIPTION"]
    flat = content.replace(b"\r\n ", b"").decode()
    for secret in (party.token, "ramp", "Ana", "Ben", "ana@example.org"):
        assert secret not in flat


def test_giving_up_calls_the_same_entry_off(event, take_places):
    party = take_places("Ana")
    _calendar, before = check(registration_calendar(party, event)[1])
    actions.give_up_all(registration=party)
    method, content = registration_calendar(party, event)
    calendar, after = check(content)
    assert method == calendar["METHOD"] == "CANCEL"
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert b"quokka" not in content


def test_a_place_after_calling_off_counts_as_newer(event, take_places):
    event.capacity = 1
    event.save()
    party = take_places("Ana", "Ben")
    ana = party.attendees.get(name="Ana")
    type(event).objects.update(capacity=0)
    actions.give_up(attendee=ana)
    called_off = check(registration_calendar(party, event)[1])[1]
    type(event).objects.update(capacity=1)
    actions.fill_places(event=event)
    calendar, back = check(registration_calendar(party, event)[1])
    assert calendar["METHOD"] == "PUBLISH"
    assert back["SEQUENCE"] > called_off["SEQUENCE"]


def test_download(client, event):
    response = client.get(f"/events/{event.pk}/calendar.ics")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="paying-people.ics"'
    check(response.content)
    assert client.post(f"/events/{event.pk}/calendar.ics").status_code == 405
    assert client.get("/events/999/calendar.ics").status_code == 404


def test_download_with_the_link(client, take_places):
    party, waiting = take_places("Ana", "Ben"), take_places("Cleo")
    response = client.get(f"{party.get_absolute_url()}calendar.ics")
    assert check(response.content)[0]["METHOD"] == "PUBLISH"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert client.get(f"{waiting.get_absolute_url()}calendar.ics").status_code == 404
    assert client.get("/events/registration/nonsense/calendar.ics").status_code == 404


# In the mail ----------------------------------------------------------------------------------------------------------


def calendar_in(message):
    parts = [part for part in message.message().walk() if part.get_content_type() == "text/calendar"]
    for part in parts:
        assert part.get_filename() == "event.ics"
        assert part.get_param("method") == check(part.get_payload(decode=True))[0]["METHOD"]
    return [part.get_param("method") for part in parts]


def test_mail_for_a_place_has_the_file(take_places, mailoutbox):
    take_places("Ana")
    assert calendar_in(mailoutbox[0]) == ["PUBLISH"]


def test_mail_for_the_waiting_list_has_none_and_no_link_to_join(take_places, mailoutbox):
    take_places("Ana", "Ben")
    take_places("Cleo")
    assert calendar_in(mailoutbox[1]) == []
    assert "quokka" in mailoutbox[0].body
    assert "quokka" not in mailoutbox[1].body


def test_mail_when_a_place_comes_free_has_the_file(take_places, committed, mailoutbox):
    party = take_places("Ana", "Ben")
    take_places("Cleo")
    with committed():
        actions.give_up_all(registration=party)
    assert [calendar_in(message) for message in mailoutbox[2:]] == [["CANCEL"], ["PUBLISH"]]
    assert "quokka" in mailoutbox[3].body


def test_mail_for_a_turn_given_up_calls_nothing_off(take_places, committed, mailoutbox):
    take_places("Ana", "Ben")
    waiting = take_places("Cleo")
    with committed():
        actions.give_up_all(registration=waiting)
    assert calendar_in(mailoutbox[-1]) == []


def test_no_mail_tells_access_needs(event, take_places, committed, mailoutbox, edith):
    party = take_places("Ana", "Ben")
    take_places("Ana")
    waiting = take_places("Cleo")
    with committed():
        actions.give_up(attendee=party.attendees.get(name="Ben"))
        actions.give_up_all(registration=waiting, by=edith)
    assert len(mailoutbox) == 6
    for message in mailoutbox:
        assert "ramp" not in message.message().as_string()
        for part in message.message().walk():
            assert b"ramp" not in (part.get_payload(decode=True) or b"")


def test_mail_tells_the_time_where_the_event_is(events_index, take_places, mailoutbox):
    event = EventPageFactory(
        parent=events_index,
        title="Two days",
        starts_at=datetime(2026, 7, 1, 4, 30, tzinfo=UTC),
        ends_at=datetime(2026, 7, 2, 12, tzinfo=UTC),
        time_zone="Asia/Karachi",
    )
    take_places("Ana", event=event)
    assert "Wednesday 1 July 2026, 9.30am to Thursday 2 July 2026, 5pm, Karachi time (PKT)" in mailoutbox[0].body
