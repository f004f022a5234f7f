"""The library's list: filters through the address, pages, and what it says when nothing fits."""

import pytest

from tests.factories.hub import AreaFactory, ThemeFactory
from tests.factories.knowledge import (
    ArticlePageFactory,
    ArticleSeriesPageFactory,
    ResourcePageFactory,
    ToolkitPageFactory,
)
from tests.factories.members import UserFactory

pytestmark = pytest.mark.django_db


def titles(response):
    return {page.title for page in response.context["listing"].page_obj.object_list}


def test_lists_what_is_live(client, library):
    ToolkitPageFactory(parent=library, title="Live")
    ToolkitPageFactory(parent=library, title="Draft", live=False)
    assert titles(client.get("/library/")) == {"Live"}


def test_filters_by_theme_area_and_kind(client, library):
    funding, access, southwark = (
        ThemeFactory(name="Funding"),
        ThemeFactory(name="Access"),
        AreaFactory(name="Southwark"),
    )
    ToolkitPageFactory(parent=library, title="A", themes=[funding], areas=[southwark])
    ToolkitPageFactory(parent=library, title="B", themes=[access])
    ResourcePageFactory(parent=library, title="C", themes=[funding, access], resource_kind="template")
    ArticlePageFactory(parent=library, title="D")
    ArticleSeriesPageFactory(parent=library, title="E")
    assert titles(client.get("/library/?theme=funding")) == {"A", "C"}
    assert titles(client.get("/library/?area=southwark")) == {"A"}
    assert titles(client.get("/library/?kind=toolkit")) == {"A", "B"}
    assert titles(client.get("/library/?kind=template")) == {"C"}
    assert titles(client.get("/library/?kind=article")) == {"D", "E"}
    assert titles(client.get("/library/?kind=toolkit&theme=access")) == {"B"}


def test_says_what_to_do_when_nothing_fits(client, library):
    ThemeFactory(name="Funding")
    response = client.get("/library/?theme=funding")
    assert "Remove a filter" in response.text


@pytest.mark.parametrize(
    "query", ["theme=nope", "area=%00x", "kind=' OR 1=1", "theme=a&theme=b", "page=abc", "page=-3"]
)
def test_an_absurd_filter_is_no_error(client, library, query):
    ToolkitPageFactory(parent=library, title="A")
    assert client.get(f"/library/?{query}").status_code in (200, 400)


def test_an_unknown_theme_gets_a_message_and_the_whole_list(client, library):
    ToolkitPageFactory(parent=library, title="A")
    response = client.get("/library/?theme=nope")
    assert response.context["listing"].form.errors == {"theme": ["We do not have this one. Choose one from the list."]}
    assert titles(response) == {"A"}


def test_a_long_list_has_pages_that_keep_the_filter(client, library):
    theme = ThemeFactory(name="Funding")
    for _ in range(25):
        ToolkitPageFactory(parent=library, themes=[theme])
    first, second = client.get("/library/?theme=funding"), client.get("/library/?theme=funding&page=2")
    assert len(first.context["listing"].page_obj.object_list) == 24
    assert len(second.context["listing"].page_obj.object_list) == 1
    assert "?theme=funding&amp;page=2" in first.text


def test_an_author_without_a_name_is_not_called_by_their_address(client, library):
    article = ArticlePageFactory(parent=library, author=UserFactory(name="", email="secret@example.org"))
    text = client.get(article.url).text
    assert f"#{article.shown_authors[0].member_id}</bdi></a>" in text
    assert "secret@example.org" not in text
