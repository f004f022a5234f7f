"""Any search to subscribe to: Atom, JSON Feed, a table, a calendar.

Only what everybody may see is ever in them, whoever asks, so that their addresses can be passed on.
"""

import csv
import io
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from hub.cells import csv_cell
from hub.kinds import Kind

from .engines.terms import FACETS
from .facets import Address, filters_in_use, names_of
from .models import Entry
from .results import LIMIT, find
from .showing import local_address

MOST_ITEMS = 50  # in a feed: the best answers, the newest first
MOST_ROWS = 1000  # in a table
MOST_DATES = 200  # in a calendar
# Dates stay in the calendar for a while after they have passed, so that a subscriber does not lose them at once.
KEPT_AFTER = timedelta(days=92)
# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets).
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FIRST_YEAR = 2026  # of the hub; part of ids, which never change (RFC 4151)


class UnknownFilterError(Exception):
    """The address narrows the search by what does not exist (any more): its text says which facet."""


@dataclass
class Item:
    """An entry as a feed tells of it."""

    entry: Entry
    url: str
    id: str
    published: datetime | None
    updated: datetime
    themes: list = field(default_factory=list)


@dataclass
class Subscription:
    """A search that somebody follows, and what answers it."""

    title: str
    url: str  # of the results page
    feed_url: str
    language: str
    site_name: str
    items: list


def subscription(typed, filters, *, as_typed, language, site_name, path, search_path, limit=MOST_ITEMS):
    """Return the Subscription for a search. Raises UnknownFilterError rather than send more than was subscribed to."""
    findings = find(
        typed,
        user=AnonymousUser(),
        language=language,
        filters=filters,
        as_typed=as_typed,
        with_facets=False,
        limit=limit,
    )
    if findings.left_out:
        raise UnknownFilterError(findings.left_out[0])
    chosen = {facet: values for facet, values in findings.scope.filters.items() if facet in filters}
    address = Address(typed, chosen, as_typed)
    query = urlencode(address.pairs(chosen))
    return Subscription(
        title=_title(typed, chosen, address),
        url=_full(search_path, query),
        feed_url=_full(path, query),
        language=language,
        site_name=site_name,
        items=_items(findings.keys[:limit], language),
    )


def dated(typed, filters, **options):
    """Return the Subscription for the dates that a search finds, the soonest first."""
    kinds = filters.get("kind", ())
    # Other kinds have dates too, on which they were published: nobody wants those in a calendar.
    narrowed = {**filters, "kind": (Kind.EVENT.value,)} if not kinds or Kind.EVENT in kinds else filters
    found = subscription(typed, narrowed, limit=LIMIT, **options)
    since = timezone.now() - KEPT_AFTER
    events = [item for item in found.items if item.entry.kind == Kind.EVENT and item.entry.dated_at]
    events = [item for item in events if (item.entry.ends_at or item.entry.dated_at) > since]
    found.items = sorted(events, key=lambda item: (item.entry.dated_at, item.id))[:MOST_DATES]
    return found


def newest_first(found):
    """Return the items of a Subscription, what was published or checked last on top."""
    return sorted(found.items, key=lambda item: (item.updated, item.id), reverse=True)


# Formats -------------------------------------------------------------------------------------------------------------


class SearchFeed(Atom1Feed):
    """RFC 4287. The same answers give the same bytes."""

    def latest_post_date(self):
        dates = [item["updateddate"] for item in self.items]
        return max(dates) if dates else datetime.combine(timezone.now().date(), time(), UTC)


def atom(found):
    """Return a Subscription as Atom."""
    feed = SearchFeed(
        title=_xml(found.title),
        link=found.url,
        description="",
        language=found.language,
        author_name=_xml(found.site_name),
        feed_url=found.feed_url,
        feed_guid=found.feed_url,
    )
    for item in newest_first(found):
        feed.add_item(
            title=_xml(item.entry.title),
            link=item.url,
            description=escape(_xml(item.entry.summary)),  # the summary is marked as HTML
            unique_id=item.id,
            pubdate=item.published,
            updateddate=item.updated,
            categories=[_xml(name) for name in (Kind(item.entry.kind).label, *item.themes)],
        )
    return feed.writeString("utf-8")


def json_feed(found):
    """Return a Subscription as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    items = []
    for item in newest_first(found):
        told = {
            "id": item.id,
            "url": item.url,
            "title": item.entry.title,
            "content_text": item.entry.summary or item.entry.title,
            "date_modified": _rfc3339(item.updated),
            "tags": [str(Kind(item.entry.kind).label), *item.themes],
            "language": item.entry.language,
        }
        if item.published:
            told["date_published"] = _rfc3339(item.published)
        items.append(told)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": found.title,
        "home_page_url": found.url,
        "feed_url": found.feed_url,
        "language": found.language,
        "authors": [{"name": found.site_name, "url": settings.SITE_URL}],
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def table(found):
    """Return a Subscription as CSV (RFC 4180), the best answer first, with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    rows = csv.writer(out)
    heads = [_("Title"), _("Kind"), _("Language"), _("Summary"), _("Themes"), _("Date"), _("Ends at"), _("Place")]
    rows.writerow([csv_cell(head) for head in [*heads, _("Checked on"), _("Address")]])
    for item in found.items:
        entry = item.entry
        cells = [entry.title, Kind(entry.kind).label, entry.language, entry.summary, ", ".join(item.themes)]
        cells += [_local(entry.dated_at), _local(entry.ends_at), entry.place, entry.checked_on or "", item.url]
        rows.writerow([csv_cell(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def calendar(found):
    """Return a Subscription made by `dated` as a calendar file (RFC 5545), as bytes."""
    file = Calendar()
    file.add("PRODID", f"-//{_host()}//Hub//EN")
    file.add("VERSION", "2.0")
    file.add("CALSCALE", "GREGORIAN")
    file.add("METHOD", "PUBLISH")
    file.add("X-WR-CALNAME", _xml(found.title))
    file.add("REFRESH-INTERVAL", timedelta(hours=6), parameters={"VALUE": "DURATION"})  # RFC 7986 §5.7
    for item in found.items:
        entry = item.entry
        event = Event()
        # The same as in the event's own file, so that nobody has it twice.
        event.add("UID", f"event-{entry.translation_key or entry.pk}@{_host()}")
        event.add("DTSTAMP", entry.updated_at.astimezone(UTC))
        event.add("LAST-MODIFIED", entry.updated_at.astimezone(UTC))
        event.add("DTSTART", entry.dated_at.astimezone(UTC))
        if entry.ends_at and entry.ends_at > entry.dated_at:
            event.add("DTEND", entry.ends_at.astimezone(UTC))
        event.add("SUMMARY", _xml(entry.title))
        if entry.summary:
            event.add("DESCRIPTION", _xml(entry.summary))
        if entry.place:
            event.add("LOCATION", _xml(entry.place))
        event.add("URL", item.url)
        file.add_component(event)
    return file.to_ical()


# What the formats share ----------------------------------------------------------------------------------------------


def _title(typed, filters, address):
    names = {facet: names_of(facet, filters.get(facet, ())) for facet in FACETS}
    words = [f"“{typed}”"] if typed else []
    words += [f"{line['label']}: {line['words']}" for line in filters_in_use(filters, names, address)]
    return _("Search: %(words)s") % {"words": ", ".join(words)} if words else _("Everything new")


def _items(keys, language):
    entries = Entry.objects.for_audiences([]).prefetch_related("labels").in_bulk(keys)
    themes = names_of(
        "theme", {label.value for entry in entries.values() for label in entry.labels.all() if label.facet == "theme"}
    )
    return [_item(entries[key], language, themes) for key in keys if key in entries]


def _item(entry, language, themes):
    now = timezone.now()
    is_event = entry.kind == Kind.EVENT  # whose date is when it takes place
    published = entry.dated_at if entry.dated_at and entry.dated_at <= now and not is_event else None
    checked = datetime.combine(entry.checked_on, time(), UTC) if entry.checked_on else None
    slugs = [label.value for label in entry.labels.all() if label.facet == "theme"]
    return Item(
        entry=entry,
        url=settings.SITE_URL + local_address(entry, language),
        id=_id(entry),
        published=published,
        updated=max((moment for moment in (published, checked) if moment and moment <= now), default=entry.updated_at),
        themes=sorted(themes[slug] for slug in slugs if slug in themes),
    )


def _id(entry):
    """Return what never changes about a thing, in whichever language it is read."""
    if entry.translation_key:
        return f"urn:uuid:{entry.translation_key}"
    model = ContentType.objects.get_for_id(entry.thing_type_id).model
    return f"tag:{_host()},{FIRST_YEAR}:{model}:{entry.thing_id}"


def _full(path, query):
    return f"{settings.SITE_URL}{path}" + (f"?{query}" if query else "")


def _xml(text):
    return NOT_XML.sub("", str(text))


def _rfc3339(moment):
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def _host():
    return urlsplit(settings.SITE_URL).hostname
