"""`manage.py work`: tasks are done soon, none is lost, and nothing but a signal ends it."""

import json
import os
import subprocess
import sys
import uuid

import psycopg
import pytest
from psycopg import sql

EXPECTED = {
    "done in time": True,
    "done after one that failed": True,
    "failed": "FAILED",
    "done after the database was away": True,
    "is the same process": True,
    "done beside one that takes long": True,
    "while its worker is dead": "RUNNING",
    "done by the next worker": True,
    "exit status": 0,
    "ends at once": True,
    "not done in time": "READY",
    "done once": True,
    "chores that failed": [],
    "chores were run": True,
}


def work(database_url, folder):
    """Return what came of the worker on the empty database at `database_url`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hub.work", str(folder)],
        env=os.environ | {"DATABASE_URL": database_url, "CACHE_URL": "dummycache://", "SEARCH_URL": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.long
def test_worker(tmp_path):
    """On the kind of database that the suite runs on: `.ci/run` has both."""
    server = os.environ["DATABASE_URL"]
    if not server.startswith("postgres"):
        assert work(f"sqlite:///{tmp_path / 'work.sqlite3'}", tmp_path) == EXPECTED | {"vendor": "sqlite"}
        return
    name = f"hub_work_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            outcome = work(f"{server.rpartition('/')[0]}/{name}", tmp_path)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    assert outcome == EXPECTED | {"vendor": "postgresql"}
