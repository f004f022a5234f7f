"""Facets and filters of the search page."""

from datetime import UTC, datetime

from tests.factories.hub import AreaFactory, ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from ..conftest import refresh_all
from .reading import URL, facet, found


def test_kinds_and_themes_are_counted_and_narrow(client, things):
    response = client.get(URL, {"q": "pay"})
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1, "Article": 1}
    assert facet(response, "theme") == {"Money": 2, "Meetings": 1}
    response = client.get(URL, {"q": "pay", "kind": "resource"})
    assert found(response) == ["Form to pay by"]
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1, "Article": 1}
    assert facet(response, "theme") == {"Meetings": 1, "Money": 1}
    response = client.get(URL, {"q": "pay", "kind": "resource", "theme": "money"})
    assert found(response) == ["Form to pay by"]
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1}
    response = client.get(URL, {"q": "pay", "kind": "article", "theme": "money"})
    assert found(response) == []
    assert facet(response, "kind") == {"Toolkit": 1, "Resource": 1, "Article": 0}


def test_the_links_of_facets_keep_the_rest(client, things):
    response = client.get(URL, {"q": "pay & go", "kind": "resource", "page": "1"})
    [themes] = [facet for facet in response.context["facets"] if facet["name"] == "theme"]
    assert [line["url"] for line in themes["lines"]] == [
        "?q=pay+%26+go&kind=resource&theme=meetings",
        "?q=pay+%26+go&kind=resource&theme=money",
    ]
    [kinds] = [facet for facet in response.context["facets"] if facet["name"] == "kind"]
    assert [line["url"] for line in kinds["lines"] if line["bucket"].is_chosen] == ["?q=pay+%26+go"]
    assert [item["url"] for item in response.context["filters"]] == ["?q=pay+%26+go"]


def test_filters_alone_list_the_newest_first(client, library):
    area = AreaFactory(name="Bow")
    for day, title in ((2, "Middle"), (1, "Old"), (3, "New")):
        ResourcePageFactory(
            parent=library, title=title, areas=[area], first_published_at=datetime(2026, 5, day, tzinfo=UTC)
        )
    ResourcePageFactory(parent=library, title="Elsewhere")
    refresh_all()
    assert found(client.get(URL, {"area": "bow"})) == ["New", "Middle", "Old"]


def test_the_language_narrows(client, library):
    ResourcePageFactory(parent=library, title="Payment")
    refresh_all()
    assert found(client.get(URL, {"q": "payment", "language": "es"})) == []
    assert found(client.get(URL, {"q": "payment", "language": "en"})) == ["Payment"]


def test_filters_can_be_combined_and_taken_away(client, things):
    response = client.get(URL, {"q": "pay", "kind": ["toolkit", "article"], "theme": "money"})
    assert found(response) == ["Paying people"]
    assert [(str(each["label"]), each["words"], each["url"]) for each in response.context["filters"]] == [
        ("Kind", "Toolkit", "?q=pay&kind=article&theme=money"),
        ("Kind", "Article", "?q=pay&kind=toolkit&theme=money"),
        ("Theme", "Money", "?q=pay&kind=toolkit&kind=article"),
    ]
    assert '<a class="badge in-use__filter" href="?q=pay">Remove all filters</a>' in response.text
    # Another question is asked with the same filters, and says so.
    assert '<input type="hidden" name="theme" value="money">' in response.text


def test_a_facet_with_many_values_keeps_them_all(client, library):
    page = ResourcePageFactory(parent=library, title="Payment", themes=[ThemeFactory() for _ in range(30)])
    refresh_all()
    [themes] = [each for each in client.get(URL, {"q": "payment"}).context["facets"] if each["name"] == "theme"]
    assert (len(themes["first"]), len(themes["rest"])) == (10, page.themes.count() - 10)
