"""Twenty places, a hundred people at once: on SQLite and on PostgreSQL, with real threads."""

import json
import os
import subprocess
import sys
import uuid

import psycopg
import pytest
from psycopg import sql

EXPECTED = {
    "errors": [],
    "status": {"confirmed": 20, "waiting": 80},
    "first_come_first": True,
    "queue_is_in_order": True,
    "mails": 100,
    "registrations": 100,
}


def rush(database_url):
    """Return what came of a hundred people in the empty database at `database_url`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.events.rush"],
        env=os.environ | {"DATABASE_URL": database_url, "CACHE_URL": "dummycache://", "SEARCH_URL": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.long
def test_sqlite_gives_each_place_once(tmp_path):
    assert rush(f"sqlite:///{tmp_path / 'rush.sqlite3'}") == EXPECTED | {"vendor": "sqlite"}


@pytest.mark.skipif("TEST_POSTGRESQL_URL" not in os.environ, reason="TEST_POSTGRESQL_URL is not set")
def test_postgresql_gives_each_place_once():
    server = os.environ["TEST_POSTGRESQL_URL"]
    name = f"hub_rush_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            outcome = rush(f"{server.rpartition('/')[0]}/{name}")
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    assert outcome == EXPECTED | {"vendor": "postgresql"}
