import pytest
from django_tasks_db.management.commands import db_worker


@pytest.fixture
def queue(settings, monkeypatch):
    """The queue in the database, as outside of tests."""
    settings.TASKS = {"default": {"BACKEND": "hub.queue.DatabaseQueue", "QUEUES": ["default", "mail", "slow"]}}
    # The worker would close the connection whose transaction the test rolls back at its end.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
