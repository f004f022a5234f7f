"""A site with its pages, the cast, and a clock that can be set."""

import atexit

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from wagtail.models import Site

from hub.caches import ForgivingRedisCache
from search import asked
from tests import kept_tables
from tests.factories.members import UserFactory


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_written_at_the_end():
    """When Python ends, the connection leads no longer to the tests' own database, but to that of whoever runs them."""
    atexit.unregister(asked.ledger.write)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Before the test database is made."""
    if connection.vendor == "sqlite" and connection.creation.is_in_memory_db(connection.creation._get_test_db_name()):
        kept_tables.keep(connection.creation)


@pytest.fixture(autouse=True)
def _empty_cache():
    ForgivingRedisCache.paused_until = 0.0  # a test that took the server away leaves no pause to the next
    cache.clear()


@pytest.fixture(autouse=True)
def _english():
    """A request in another language leaves that language behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def committed_rows(django_db_setup, django_db_blocker):
    """`committed_rows(Model)`: rows that the test writes are committed, for threads to see, and gone after it.

    For tests without the fixture `db`, whose transaction would take back what is done at the end. A test in
    `transaction=True` would empty all tables, and take from the tests after it what the
    migrations put there.
    """
    if connection.vendor == "sqlite":
        pytest.skip("threads cannot share SQLite in memory")
    models = []
    with django_db_blocker.unblock():
        yield models.append
        for model in models:
            model.objects.all().delete()


@pytest.fixture
def committed(db, django_capture_on_commit_callbacks):
    """Run what would run after the transaction: `with committed(): page.save()`."""

    def capture():
        connection.run_on_commit = []  # what fixtures left in the transaction that the test never commits
        return django_capture_on_commit_callbacks(execute=True)

    return capture


@pytest.fixture
def site(db):
    """The site as the migrations leave it."""
    Site.clear_site_root_paths_cache()
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def home(site):
    return site.root_page.specific


def _index(home, slug):
    return home.get_children().get(slug=slug).specific


@pytest.fixture
def library(home):
    return _index(home, "library")


@pytest.fixture
def case_studies(home):
    return _index(home, "case-studies")


@pytest.fixture
def events_index(home):
    return _index(home, "events")


@pytest.fixture
def alice(db):
    """A member."""
    return UserFactory(name="Alice Okafor", email="alice@example.org")


@pytest.fixture
def bob(db):
    """A member, in Alice's group."""
    return UserFactory(name="Bob Marsh", email="bob@example.org")


@pytest.fixture
def charlie(db):
    """A stranger to their group."""
    return UserFactory(name="Charlie Reyes", email="charlie@example.org")


@pytest.fixture
def edith(site):
    """An editor."""
    user = UserFactory(name="Edith Lam", email="edith@example.org")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def mona(site):
    """A moderator of comments."""
    user = UserFactory(name="Mona Haddad", email="mona@example.org")
    user.groups.add(Group.objects.get(name="Moderators"))
    return user
