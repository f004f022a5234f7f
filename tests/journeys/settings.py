"""Settings of the hub that journeys lead through: those of `make run`, and its pages are kept for the HTML checker."""

from hub.settings import *  # noqa: F403
from hub.settings import MIDDLEWARE

# Inside the page cache, where nothing is compressed.
MIDDLEWARE.insert(1, "tests.journeys.seen_pages.keep_what_is_seen")
