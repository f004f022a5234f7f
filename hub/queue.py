"""The queue of tasks: rows in our database, written with the change that asks for the task, run by `manage.py work`."""

from contextlib import contextmanager
from threading import local

from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db import DatabaseBackend

_this_thread = local()


@contextmanager
def at_once():
    """Run tasks on the spot that are put in the queue inside this block: whoever waits for a command sees its end."""
    before = getattr(_this_thread, "is_at_once", False)
    _this_thread.is_at_once = True
    try:
        yield
    finally:
        _this_thread.is_at_once = before


class DatabaseQueue(DatabaseBackend):
    """The database backend of django-tasks, which can be told to run tasks on the spot."""

    def __init__(self, alias, params):
        super().__init__(alias, params)
        self.immediate = ImmediateBackend(alias, params)

    def enqueue(self, task, args, kwargs):
        if getattr(_this_thread, "is_at_once", False):
            return self.immediate.enqueue(task, args, kwargs)
        return super().enqueue(task, args, kwargs)
