"""A few things worth finding, and the engines that they are looked for with."""

import os
import uuid

import pytest
from django.core.cache import cache

from search import engines, registry, spelling
from search.entries import refresh


@pytest.fixture(autouse=True)
def _nothing_is_remembered():
    """What a process knows of words and servers lasts longer than a test."""
    spelling.forget()
    cache.delete_many([engines.AWAY, engines.ASKED_TO_CATCH_UP])


def refresh_all():
    """Bring all entries up to date, and the search server if there is one."""
    for rule in registry.rules():
        refresh(rule.model)
    spelling.forget()
    if server := engines.server():
        server.catch_up()


def text(html):
    return {"type": "text", "value": html}


@pytest.fixture
def elasticsearch(settings):
    """Make Elasticsearch the engine, with indexes of this test alone."""
    settings.SEARCH_URL = os.environ.get("TEST_ELASTICSEARCH_URL")
    if not settings.SEARCH_URL:
        pytest.skip("TEST_ELASTICSEARCH_URL is not set")
    settings.SEARCH_INDEX_PREFIX = f"test_{uuid.uuid4().hex[:12]}_"
    server = engines.server()
    yield server
    drop(server)


def drop(server):
    if names := list(server.client.indices.get(index=f"{server.alias}_*")):
        server.client.options(request_timeout=30).indices.delete(index=names)


@pytest.fixture(params=["database", "elasticsearch"])
def engine(request, settings, caplog):
    """Each engine in turn; the database is SQLite or PostgreSQL, whichever the suite runs on."""
    if request.param == "elasticsearch":
        request.getfixturevalue("elasticsearch")
        expected = "elasticsearch"
    else:
        settings.SEARCH_URL = ""
        expected = engines.database().name
    yield expected
    assert caplog.messages == []  # the database did not have to help out
