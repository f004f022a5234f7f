"""robots.txt, the sitemap, icons and other files where programs look for them."""

import json
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.staticfiles import finders
from PIL import Image
from wagtail.models import PageViewRestriction

from tests.factories.hub import StandardPageFactory

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


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
    with django_assert_max_num_queries(11):
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
