"""The search page in three languages."""

import uuid

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page, PageViewRestriction

from knowledge.models import ResourcePage
from tests.factories.groups import PeerGroupFactory
from tests.factories.knowledge import ResourcePageFactory

from ..conftest import refresh_all
from .reading import URL, found


@pytest.fixture
def translated(library):
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    page = ResourcePageFactory(parent=library, title="Formulario of payment", summary="In English")
    Page.objects.get(depth=2).copy_for_translation(spanish)
    library.copy_for_translation(spanish).save_revision().publish()
    copy = page.copy_for_translation(spanish)
    copy.title, copy.summary = "Formulario de pago", "En español"
    copy.save_revision().publish()
    ResourcePageFactory(parent=library, title="Formulario in English alone")
    refresh_all()
    assert ResourcePage.objects.live().count() == 3
    return copy


def test_a_translated_page_is_found_once_in_the_readers_language(client, translated):
    assert sorted(found(client.get(URL, {"q": "formulario"}))) == [
        "Formulario in English alone",
        "Formulario of payment",
    ]
    response = client.get("/es/search/", {"q": "formulario"})
    assert sorted(found(response)) == ["Formulario de pago", "Formulario in English alone"]


def test_the_language_of_a_result_is_told(client, translated):
    response = client.get(URL, {"q": "pago"})
    assert found(response) == ["Formulario de pago"]
    assert '<h3 class="result__title" lang="es" dir="auto">' in response.text
    assert '<span class="badge" lang="es">español</span>' in response.text


def test_a_group_has_its_address_in_the_readers_language(client, site):
    PeerGroupFactory(name="Airships", slug="airships")
    refresh_all()
    assert client.get("/es/search/", {"q": "airships"}).context["results"][0]["url"] == "/es/groups/airships/"
    assert client.get(URL, {"q": "airships"}).context["results"][0]["url"] == "/groups/airships/"


def lines(response):
    """Return what is told of other languages, as (number, language, address)."""
    told = [*response.context["more_elsewhere"], *response.context["only_elsewhere"]]
    return [(each["count"], each["name"], each["url"]) for each in told]


def test_more_in_a_language_that_was_left_out(client, translated):
    response = client.get("/es/search/", {"q": "formulario", "language": "es"})
    assert found(response) == ["Formulario de pago"]
    # The English version of what was found already is not more.
    assert lines(response) == [(1, "Inglés", "?q=formulario&language=es&language=en")]
    wider = client.get("/es/search/" + lines(response)[0][2])
    assert sorted(found(wider)) == ["Formulario de pago", "Formulario in English alone"]
    assert lines(wider) == []


def test_nothing_in_a_language_but_in_another(client, translated):
    response = client.get(URL, {"q": "pago", "language": "en"})
    assert found(response) == []
    assert "<h3>Nothing in English answers that</h3>" in response.text
    assert '<p class="elsewhere"><a href="?q=pago&amp;language=en&amp;language=es">1 result in Spanish</a></p>' in (
        response.text
    )
    assert found(client.get(URL + lines(response)[0][2])) == ["Formulario de pago"]
    # With an operator, too.
    assert lines(client.get(URL, {"q": "pago language:en"})) == [(1, "Spanish", "?q=pago+language%3Aen&language=es")]


def test_only_the_last_page_tells_of_more(client, translated, library):
    for number in range(20):
        ResourcePageFactory(parent=library, title=f"Pago {number}")
    refresh_all()
    response = client.get(URL, {"q": "pago formulario", "language": "en"})
    assert (response.context["page"]["count"], lines(response)) == (2, [])
    response = client.get(URL, {"q": "pago", "language": "en"})
    assert (response.context["page"]["count"], lines(response)) == (
        1,
        [(1, "Spanish", "?q=pago&language=en&language=es")],
    )


def test_who_finds_little_is_told_what_other_languages_have(client, translated):
    one = (1, "Inglés", "?language=en")  # the other English page is there in Spanish
    assert lines(client.get("/es/search/", {"q": "presupuesto", "as": "typed"})) == [one]
    response = client.get("/es/search/", {"q": "pago"})
    assert (found(response), lines(response)) == (["Formulario de pago"], [one])
    # Not where a filter may be the reason, nor where all that is in other languages is in the reader's as well.
    assert lines(client.get("/es/search/", {"q": "presupuesto", "as": "typed", "kind": "event"})) == []
    assert lines(client.get(URL, {"q": "presupuesto", "as": "typed"})) == []


def test_an_english_reader_is_told_of_pages_in_spanish_alone(client, translated):
    translated.translation_key = uuid.uuid4()
    translated.save_revision().publish()
    refresh_all()
    response = client.get(URL, {"q": "budget", "as": "typed"})
    assert lines(response) == [(1, "Spanish", "?language=es")]
    assert found(client.get(URL + "?language=es")) == ["Formulario de pago"]
    assert "1 page is in Spanish, not in your language. Words of that language find it." in response.text


def test_pages_behind_a_door_are_not_told(client, translated, alice):
    page = ResourcePage.objects.get(title="Formulario in English alone")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    refresh_all()
    assert lines(client.get("/es/search/", {"q": "formulario", "language": "es"})) == []
    assert lines(client.get("/es/search/", {"q": "presupuesto", "as": "typed"})) == []
    client.force_login(alice)
    assert [line[:2] for line in lines(client.get("/es/search/", {"q": "formulario", "language": "es"}))] == [
        (1, "Inglés")
    ]
    assert lines(client.get("/es/search/", {"q": "presupuesto", "as": "typed"})) == []


def test_it_is_told_that_nothing_found_is_in_the_readers_language(client, translated):
    told = "Nothing in your language fits. What was found is in other languages."
    assert told in client.get(URL, {"q": "pago"}).text
    assert told not in client.get(URL, {"q": "formulario"}).text
    assert told not in client.get(URL, {"q": "pago", "language": "es"}).text
    assert told not in client.get(URL, {"q": "zeppelin", "as": "typed"}).text


def test_few_results_cost_no_more_queries_than_many(client, translated, django_assert_max_num_queries):
    for question in ("presupuesto", "pago"):
        with django_assert_max_num_queries(12):
            assert lines(client.get("/es/search/", {"q": question, "as": "typed"})) != []


def test_the_address_in_each_language():
    for language, address in (("en", "/search/"), ("es", "/es/search/"), ("ar", "/ar/search/")):
        with translation.override(language):
            assert reverse("search:search") == address
