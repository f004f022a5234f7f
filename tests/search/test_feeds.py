"""Any search to subscribe to: the formats are valid · only what is public · stable · what is unknown is told."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from search.models import Entry
from tests.conftest import index_page
from tests.factories.events import EventPageFactory
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import ThemeFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory

from .conftest import refresh_all

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = ["/search/feed.atom", "/search/feed.json", "/search/feed.csv", "/search/feed.ics"]


@pytest.fixture(scope="module")
def things_of_file(rows_of_file):
    library, events_index, money = index_page("library"), index_page("events"), ThemeFactory(name="Money")
    ArticlePageFactory(
        parent=library, title="Old pay", summary="a < b & c", first_published_at=datetime(2026, 1, 2, tzinfo=UTC)
    )
    ResourcePageFactory(
        parent=library,
        title="=HYPERLINK() pay",
        summary="@SUM",
        themes=[money],
        first_published_at=datetime(2026, 2, 3, tzinfo=UTC),
    )
    EventPageFactory(parent=events_index, title="Pay day", starts_at=timezone.now() + timedelta(days=9))
    EventPageFactory(parent=events_index, title="Pay long ago", starts_at=timezone.now() - timedelta(days=900))
    refresh_all()


@pytest.fixture
def things(things_of_file, site):
    """Two pages and two events about pay."""


def titles_of(response):
    """Return the titles in a feed of whichever format, sorted."""
    name = response.request["PATH_INFO"]
    if name.endswith("atom"):
        return sorted(
            title.text
            for title in ElementTree.fromstring(response.content).iterfind(f"{ATOM}entry/{ATOM}title")  # noqa: S314
        )
    if name.endswith("json"):
        return sorted(item["title"] for item in json.loads(response.content)["items"])
    if name.endswith("csv"):
        rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
        return sorted(row[0] for row in rows[1:])
    return sorted(str(event["SUMMARY"]) for event in Calendar.from_ical(response.content).walk("VEVENT"))


def test_atom_has_all_that_rfc_4287_asks_for(client, things):
    response = client.get("/search/feed.atom", {"q": "pay", "kind": ["article", "resource"]})
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    feed = ElementTree.fromstring(response.content)  # noqa: S314  what we wrote ourselves
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    for element in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            [found] = element.findall(f"{ATOM}{name}")
            assert found.text
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\+00:00|Z)", element.find(f"{ATOM}updated").text)
    links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
    query = "?q=pay&kind=article&kind=resource"
    assert links == {
        "alternate": f"{settings.SITE_URL}/search/{query}",
        "self": f"{settings.SITE_URL}/search/feed.atom{query}",
    }
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    entries = {entry.find(f"{ATOM}title").text: entry for entry in feed.iterfind(f"{ATOM}entry")}
    assert sorted(entries) == ["=HYPERLINK() pay", "Old pay"]
    updated = [entry.find(f"{ATOM}updated").text for entry in entries.values()]
    assert updated == sorted(updated, reverse=True)  # the newest first
    assert entries["Old pay"].find(f"{ATOM}summary").text == "a &lt; b &amp; c"  # as HTML
    dated_at = Entry.objects.get(title="Old pay").dated_at.replace(microsecond=0)
    assert entries["Old pay"].find(f"{ATOM}published").text == dated_at.isoformat()
    assert entries["Old pay"].find(f"{ATOM}link").get("href") == f"{settings.SITE_URL}/library/old-pay/"


def test_json_feed_has_what_its_version_asks_for(client, things):
    response = client.get("/search/feed.json", {"q": "pay"})
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{settings.SITE_URL}/search/feed.json?q=pay"
    assert feed["home_page_url"] == f"{settings.SITE_URL}/search/?q=pay"
    assert feed["title"] == "Search: “pay”"
    assert len(feed["items"]) == 4
    for item in feed["items"]:
        assert item["id"].startswith("urn:uuid:")
        assert item["content_text"]
        assert item["url"].startswith(settings.SITE_URL)
        assert datetime.fromisoformat(item["date_modified"]).tzinfo


def test_the_table_is_safe_in_a_spreadsheet(client, things):
    response = client.get("/search/feed.csv", {"q": "pay", "kind": "resource"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    heads, row = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert len(heads) == len(row)
    assert row[:5] == ["'=HYPERLINK() pay", "Resource", "en", "'@SUM", "Money"]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


def test_the_calendar_has_the_dates_alone(client, things):
    response = client.get("/search/feed.ics", {"q": "pay"})
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    entry = Entry.objects.get(title="Pay day")
    assert str(event["SUMMARY"]) == "Pay day"
    assert event["UID"] == f"event-{entry.translation_key}@{settings.SITE_URL.split('//')[1].split(':')[0]}"
    assert event.decoded("DTSTART") == entry.dated_at.replace(microsecond=0)
    assert event.decoded("DTEND") == entry.ends_at.replace(microsecond=0)
    assert str(event["URL"]).startswith(settings.SITE_URL)
    assert "DTSTAMP" in event
    assert titles_of(client.get("/search/feed.ics", {"q": "pay", "kind": "article"})) == []
    assert titles_of(client.get("/search/feed.ics", {"q": "pay", "kind": ["article", "event"]})) == ["Pay day"]


def test_ids_stay_when_a_thing_is_put_in_again(client, things):
    def ids():
        return {item["id"] for item in json.loads(client.get("/search/feed.json", {"q": "pay"}).content)["items"]}

    before = ids()
    Entry.objects.all().delete()
    refresh_all()
    assert ids() == before


def test_the_same_answers_give_the_same_bytes(client, things):
    for path in ALL:
        first = client.get(path, {"q": "pay"})
        assert client.get(path, {"q": "pay"}).content == first.content
        again = client.get(path, {"q": "pay"}, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304


def test_groups_have_an_id_of_their_own(client, site):
    PeerGroupFactory(name="Airships")
    refresh_all()
    [item] = json.loads(client.get("/search/feed.json", {"q": "airships"}).content)["items"]
    assert re.fullmatch(r"tag:[\w.]+,2026:peergroup:\d+", item["id"])


@pytest.mark.parametrize("path", ALL)
def test_what_makes_no_sense_is_told_and_nothing_else_sent(client, things, path):
    for query in ("theme=gone", "kind=zeppelin", "q=pay+kind:zeppelin"):
        response = client.get(f"{path}?{query}")
        assert response.status_code == 404
        assert "We do not know" in response.text
    assert client.post(path, {"q": "pay"}).status_code == 405
    assert client.get("/search/feed.doc").status_code == 404


@pytest.mark.parametrize("typed", ["\0", "]]>&<", "\ufffe\uffff\x0b pay", "'\"" * 3000, "\U0001f389", "AND OR ("])
def test_any_text_gives_a_feed(client, things, typed):
    for path in ALL:
        response = client.get(path, {"q": typed})
        assert response.status_code == 200
        titles_of(response)


def test_without_a_question_everything_new(client, things):
    assert len(titles_of(client.get("/search/feed.atom"))) >= 4
    assert "Everything new" in client.get("/search/feed.atom").text


@pytest.mark.parametrize("who", [None, "alice", "edith"])
@pytest.mark.parametrize("path", ALL)
def test_only_what_everybody_may_see(client, library, events_index, alice, edith, path, who):
    soon = timezone.now() + timedelta(days=5)
    group = PeerGroupFactory(name="Airships")
    MembershipFactory(group=group, user=alice)
    PostFactory(topic=TopicFactory(group=group, title="Our zeppelin"), text="It is in the shed.")
    ResourcePageFactory(parent=library, title="Draft zeppelin", live=False)
    EventPageFactory(parent=events_index, title="Draft zeppelin event", starts_at=soon, live=False)
    hidden = EventPageFactory(parent=events_index, title="Hidden zeppelin", starts_at=soon)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    EventPageFactory(parent=events_index, title="Public zeppelin", starts_at=soon)
    refresh_all()
    if who:
        client.force_login({"alice": alice, "edith": edith}[who])
    response = client.get(path, {"q": "zeppelin"})
    assert titles_of(response) == ["Public zeppelin"]
    assert "shed" not in response.text


def test_in_another_language(client, things):
    feed = json.loads(client.get("/es/search/feed.json", {"q": "pay"}).content)
    assert feed["language"] == "es"
    assert feed["feed_url"] == f"{settings.SITE_URL}/es/search/feed.json?q=pay"


def test_the_page_tells_of_them(client, things):
    response = client.get("/search/", {"q": "pay", "kind": "resource"})
    query = "?q=pay&amp;kind=resource"
    assert (
        f'<link rel="alternate" type="application/atom+xml" title="Atom" href="/search/feed.atom{query}">'
        in response.text
    )
    for path in ALL:
        assert f'<a href="{path}{query}"' in response.text
    assert "feed.ics" not in client.get("/search/", {"q": "hyperlink"}).text  # which has no dates


def test_they_cost_the_same_for_one_and_for_many(client, library):
    numbers = []
    for stop in (1, 20):
        for number in range(stop):
            ResourcePageFactory(parent=library, title=f"Payment {stop} {number}", themes=[ThemeFactory()])
        refresh_all()
        client.get("/search/feed.csv", {"q": "payment"})
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/feed.csv", {"q": "payment"})
        numbers.append(len(captured))
    assert numbers[0] == numbers[1] <= 10
