"""An empty hub on one of the three engines, to measure the search in: a scratch database that is removed afterwards."""

import os
import sys
import tempfile
import uuid
from contextlib import contextmanager
from pathlib import Path

ENGINES = ("sqlite", "postgresql", "elasticsearch")


@contextmanager
def empty_hub(engine):
    """Set Django up on `engine` with an empty database of its own. Ends the program if the server is not named."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "hub.settings",
            "DEBUG": "0",
            "SECRET_KEY": "only-for-measuring",
            "SITE_URL": "http://localhost",
            "DATA": folder,
            "CACHE_URL": "locmemcache://",
            "DATABASE_URL": _server("TEST_POSTGRESQL_URL") if engine == "postgresql" else "",
            "SEARCH_URL": _server("TEST_ELASTICSEARCH_URL") if engine == "elasticsearch" else "",
            "SEARCH_INDEX_PREFIX": f"bench_{uuid.uuid4().hex[:8]}_",
        }
        import django
        from django.conf import settings

        settings.DEBUG = False
        django.setup()
        from django.db import connection

        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        connection.settings_dict["TEST"]["NAME"] = (
            str(Path(folder) / "bench.sqlite3")
            if connection.vendor == "sqlite"
            else f"hub_bench_{uuid.uuid4().hex[:8]}"
        )
        name = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield connection
        finally:
            if engine == "elasticsearch":
                from search.engines import server

                client = server().client
                names = list(client.indices.get(index=f"{settings.SEARCH_INDEX_PREFIX}*"))
                if names:
                    client.options(request_timeout=30).indices.delete(index=names)
            connection.creation.destroy_test_db(name, verbosity=0)


def _server(name):
    if not os.environ.get(name):
        sys.exit(f"{name} is not set.")
    return os.environ[name]
