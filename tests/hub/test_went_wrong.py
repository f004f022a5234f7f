"""The pages that say what went wrong."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import PageViewRestriction

from hub import views
from tests.factories.hub import StandardPageFactory


def main_of(response):
    """Return the text of the page without the menus around it."""
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def test_404_offers_a_search(client, home):
    response = client.get("/nowhere/at/all/")
    assert response.status_code == 404
    text = response.content.decode()
    assert "<h1>There is no page here</h1>" in text
    assert 'action="/search/"' in text
    assert 'name="q"' in text


def test_404_at_an_address_that_no_pattern_takes(client, home):
    assert client.get("/no.such-thing~").status_code == 404


@pytest.mark.parametrize("code", ["es", "ar"])
def test_404_offers_the_english_page(client, home, homes, code):
    StandardPageFactory(parent=home, title="House rules", slug="rules")
    response = client.get(f"/{code}/rules/")
    assert response.status_code == 404
    assert '<a href="/rules/" lang="en" hreflang="en" dir="ltr">House rules</a>' in main_of(response)


def test_404_offers_the_translation_that_has_another_address(client, home, homes):
    page = StandardPageFactory(parent=home, title="House rules", slug="rules")
    translated = page.copy_for_translation(homes["es"].locale)
    translated.title, translated.slug, translated.live = "Normas", "normas", True
    translated.save()
    text = main_of(client.get("/es/rules/"))
    assert '<a href="/es/normas/">Normas</a>' in text
    assert "House rules" not in text


def test_404_tells_nothing_of_a_page_that_is_private_or_a_draft(client, home, homes):
    private = StandardPageFactory(parent=home, title="Secret plan", slug="plan")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    StandardPageFactory(parent=home, title="Unfinished plan", slug="draft", live=False)
    for slug in ("plan", "draft"):
        response = client.get(f"/es/{slug}/")
        assert response.status_code == 404
        assert "plan" not in main_of(response)


def test_404_tells_nothing_of_a_translation_that_is_private(client, home, homes):
    page = StandardPageFactory(parent=home, title="House rules", slug="rules")
    translated = page.copy_for_translation(homes["es"].locale)
    translated.title, translated.slug, translated.live = "Secreto", "secreto", True
    translated.save()
    PageViewRestriction.objects.create(page=translated, restriction_type="login")
    text = main_of(client.get("/es/rules/"))
    assert "ecreto" not in text
    assert '<a href="/rules/" lang="en" hreflang="en" dir="ltr">House rules</a>' in text


def test_403_leads_strangers_to_sign_in(db, home, rf):
    request = rf.get("/secret/?a=1")
    request.user = AnonymousUser()
    response = views.permission_denied(request, PermissionDenied())
    assert response.status_code == 403
    assert "/account/login/?next=/secret/%3Fa%3D1" in response.content.decode()


def test_403_tells_members_who_they_are(home, rf, alice):
    request = rf.get("/secret/")
    request.user = alice
    response = views.permission_denied(request, PermissionDenied())
    assert "signed in as Alice" in response.content.decode()


def test_a_form_without_its_token_is_told_in_plain_words(home):
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})
    assert response.status_code == 403
    assert "We did not take what you sent" in response.content.decode()


def test_500_needs_no_database():
    """No `db` mark: a query would fail this test."""
    with translation.override("ar"):
        response = views.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    text = response.content.decode()
    assert 'lang="ar" dir="rtl"' in text
    assert 'class="brand"' in text


def test_500_when_even_its_page_cannot_be_made(monkeypatch):
    monkeypatch.setattr(views, "render_to_string", lambda *args: 1 / 0)
    assert views.server_error(RequestFactory().get("/")).status_code == 500


def test_404_without_a_database_is_still_404(caplog):
    response = views.page_not_found(RequestFactory().get("/x/"), Http404())
    assert response.status_code == 404
    assert "This did not work" in response.content.decode()


def test_an_unknown_host_gets_a_proper_400(client, db, settings):
    settings.ALLOWED_HOSTS = ["hub.example"]
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "We could not read that request" in response.content.decode()


def test_405_has_a_page_and_says_what_is_allowed(client, home):
    StandardPageFactory(parent=home, title="House rules", slug="rules")
    response = client.post("/rules/", {"a": "b"})
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert "That cannot be done at this address" in response.content.decode()


def test_pages_of_what_went_wrong_are_not_kept(client, home):
    for response in (client.get("/nowhere/"), client.post("/robots.txt")):
        assert response["Cache-Control"] == "private, no-cache"
        assert "Content-Security-Policy" in response
