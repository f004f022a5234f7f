"""A page is found in one query; everything else goes Wagtail's way."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from knowledge.models import ToolkitFile
from tests.factories.comments import PageCommentFactory
from tests.factories.hub import AreaFactory, HubDocumentFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ArticlePageFactory, ToolkitPageFactory

pytestmark = pytest.mark.django_db


def test_a_page_is_served(client, library):
    page = ToolkitPageFactory(parent=library, title="Paying people")
    response = client.get("/library/paying-people/")
    assert response.status_code == 200
    assert response.context["page"] == page


def test_a_draft_is_not_found(client, library):
    ToolkitPageFactory(parent=library, title="Not yet", live=False)
    assert client.get("/library/not-yet/").status_code == 404


def test_an_english_address_is_not_found_in_another_language(client, library, home):
    ToolkitPageFactory(parent=library, title="Paying people")
    home.copy_for_translation(Locale.objects.create(language_code="es")).save_revision().publish()
    assert client.get("/es/library/paying-people/").status_code == 404


def test_a_translation_is_served_below_its_language(client, home):
    copy = home.copy_for_translation(Locale.objects.create(language_code="es"))
    copy.welcome = "Bienvenidos"
    copy.save_revision().publish()
    assert client.get("/es/").context["page"].welcome == "Bienvenidos"


def test_an_address_deeper_than_any_tree_makes_no_long_statement(client, home):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/" + "a/" * 990).status_code == 404
    assert max(len(query["sql"]) for query in queries) < 20_000


def test_without_a_slash_the_reader_is_sent_on(client, library):
    response = client.get("/library")
    assert response.status_code == 301
    assert response["Location"] == "/library/"


@pytest.mark.parametrize("address", ["/", "/library/", "/case-studies/", "/events/"])
def test_a_list_takes_at_most_twelve_queries(client, settings, home, library, address, django_assert_max_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    for _ in range(3):
        ToolkitPageFactory(parent=library)
        ArticlePageFactory(parent=library)
    client.get(address)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("number", [1, 24])
def test_the_library_costs_the_same_however_long(client, settings, library, number, django_assert_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    for _ in range(number):
        ToolkitPageFactory(parent=library)
    client.get("/library/")
    with django_assert_num_queries(7):
        client.get("/library/")


def test_a_plain_page_takes_at_most_twelve_queries(client, settings, home, django_assert_max_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    StandardPageFactory(parent=home, title="About")
    client.get("/about/")
    with django_assert_max_num_queries(12):
        assert client.get("/about/").status_code == 200


def test_a_toolkit_with_everything_on_it_takes_at_most_twelve_queries(
    client, settings, library, alice, django_assert_max_num_queries
):
    settings.PAGE_CACHE_SECONDS = 0
    other = ToolkitPageFactory(parent=library, title="Another kit")
    document = HubDocumentFactory()
    page = ToolkitPageFactory(
        parent=library,
        title="Everything",
        themes=[ThemeFactory()],
        areas=[AreaFactory()],
        owner=alice,
        introduction=[("text", f'<p><a linktype="page" id="{other.pk}">Another</a></p>')],
        steps=[
            ("step", {"title": "One", "instructions": [("file", {"document": document})], "template_file": document})
        ],
    )
    ToolkitFile.objects.create(toolkit=page, document=document)
    PageCommentFactory(page=page, user=alice)
    client.get(page.url)
    with django_assert_max_num_queries(12):
        assert client.get(page.url).status_code == 200


def test_other_languages_lead_to_where_the_hub_says_that_nobody_translated_the_page(client, home):
    StandardPageFactory(parent=home, title="About", slug="about")
    response = client.get("/about/")
    assert [item.url for item in response.context["languages_of_page"]] == ["/about/", "/es/about/", "/ar/about/"]
