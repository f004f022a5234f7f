"""The collection on each engine in turn, filled once for all tests of a module that only read."""

import os
import uuid

import pytest
from django.db import transaction
from django.test import override_settings

from search import engines, spelling

from ..conftest import drop
from .collection import PlainLook, fill


class Collection:
    """The filled collection: the engine's name, {name: key}, and a plain look at it."""

    def __init__(self, engine):
        self.engine = engine
        self.keys = fill()
        self.names = {key: name for name, key in self.keys.items()}
        self.plain = PlainLook()


@pytest.fixture(scope="module", params=["database", "elasticsearch"])
def filled(request, django_db_setup, django_db_blocker):
    """The collection, committed to nothing: tests of the module see it, and it is gone after them."""
    url, prefix = "", f"test_{uuid.uuid4().hex[:12]}_"
    if request.param == "elasticsearch":
        url = os.environ.get("TEST_ELASTICSEARCH_URL")
        if not url:
            pytest.skip("TEST_ELASTICSEARCH_URL is not set")
    with django_db_blocker.unblock(), override_settings(SEARCH_URL=url, SEARCH_INDEX_PREFIX=prefix):
        try:
            with transaction.atomic():
                spelling.forget()
                collection = Collection(request.param if url else engines.database().name)
                if server := engines.server():
                    server.catch_up()
                yield collection
                transaction.set_rollback(True)
        finally:
            if server := engines.server():
                drop(server)


@pytest.fixture
def things(filled, db, settings, caplog):
    """The collection, for a test that only reads."""
    spelling.forget()
    yield filled
    assert caplog.messages == []  # the database did not have to help out
