"""Tasks for the tests of the worker, which imports them by name in a process of its own."""

import time
from pathlib import Path

from django_tasks import task


@task()
def write(path):
    Path(path).write_text("done")


@task()
def fail():
    raise RuntimeError("this one always fails")


@task(queue_name="slow")
def take_long_at_first(path, seconds):
    """Take so many seconds the first time, and none the second."""
    path = Path(path)
    if not path.exists():
        path.write_text("began")
        time.sleep(seconds)
    path.write_text("done")
