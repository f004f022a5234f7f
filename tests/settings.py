"""Settings of the tests: everything as in development, but fast, and nothing outside a temporary folder."""

import os
import tempfile

os.environ.setdefault("DEBUG", "1")
os.environ["DATA"] = tempfile.mkdtemp(prefix="hub-tests-")
os.environ.setdefault("EMAIL_URL", "memorymail://")

from hub.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests roll their transactions back, so nothing would drop the pages; tests of the page cache turn it on themselves.
PAGE_CACHE_SECONDS = 0
STATIC_ROOT.mkdir()  # noqa: F405  (WhiteNoise warns of a folder that is missing)
