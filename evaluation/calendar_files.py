"""A plan as a calendar file (RFC 5545, iCalendar).

An action is a whole-day event on its last day, not a task (VTODO): many calendars leave tasks out. The file holds no
private link, since calendars are shared with colleagues.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from .links import full
from .steps import step_links

CONTENT_TYPE = "text/calendar; charset=utf-8"


def plan_calendar(evaluation):
    """Return the file with all actions that have a date, as bytes. The same plan gives the same bytes."""
    host = urlsplit(settings.SITE_URL).hostname
    actions = list(evaluation.actions.exclude(due_on=None))
    links = step_links([(action.page_id, action.step) for action in actions])
    calendar = Calendar()
    calendar.add("PRODID", f"-//{host}//Hub//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", _("Plan of %(name)s") % {"name": evaluation.organisation.name})
    for action in actions:
        calendar.add_component(_entry(action, links.get((action.page_id, action.step)), host))
    return calendar.to_ical()


def _entry(action, link, host):
    entry = Event()
    entry.add("UID", f"{action.uid}@{host}")
    entry.add("DTSTAMP", action.changed_at)
    entry.add("LAST-MODIFIED", action.changed_at)
    entry.add("SEQUENCE", action.sequence)
    entry.add("STATUS", "CONFIRMED")
    entry.add("TRANSP", "TRANSPARENT")  # nobody is busy all day because of it
    entry.add("DTSTART", action.due_on)
    entry.add("DTEND", action.due_on + timedelta(days=1))  # the day after (RFC 5545 §3.6.1)
    entry.add("SUMMARY", _("Done: %(action)s") % {"action": action.text} if action.is_done else action.text)
    texts = [_("Who: %(name)s") % {"name": action.who}] if action.who else []
    if link:
        texts.append(f"{link_words(link)}: {_address(link)}")
        entry.add("URL", _address(link))
    if texts:
        entry.add("DESCRIPTION", "\n".join(texts))
    return entry


def link_words(link):
    """Return what a link to a step is called."""
    if link.step:
        return _("Step %(number)d of “%(title)s”") % {"number": link.step, "title": link.title}
    return link.title


def _address(link):
    return link.url if "://" in link.url else full(link.url)
