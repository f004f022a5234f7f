"""How much one reader may ask in a minute: a shared line is not punished, a machine waits."""

import pytest
from django.core.cache.backends.dummy import DummyCache

from search import limits
from tests.factories.knowledge import ResourcePageFactory

from .conftest import refresh_all

URL = "/search/"
SUGGESTIONS = "/search/suggestions/"


@pytest.fixture
def clock(monkeypatch):
    """A clock that can be set: `clock[0] += 1`."""
    moment = [1_800_000_000.0]
    monkeypatch.setattr(limits.time, "time", lambda: moment[0])
    return moment


@pytest.fixture(autouse=True)
def _few(settings):
    settings.SEARCHES_PER_MINUTE, settings.SUGGESTIONS_PER_MINUTE = 3, 6


def statuses(client, times, path=URL, **headers):
    return [client.get(path, {"q": "pay"}, **headers).status_code for _ in range(times)]


def test_the_bucket_empties_and_fills_evenly(client, site, clock):
    assert statuses(client, 5) == [200, 200, 200, 429, 429]
    clock[0] += 20  # a third of a minute, for one of three
    assert statuses(client, 2) == [200, 429]
    clock[0] += 3600
    assert statuses(client, 4) == [200, 200, 200, 429]


def test_the_page_keeps_the_question_and_says_how_long(client, site, clock):
    statuses(client, 3)
    response = client.get(URL, {"q": "how to <pay>", "theme": "money"})
    assert response.status_code == 429
    assert response["Retry-After"] == "20"
    assert response["X-Robots-Tag"] == "noindex"
    assert "In 20 seconds you can go on" in response.text
    assert 'value="how to &lt;pay&gt;"' in response.text
    assert 'href="/search/?q=how+to+%3Cpay%3E&amp;theme=money"' in response.text


def test_suggestions_have_a_bucket_of_their_own_and_answer_in_json(client, site, clock):
    statuses(client, 4)
    assert statuses(client, 7, SUGGESTIONS) == [200] * 6 + [429]
    response = client.get(SUGGESTIONS, {"q": "pay"})
    assert response.json()["suggestions"] == []
    assert response["Retry-After"] == "10"


def test_feeds_count_as_searches(client, site, clock):
    assert statuses(client, 4, "/search/feed.atom") == [200, 200, 200, 429]


def test_each_line_by_itself(client, site, clock):
    statuses(client, 4)
    assert statuses(client, 1, REMOTE_ADDR="203.0.113.7") == [200]


def test_a_household_has_one_ipv6_network(client, site, clock):
    assert statuses(client, 3, REMOTE_ADDR="2001:db8:1:2::1") == [200, 200, 200]
    assert statuses(client, 1, REMOTE_ADDR="2001:db8:1:2:ffff::9") == [429]
    assert statuses(client, 1, REMOTE_ADDR="2001:db8:1:3::1") == [200]


def test_behind_a_proxy_the_reader_counts_and_not_the_proxy(client, site, clock, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert statuses(client, 4, headers={"X-Forwarded-For": "198.51.100.1"})[-1] == 429
    assert statuses(client, 1, headers={"X-Forwarded-For": "198.51.100.2"}) == [200]
    # What a reader writes into it besides does not help.
    assert statuses(client, 1, headers={"X-Forwarded-For": "198.51.100.9, 198.51.100.1"}) == [429]


def test_no_address_at_all_is_no_error(client, site, clock):
    assert statuses(client, 4, REMOTE_ADDR="") == [200, 200, 200, 429]


def test_whoever_is_signed_in_is_counted_alone(client, site, clock, alice, bob):
    statuses(client, 4)
    client.force_login(alice)
    assert statuses(client, 4) == [200, 200, 200, 429]
    client.force_login(bob)
    assert statuses(client, 1) == [200]


def test_kept_pages_never_count(client, library, clock, settings):
    settings.PAGE_CACHE_SECONDS = 600
    ResourcePageFactory(parent=library, title="Pay")
    refresh_all()
    assert statuses(client, 20) == [200] * 20
    assert client.get(URL, {"q": "other"}).status_code == 200


def test_without_a_limit(client, site, clock, settings):
    settings.SEARCHES_PER_MINUTE = 0
    assert statuses(client, 10) == [200] * 10


def test_without_a_cache_nobody_waits(client, site, clock, monkeypatch):
    monkeypatch.setattr(limits, "cache", DummyCache("", {}))
    assert statuses(client, 10) == [200] * 10


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),  # the same reader, where one socket takes both kinds of addresses
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown:1", "unknown:1"),
        ("", ""),
    ],
)
def test_whose_line_it_is(address, line):
    assert limits._line(address) == line
