"""When an event is, in words. Times are those of the event's own time zone, whoever reads them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hub.templatetags.hub_tags import clock, day


def when(event):
    """Return the time of an event: "Thursday 19 April 2026, 10am to 1pm"."""
    start, end = _on_the_spot(event.local_start), _on_the_spot(event.local_end)
    if start.date() == end.date():
        return _("%(day)s, %(start)s to %(end)s") % {"day": day(start), "start": clock(start), "end": clock(end)}
    return _("%(first_day)s, %(start)s to %(last_day)s, %(end)s") % {
        "first_day": day(start),
        "start": clock(start),
        "last_day": day(end),
        "end": clock(end),
    }


def hours(event):
    """Return the time without its day: "10am to 1pm"; where it ends on another day, with that day."""
    start, end = _on_the_spot(event.local_start), _on_the_spot(event.local_end)
    words = {"start": clock(start), "end": clock(end), "last_day": day(end)}
    if start.date() == end.date():
        return _("%(start)s to %(end)s") % words
    return _("%(start)s to %(last_day)s, %(end)s") % words


def zone_words(event):
    """Return the name of an event's time zone: "London time (BST)"."""
    city = event.time_zone.rpartition("/")[2].replace("_", " ")
    # Translators: a city, as in "London time"
    city = pgettext("city", "London") if city == "London" else city
    short = event.local_start.tzname() or ""
    if city in ("UTC", short):
        return city
    words = _("%(city)s time") % {"city": city}
    # Zones without letters of their own are called by their distance from UTC: "+03".
    return f"{words} (UTC{short})" if short[:1] in ("+", "-") else f"{words} ({short})"


def moment(event, value):
    """Return a moment in the event's time zone: "Thursday 12 April 2026, 5pm"."""
    local = _on_the_spot(value.astimezone(event.zone))
    return _("%(day)s, %(time)s") % {"day": day(local), "time": clock(local)}


def _on_the_spot(value):
    """Take the zone away: what is left is what the clock on the wall says, and nothing turns it into another zone."""
    return value.replace(tzinfo=None)
