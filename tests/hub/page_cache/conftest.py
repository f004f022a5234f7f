"""The page cache turned on, and pages that say who reads them."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.factories.hub import StandardPageFactory

TEMPLATE = "<title>{{ page.title }}</title><p>{{ request.user.is_authenticated }} {{ request.user }}</p>"


@pytest.fixture(autouse=True, scope="package")
def _page_cache_on():
    """Set once for all tests here: each time, Django reads all addresses and templates anew."""
    names = ["hub/standard_page.html", "hub/home_page.html", "knowledge/toolkit_page.html"]
    loaders = [
        ("django.template.loaders.locmem.Loader", dict.fromkeys(names, TEMPLATE)),
        "django.template.loaders.filesystem.Loader",
        "django.template.loaders.app_directories.Loader",
    ]
    [templates] = settings.TEMPLATES
    options = templates["OPTIONS"] | {"loaders": [("django.template.loaders.cached.Loader", loaders)]}
    with override_settings(
        PAGE_CACHE_SECONDS=600,
        ROOT_URLCONF="tests.hub.page_cache.addresses",
        TEMPLATES=[templates | {"APP_DIRS": False, "OPTIONS": options}],
    ):
        yield


@pytest.fixture
def about(home, committed):
    with committed():
        return StandardPageFactory(parent=home, title="About us", slug="about")


@pytest.fixture
def is_kept(db):
    """Whether the next reader gets the page without a single query."""

    def ask(host="testserver"):
        with CaptureQueriesContext(connection) as queries:
            response = Client().get("/about/", headers={"host": host})
        assert response.status_code == 200
        return len(queries) == 0

    return ask


@pytest.fixture
def kept(about, is_kept):
    """The page, once read and therefore kept."""
    assert not is_kept()
    assert is_kept()
    return about
