"""The search page in three languages."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, Page

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


def test_the_address_in_each_language():
    for language, address in (("en", "/search/"), ("es", "/es/search/"), ("ar", "/ar/search/")):
        with translation.override(language):
            assert reverse("search:search") == address
