"""Addresses that every site is asked for, pages that say what went wrong, and requests that no browser sends."""

import json
import random
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import translation
from PIL import Image
from wagtail.models import Locale, PageViewRestriction

from hub import views
from tests.factories.hub import StandardPageFactory

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def homes(home):
    """The home page in each language."""
    pages = {"en": home}
    for code in ("es", "ar"):
        locale = Locale.objects.get_or_create(language_code=code)[0]
        pages[code] = home.copy_for_translation(locale)
        pages[code].live = True
        pages[code].save()
    return pages


def main_of(response):
    """Return the text of the page without the menus around it."""
    text = response.content.decode()
    return text[text.index("<main") : text.index("</main>")]


# Files --------------------------------------------------------------------------------------------------------------


def test_robots_txt(client, db, settings):
    settings.SITE_URL = "https://hub.example"
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert "Disallow: /es/account/" in lines
    assert lines[-1] == "Sitemap: https://hub.example/sitemap.xml"


def test_security_txt_names_somebody_and_does_not_expire_soon(client, db, settings):
    settings.SITE_URL, settings.SECURITY_CONTACT = "https://hub.example", "mailto:security@hub.example"
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:security@hub.example"
    assert fields["Canonical"] == "https://hub.example/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=150) < expires - datetime.now(UTC) < timedelta(days=365)


def test_sitemap_lists_live_public_pages_only(client, home):
    shown = StandardPageFactory(parent=home, title="Shown", slug="shown")
    StandardPageFactory(parent=home, title="Draft", slug="draft", live=False)
    private = StandardPageFactory(parent=home, title="Private", slug="private")
    StandardPageFactory(parent=private, title="Below private", slug="below")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    tree = ElementTree.fromstring(response.content)  # noqa: S314
    locations = [each.text for each in tree.findall("s:url/s:loc", SITEMAP)]
    assert shown.full_url in locations
    assert home.full_url in locations
    assert not [each for each in locations if "draft" in each or "private" in each]


def test_sitemap_tells_the_same_page_in_other_languages(client, home, homes):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    entry = next(each for each in tree.findall("s:url", SITEMAP) if each.find("s:loc", SITEMAP).text == home.full_url)
    alternates = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", SITEMAP)}
    assert alternates == {code: page.full_url for code, page in homes.items()}


def test_sitemap_costs_the_same_for_many_pages(client, home, django_assert_max_num_queries):
    StandardPageFactory.create_batch(20, parent=home)
    with django_assert_max_num_queries(10):
        client.get("/sitemap.xml")


def test_manifest_and_icons_exist(client, db):
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert manifest["start_url"] == "/"
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}


@pytest.mark.parametrize("address", ["/favicon.ico", "/apple-touch-icon.png"])
def test_icons_where_browsers_look(client, address):
    response = client.get(address)
    assert response.status_code == 302
    assert finders.find(response["Location"].removeprefix("/static/"))


def test_icons_are_pictures_of_their_size():
    for name, size in [("icon-192.png", 192), ("icon-512.png", 512), ("apple-touch-icon.png", 180)]:
        with Image.open(finders.find(f"img/{name}")) as picture:
            assert picture.size == (size, size)


def test_password_managers_find_the_form(client, db):
    assert client.get("/.well-known/change-password")["Location"] == "/account/password/change/"


@pytest.mark.parametrize(
    "address", ["/robots.txt", "/sitemap.xml", "/manifest.webmanifest", "/.well-known/security.txt"]
)
def test_files_are_for_reading(client, home, address):
    response = client.post(address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert client.head(address).status_code == 200


# What went wrong ----------------------------------------------------------------------------------------------------


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


# Requests that no browser sends -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "request_", [
        ("GET", "/%00/"),
        ("GET", "/x%00.html"),
        ("GET", "/?q=%00"),
        ("GET", "/?%00=1"),
        ("GET", "/library/?q=a%00b"),
        ("GET", "/?" + "q" * 5000),
        ("GET", "/" + "a/" * 1500),
        ("GET", "/?" + "&".join(f"a{number}=1" for number in range(900)) + "&x=" + "y" * 4000),
    ],
    ids=lambda request_: request_[1][:20],
)  # fmt: skip
def test_refused(client, home, request_):
    method, address = request_
    assert client.generic(method, address).status_code == 400


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "FOO", "ÄÖ"])
def test_unknown_methods(client, home, method):
    response = client.generic(method, "/")
    assert response.status_code == 405
    assert response["Allow"].startswith("GET, HEAD")


def test_null_byte_in_a_cookie(client, home):
    assert client.get("/", headers={"Cookie": 'sessionid="abcdefgh\\000ijkl"'}).status_code == 400


def test_null_byte_in_a_form(client, home):
    assert client.post("/account/login/", {"login": "a\x00b", "password": "x"}).status_code == 400


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"login=%ff%fe&password=%00", "application/x-www-form-urlencoded"),
        (b"login=\xff\xfe", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"login=x", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"not multipart", "multipart/form-data; boundary=x"),
        (b"not multipart", "multipart/form-data"),
        (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--x--\r\n', "multipart/form-data; boundary=x"),
        (b"{", "application/json"),
        (b"&".join(b"a%d=1" % number for number in range(11_000)), "application/x-www-form-urlencoded"),
        (b"a=" + b"x" * 6_000_000, "application/x-www-form-urlencoded"),
    ],
    ids=str,
)  # fmt: skip
def test_bodies_that_no_form_sends(client, home, body, content_type):
    response = client.generic("POST", "/account/login/", body, content_type=content_type)
    assert response.status_code in {200, 400, 413}


ADDRESSES = [
    *(
        "/",
        "/es/",
        "/ar/library/",
        "/library/",
        "/search/",
        "/groups/",
        "/account/login/",
        "/sitemap.xml",
        "/robots.txt",
    ),
    *("/admin/", "/events/", "/case-studies/", "/nowhere/", "/xx/", "/es/es/", "//evil.example/", "/%2e%2e/etc/passwd"),
    *("/documents/1/x.pdf", "/documents/99999999999999999999999/x/", "/groups/%F0%9F%A7%B5/", "/%ff%fe/", "/..;/"),
    *("/library/../", "/css/zzzzzzzzzzzz.css", "/.env", "/.git/config", "/media/../db.sqlite3"),
]
KEYS = [
    "page",
    "q",
    "theme",
    "area",
    "kind",
    "next",
    "language",
    "when",
    "sort",
    "month",
    "p",
    "from",
    "",
    "[]",
    "a[b]",
]
VALUES = [
    *("", "0", "-1", "99999999999999999999", "1e9", "NaN", "²", "abc", "' OR 1=1 --", "<script>", "{{7*7}}", "%s%n"),
    *(
        "../../etc/passwd",
        "\u202e",
        "\ud7ff",
        "x" * 900,
        "2026-13-45",
        "None",
        "null",
        "\r\nX: y",
        "🧵",
        "%",
        "__class__",
    ),
]
HEADERS = [
    {},
    {"Accept-Language": "x" * 600},
    {"Accept-Language": "zz-ZZ;q=nonsense"},
    {"Accept": "image/*"},
    {"Accept-Encoding": ";;gzip;q=x"},
    {"Authorization": "x"},
    {"Cookie": "=;;x"},
    {"Cookie": "sessionid=zzz; csrftoken=!; messages=x"},
    {"HX-Request": "true", "HX-Current-URL": "::%"},
    {"If-Modified-Since": "yesterday"},
    {"If-None-Match": '"'},
    {"Range": "bytes=9-1"},
    {"Referer": "::"},
    {"X-Forwarded-Proto": "gopher"},
]


def test_nothing_odd_ends_in_500(home, settings):
    """Two hundred random requests, the same in each run; the client raises whatever would have been a 500."""
    dice = random.Random(20260419)
    for _round in range(200):
        address = dice.choice(ADDRESSES)
        query = urlencode([(dice.choice(KEYS), dice.choice(VALUES)) for _pair in range(dice.randrange(4))])
        method = dice.choice(["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
        headers = dice.choice(HEADERS)
        response = Client().generic(method, f"{address}?{query}" if query else address, headers=headers)
        assert response.status_code < 500, f"{method} {address}?{query} {headers}: {response.status_code}"
