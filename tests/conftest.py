"""A site with its pages, the cast, and a clock that can be set."""

import atexit
import gc
import itertools

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models.signals import post_save
from django.utils import translation
from factory.random import reseed_random
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Site

from hub.caches import ForgivingRedisCache
from search import asked
from tests import kept_tables
from tests.factories.members import UserFactory


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Files with a `long` test first. In each file first the tests that do not ask for `rows_of_file`, so that they do
    not see those rows."""
    files = [list(of_file) for _path, of_file in itertools.groupby(items, key=lambda item: item.path)]
    files.sort(key=lambda of_file: not any(item.get_closest_marker("long") for item in of_file))
    items[:] = [
        item for of_file in files for item in sorted(of_file, key=lambda one: "rows_of_file" in one.fixturenames)
    ]


def pytest_collection_finish():
    """What was loaded up to here stays: Python need not look through it again and again for what nobody uses."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(autouse=True, scope="session")
def _admin_search_is_not_kept():
    """Each save of a page would write Wagtail's own index, too: for tests of the admin's search, see `admin_search`."""
    _for_each_indexed_model(post_save.disconnect)


@pytest.fixture
def admin_search():
    """What is saved is found by the admin's search, as outside of tests."""
    _for_each_indexed_model(post_save.connect)
    yield
    _for_each_indexed_model(post_save.disconnect)


def _for_each_indexed_model(do):
    for model in get_indexed_models():
        do(post_save_signal_handler, sender=model)


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
def _the_same_words_each_time():
    """What factories make up is the same in each run: else, one day, it is a word that the test is about."""
    reseed_random("a test")


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


@pytest.fixture(scope="module")
def rows_of_file(django_db_setup, django_db_blocker):
    """For fixtures of a whole file: what they write is seen by each of its tests, and gone after the last.

    Each test begins with those rows as they were written: what it changes is taken back. A fixture of the test asks
    for the objects anew. Tests that do not ask for such rows run before them (`pytest_collection_modifyitems`).
    """
    reseed_random("a file")
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


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


def index_page(slug):
    """Return one of the lists below the home page. For fixtures of a whole file; tests have `library` and the like."""
    return Site.objects.get(is_default_site=True).root_page.get_children().get(slug=slug).specific


@pytest.fixture
def library(site):
    return index_page("library")


@pytest.fixture
def case_studies(site):
    return index_page("case-studies")


@pytest.fixture
def events_index(site):
    return index_page("events")


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
