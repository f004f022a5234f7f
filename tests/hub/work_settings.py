"""Settings of the worker's own tests: those of all tests, with the queue in the database."""

from tests.settings import *  # noqa: F403
from tests.settings import TASKS

TASKS["default"]["BACKEND"] = "hub.queue.DatabaseQueue"
