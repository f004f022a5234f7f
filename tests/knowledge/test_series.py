"""A series lists its articles in order, and each says which part it is, of those that everybody may read."""

import json
import re

import pytest
from django.core.cache import cache
from wagtail.models import Locale, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from knowledge.models import ArticleSeriesPage
from search.models import Entry
from tests.factories.knowledge import ArticlePageFactory, ArticleSeriesPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(library):
    return [ArticlePageFactory(parent=library, title=f"Part {name}", slug=f"part-{name}") for name in "abc"]


@pytest.fixture
def series(library, articles):
    """Read as b, c, a."""
    a, b, c = articles
    return ArticleSeriesPageFactory(parent=library, title="On money", articles=[b, c, a])


def place(client, article):
    place = client.get(article.url).context["place"]
    if place is None:
        return None
    around = [page and page.title for page in (place.previous, place.next)]
    return (place.series.title, place.number, place.total, *around)


def shown(client, series):
    return [part.title for part in client.get(series.url).context["parts"]]


def json_ld(response):
    return json.loads(re.search(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', response.text, re.S)[1])


def test_parts_are_counted_in_the_editors_order(client, series, articles):
    a, b, c = articles
    assert shown(client, series) == ["Part b", "Part c", "Part a"]
    assert place(client, b) == ("On money", 1, 3, None, "Part c")
    assert place(client, c) == ("On money", 2, 3, "Part b", "Part a")
    assert place(client, a) == ("On money", 3, 3, "Part c", None)
    text = client.get(c.url).text
    assert "Part 2 of 3 of" in text
    assert f'rel="prev" href="{b.url}"' in text
    assert f'rel="next" href="{a.url}"' in text


def test_an_article_without_a_series(client, library):
    assert place(client, ArticlePageFactory(parent=library)) is None


@pytest.mark.parametrize("state", ["draft", "restricted"])
def test_what_not_everybody_may_read_is_neither_shown_nor_counted(client, series, articles, alice, state):
    a, b, c = articles
    if state == "draft":
        c.unpublish()
    else:
        PageViewRestriction.objects.create(page=c, restriction_type="login")
        client.force_login(alice)
        assert place(client, c) is None
    assert shown(client, series) == ["Part b", "Part a"]
    assert place(client, a) == ("On money", 2, 2, "Part b", None)
    for page in (series, a, b):
        assert "Part c" not in client.get(page.url).text


@pytest.mark.parametrize("state", ["draft", "restricted"])
def test_a_series_that_not_everybody_may_read_is_not_named(client, series, articles, state):
    if state == "draft":
        series.unpublish()
    else:
        PageViewRestriction.objects.create(page=series, restriction_type="login")
    assert place(client, articles[0]) is None
    assert "On money" not in client.get(articles[0].url).text


def test_one_part_alone_is_not_part_one_of_one(client, series, articles):
    for article in articles[1:]:
        article.unpublish()
    text = client.get(articles[0].url).text
    assert "From the series" in text
    assert "Part 1 of 1" not in text
    assert "A series with 1 part so far" in client.get(series.url).text


def test_a_series_with_nothing_published(client, series, articles):
    for article in articles:
        article.unpublish()
    assert "None of its parts is published yet." in client.get(series.url).text


def test_a_translation_shows_its_own_articles_and_the_english_where_there_is_none(
    client, home, library, series, articles
):
    spanish = Locale.objects.create(language_code="es")
    for page in (home, library):
        page.copy_for_translation(spanish).save_revision().publish()
    article = articles[2].copy_for_translation(spanish)
    article.title = "Parte c"
    article.save_revision().publish()
    copy = series.copy_for_translation(spanish)
    copy.title = "Sobre el dinero"
    copy.save_revision().publish()
    assert shown(client, copy) == ["Part b", "Parte c", "Part a"]
    assert place(client, article) == ("Sobre el dinero", 2, 3, "Part b", "Part a")
    assert place(client, articles[2]) == ("On money", 2, 3, "Part b", "Part a")


def test_what_search_engines_are_told(client, series, articles):
    a, b, c = articles
    data = json_ld(client.get(series.url))
    assert data["@type"] == "CreativeWorkSeries"
    assert [part["url"] for part in data["hasPart"]] == [b.full_url, c.full_url, a.full_url]
    data = json_ld(client.get(c.url))
    assert data["position"] == 2
    assert data["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "On money", "url": series.full_url}


def test_a_series_is_found_but_not_by_what_its_parts_are_called(committed, library):
    draft = ArticlePageFactory(parent=library, title="Zebrafinch", live=False)
    with committed():
        ArticleSeriesPageFactory(parent=library, title="On money", articles=[draft])
    entry = Entry.objects.get()
    assert (entry.kind, entry.title) == ("article", "On money")
    assert "Zebrafinch" not in f"{entry.keywords} {entry.summary}"


def test_nobody_comments_on_a_series(client, series, bob):
    client.force_login(bob)
    assert client.get(f"/comments/pages/{series.pk}/").status_code == 404


@pytest.mark.parametrize("number", [1, 5])
def test_it_takes_the_same_queries_however_many_there_are(client, library, number, alice, django_assert_num_queries):
    articles = [ArticlePageFactory(parent=library, author=alice) for _ in range(number)]
    series = ArticleSeriesPageFactory(parent=library, articles=articles)
    for page, queries in [(series, 6), (articles[0], 9)]:
        cache.clear()
        client.get(page.url)  # keeps menus and settings
        with django_assert_num_queries(queries):
            client.get(page.url)


class TestEditing:
    @pytest.fixture
    def post(self, client, edith, library):
        client.force_login(edith)

        def post(*articles):
            rows = [{"article": article.pk, "ORDER": number} for number, article in enumerate(articles, 1)]
            sent = {
                "title": "On time", "slug": "on-time", "introduction": streamfield([]),
                "parts": inline_formset(rows), "comments": inline_formset([]), "action-publish": "1",
            }  # fmt: skip
            return client.post(
                f"/admin/pages/add/knowledge/articleseriespage/{library.pk}/", nested_form_data(sent), follow=True
            )

        return post

    def test_an_editor_puts_them_in_order(self, client, post, articles):
        a, b, _c = articles
        post(b, a)
        series = ArticleSeriesPage.objects.live().get()
        client.logout()
        assert shown(client, series) == ["Part b", "Part a"]

    def test_not_the_same_article_twice(self, post, articles):
        assert "An article is in this series twice." in post(articles[0], articles[0]).text
        assert not ArticleSeriesPage.objects.exists()

    def test_not_in_two_series(self, post, series, articles):
        assert "part of the series “On money” already" in post(articles[0]).text
        assert ArticleSeriesPage.objects.count() == 1
