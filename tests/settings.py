"""Settings of the tests: everything as in development, but fast, and nothing outside a temporary folder."""

import os
import re
import tempfile

os.environ.setdefault("DEBUG", "1")
os.environ["DATA"] = tempfile.mkdtemp(prefix="hub-tests-")
os.environ.setdefault("EMAIL_URL", "memorymail://")
# Empty unless whoever starts the tests names servers (.ci/run does), so that nobody's .env lets them write elsewhere.
for name in ("DATABASE_URL", "SEARCH_URL", "CACHE_URL"):
    os.environ.setdefault(name, "")
# Processes that run side by side must not empty each other's cache and search index.
worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
os.environ["CACHE_URL"] = os.environ["CACHE_URL"] or "locmemcache://"
if os.environ["CACHE_URL"].startswith("redis"):
    os.environ["CACHE_URL"] = re.sub(r"/\d*$", f"/{int(worker) + 1}", os.environ["CACHE_URL"])
os.environ["SEARCH_INDEX_PREFIX"] = f"hub_test_{worker}_"

from hub.settings import *  # noqa: E402, F403

DEBUG = False
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests roll their transactions back, so nothing would drop the pages; tests of the page cache turn it on themselves.
PAGE_CACHE_SECONDS = 0
# Which engine answers is each test's own choice: what another test left in a server's index would decide too much.
SEARCH_URL = ""
# Nothing is written behind the back of a test: those of what was asked write it themselves.
SEARCH_ASKED_DELAY = None
# Some tests ask hundreds of questions; those of the limits set their own.
SEARCHES_PER_MINUTE = SUGGESTIONS_PER_MINUTE = 0
STATIC_ROOT.mkdir()  # noqa: F405  (WhiteNoise warns of a folder that is missing)
# Tasks run on the spot and mail goes to `mail.outbox`; tests of the queue and of the worker set their own.
TASKS["default"]["BACKEND"] = "django_tasks.backends.immediate.ImmediateBackend"  # noqa: F405
EMAIL_BACKEND = MAIL_BACKEND  # noqa: F405
