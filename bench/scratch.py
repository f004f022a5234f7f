"""A hub of its own for a measurement, on any of the three engines; gone afterwards."""

import os
import tempfile
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

ENGINES = ["sqlite", "postgresql", "elasticsearch"]
# Which server an engine needs: `.ci/run` and `../shared/services/start` set these.
SERVERS = {"postgresql": "TEST_POSTGRESQL_URL", "elasticsearch": "TEST_ELASTICSEARCH_URL"}


@contextmanager
def scratch_hub(engine):
    """Let the environment name an empty hub on `engine`, for as long as the block lasts. Call before `django.setup()`.

    Raises SystemExit where the engine is a server and nobody says where it is.
    """
    server = ""
    if engine in SERVERS:
        server = os.environ.get(SERVERS[engine], "")
        if not server:
            raise SystemExit(f"{SERVERS[engine]} is not set: it says where the server is to measure with.")
    name = f"hub_scratch_{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="hub-scratch-") as data:
        os.environ |= {
            "DATA": data,
            "DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}")) if engine == "postgresql" else "",
            "SEARCH_URL": server if engine == "elasticsearch" else "",
            "SEARCH_INDEX_PREFIX": f"{name}_",
            "CACHE_URL": "locmemcache://",
            "SEARCHES_PER_MINUTE": "0",
            "SUGGESTIONS_PER_MINUTE": "0",
            "DEBUG": "0",
            "SECRET_KEY": "only-for-a-measurement-" * 3,
            "SITE_URL": "http://127.0.0.1",
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        with MAKERS[engine](server, name):
            yield


@contextmanager
def empty_hub(engine):
    """Set Django up in a scratch hub that has its tables and nothing in them; gives the connection to its database."""
    with scratch_hub(engine):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0, interactive=False)
        yield connection
        connection.close()


@contextmanager
def _nothing(_server, _name):
    yield


@contextmanager
def _database(server, name):
    import psycopg  # only where it is asked for

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield
        finally:
            from django.db import connections

            connections.close_all()
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def _indexes(server, name):
    from elasticsearch import Elasticsearch  # only where it is asked for

    try:
        yield
    finally:
        with Elasticsearch(server) as client:
            if names := list(client.indices.get(index=f"{name}_*")):
                client.indices.delete(index=names)


MAKERS = {"sqlite": _nothing, "postgresql": _database, "elasticsearch": _indexes}


def load_demo():
    """Make the tables, load the demo, and do all the background work that follows from it."""
    from django.core.management import call_command

    import demo

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)  # the ZIPs of toolkits are made with it
    with open(os.devnull, "w") as nowhere:
        if not demo.load(nowhere, with_known_passwords=False):
            raise SystemExit("The scratch hub is not empty.")
        call_command("work", once=True, stdout=nowhere)
