"""The tables as the migrations leave them, kept from one run of the tests to the next: the migrations take ten seconds.

Only for SQLite in memory. What is kept has a name that changes with any migration, and with what migrations call.
"""

import hashlib
import os
import sqlite3
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

FOLDER = Path(settings.BASE_DIR) / ".cache" / "test-tables"
CALLED_BY_MIGRATIONS = ["hub/first_pages.py", "members/roles.py"]


def keep(creation):
    """Let the test database of `creation` begin with what is kept, and keep what the migrations made if nothing is."""
    kept = FOLDER / f"{_fingerprint()}.sqlite3"
    make_empty, make = creation._create_test_db, creation.create_test_db
    connections = []

    def begin(*args, **options):
        name = make_empty(*args, **options)
        if kept.exists():
            connections.append(sqlite3.connect(name, uri=True))  # what is in memory is there while somebody looks at it
            _copy(kept, connections[0])
        return name

    def make_and_keep(*args, **options):
        name = make(*args, **options)
        if not connections:
            _keep(name, kept)
        while connections:
            connections.pop().close()
        return name

    creation._create_test_db, creation.create_test_db = begin, make_and_keep


def _copy(path, target):
    source = sqlite3.connect(path)
    source.backup(target)
    source.close()


def _keep(name, path):
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    own = path.with_suffix(f".{os.getpid()}")  # processes side by side
    source, target = sqlite3.connect(name, uri=True), sqlite3.connect(own)
    source.backup(target)
    source.close()
    target.close()
    own.replace(path)


def _fingerprint():
    found = hashlib.sha256(repr((sqlite3.sqlite_version, settings.LANGUAGES, settings.LANGUAGE_CODE)).encode())
    paths = [Path(settings.BASE_DIR) / name for name in CALLED_BY_MIGRATIONS]
    for app in apps.get_app_configs():
        name, _is_set = MigrationLoader.migrations_module(app.label)
        try:
            paths += sorted(Path(import_module(name).__file__).parent.glob("*.py"))
        except ModuleNotFoundError:
            continue
    for path in paths:
        found.update(f"{path.name}\n".encode() + path.read_bytes())
    return found.hexdigest()[:32]
