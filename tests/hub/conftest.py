import pytest
from django_tasks_db.management.commands import db_worker
from wagtail.models import Locale


@pytest.fixture
def queue(settings, monkeypatch):
    """The queue in the database, as outside of tests."""
    settings.TASKS = {"default": {"BACKEND": "hub.queue.DatabaseQueue", "QUEUES": ["default", "mail", "slow"]}}
    # The worker would close the connection whose transaction the test rolls back at its end.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)


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
