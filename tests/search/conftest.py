"""A few things worth finding, and the engines that they are looked for with."""

import os
import uuid

import pytest
from modelsearch.backends import get_search_backend

from search import registry
from search.entries import refresh


@pytest.fixture(autouse=True)
def _empty_index(settings):
    """Elasticsearch does not roll back: where the whole suite runs on it, each test begins with an empty index."""
    if settings.SEARCH_URL:
        client = get_search_backend().es
        prefix = settings.WAGTAILSEARCH_BACKENDS["default"]["INDEX_PREFIX"]
        if names := list(client.indices.get(index=f"{prefix}search_entry*")):
            client.indices.delete(index=names)


def refresh_all():
    for rule in registry.rules():
        refresh(rule.model)


def text(html):
    return {"type": "text", "value": html}


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what would run after the transaction: `with committed(): page.save()`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def elasticsearch(settings):
    """Make Elasticsearch the engine, with indexes of this test alone."""
    url = os.environ.get("TEST_ELASTICSEARCH_URL")
    if not url:
        pytest.skip("TEST_ELASTICSEARCH_URL is not set")
    prefix = f"test_{uuid.uuid4().hex[:12]}_"
    settings.WAGTAILSEARCH_BACKENDS = with_elasticsearch(url, prefix)
    client = get_search_backend("default").es
    yield client
    client.indices.delete(index=[*client.indices.get(index=f"{prefix}*")] or [f"{prefix}none"], ignore_unavailable=True)
    client.close()


DATABASE = {"BACKEND": "modelsearch.backends.database", "SEARCH_CONFIG": "simple"}


def with_elasticsearch(url, prefix):
    return {
        "default": {
            "BACKEND": "modelsearch.backends.elasticsearch9",
            "URLS": [url],
            "INDEX_PREFIX": prefix,
            "TIMEOUT": 2,
            "OPTIONS": {"max_retries": 0},
        },
        "database": DATABASE,
    }
