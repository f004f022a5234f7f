"""What is private stays private on the search page, also when pages are kept."""

import pytest

from tests.factories.knowledge import ResourcePageFactory

from .reading import URL, facet, found


@pytest.mark.parametrize("who", [None, "bob", "charlie", "edith", "mona"])
def test_nothing_private_is_found_counted_or_shown(client, secrets, request, who):
    if who:
        client.force_login(request.getfixturevalue(who))
    response = client.get(URL, {"q": "zeppelin"})
    # Whoever is signed in may read what is behind a sign-in.
    behind = ["Above zeppelin", "Below zeppelin", "login zeppelin"] if who else []
    assert sorted(found(response)) == behind
    assert facet(response, "kind") == ({"Resource": 1, "Page": 2} if who else {})
    assert facet(response, "theme") == ({"Money": 1} if who else {})
    assert f"{len(behind)} results" in response.text
    assert "shed" not in response.text
    everything = client.get(URL, {"kind": "group"})
    assert found(everything) == ["Airships"]


def test_a_member_finds_what_was_said_in_the_group(client, secrets, alice):
    client.force_login(alice)
    response = client.get(URL, {"q": "zeppelin", "kind": "group"})
    assert found(response) == ["Our zeppelin"]
    assert "Only members of this group see it" in response.text


def test_a_kept_page_of_results_is_dropped_when_they_change(client, library, committed, settings):
    settings.PAGE_CACHE_SECONDS = 600
    with committed():
        page = ResourcePageFactory(parent=library, title="Zeppelins")
    assert found(client.get(URL, {"q": "zeppelin"})) == ["Zeppelins"]
    kept = client.get(URL, {"q": "zeppelin"})
    assert kept.context is None  # nothing was rendered
    assert kept["X-Robots-Tag"] == "noindex"
    with committed():
        page.unpublish()
    assert "0 results" in client.get(URL, {"q": "zeppelin"}).text
    with committed():
        page.save_revision().publish()
    assert found(client.get(URL, {"q": "zeppelin"})) == ["Zeppelins"]


def test_what_a_member_finds_is_not_kept_for_others(client, secrets, alice, settings):
    settings.PAGE_CACHE_SECONDS = 600
    client.force_login(alice)
    assert found(client.get(URL, {"q": "zeppelin", "kind": "group"})) == ["Our zeppelin"]
    client.logout()
    assert found(client.get(URL, {"q": "zeppelin", "kind": "group"})) == []
