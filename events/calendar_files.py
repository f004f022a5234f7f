"""Events as calendar files (RFC 5545, iCalendar; RFC 5546 for what METHOD means).

What people write about their access needs is in none of them, and neither is the link that changes a registration:
calendars are shared with colleagues.
"""

from datetime import timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from hub.letters import public_address
from hub.models import HubSettings

from .times import when, zone_words

CONTENT_TYPE = "text/calendar; charset=utf-8"
PUBLISH, CANCEL = "PUBLISH", "CANCEL"
# How far around the event the clock changes are told; a calendar needs no others.
AROUND = timedelta(days=400)


def event_calendar(event):
    """Return the file that everybody may have, as bytes. The same event gives the same bytes until it changes."""
    uid = f"event-{event.translation_key}@{_host()}"
    return _file(_entry(event, event, uid=uid, sequence=_sequence(event), stamp=_changed_at(event)), PUBLISH)


def registration_calendar(registration, page):
    """Return the method and the file (bytes) for a party: with the link to join if somebody has a place.

    Where nobody has one (any more), the file calls the event off. `page` is the event in the party's language.
    """
    event = registration.event
    given_up = registration.attendees.filter(status="cancelled").count()
    method = PUBLISH if registration.attendees.confirmed().exists() else CANCEL
    entry = _entry(
        event,
        page,
        uid=f"registration-{registration.pk}-{event.translation_key}@{_host()}",
        # Each person who gives up makes two: one to call off, and one for whoever of the party gets a place later.
        sequence=_sequence(event) + 2 * given_up + (method == PUBLISH),
        stamp=timezone.now(),
        joining_link=event.joining_link if method == PUBLISH else "",
    )
    if method == CANCEL:
        entry.status = "CANCELLED"
    return method, _file(entry, method)


def _entry(event, page, *, uid, sequence, stamp, joining_link=""):
    texts = [page.summary, f"{when(event)}, {zone_words(event)}"]
    if joining_link:
        texts.append(_("Join online: %(link)s") % {"link": joining_link})
    entry = Event()
    entry.add("UID", uid)
    entry.add("DTSTAMP", stamp)
    entry.add("SEQUENCE", sequence)
    entry.add("STATUS", "CONFIRMED")
    entry.add("DTSTART", event.local_start)
    entry.add("DTEND", event.local_end)
    entry.add("SUMMARY", page.title)
    entry.add("DESCRIPTION", "\n\n".join(filter(None, texts)))
    entry.add("LOCATION", _location(event))
    entry.add("URL", public_address(page))
    entry.add("LAST-MODIFIED", _changed_at(event))
    # RFC 5546 §3.2.1 and §3.2.5 ask for an organiser, and for no guests where nobody is to answer.
    hub = HubSettings.load()
    organiser = vCalAddress(f"mailto:{hub.contact_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    organiser.params["CN"] = hub.site_name
    entry.add("ORGANIZER", organiser)
    return entry


def _file(entry, method):
    calendar = Calendar()
    calendar.add("PRODID", f"-//{_host()}//Hub//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    calendar.add_component(entry)
    calendar.add_missing_timezones(entry.start.date() - AROUND, entry.end.date() + AROUND)
    return calendar.to_ical()


def _location(event):
    places = [f"{event.venue.name}, {event.venue.address}"] if event.venue else []
    if event.event_format != event.Format.IN_PERSON:
        places.append(_("Online"))
    return ", ".join(", ".join(places).splitlines())


def _changed_at(event):
    return event.last_published_at or event.first_published_at or event.starts_at


def _sequence(event):
    """Return a number that never gets smaller: the seconds from the first to the last publication."""
    if not event.first_published_at:
        return 0
    return max(0, int((_changed_at(event) - event.first_published_at).total_seconds()))


def _host():
    return urlsplit(settings.SITE_URL).hostname
