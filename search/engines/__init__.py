"""Which engine answers: Elasticsearch where SEARCH_URL names one and it has everything, else the database."""

import logging

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from ..models import Behind, Entry
from .elasticsearch import ElasticsearchEngine
from .postgresql import PostgresqlEngine
from .sqlite import SqliteEngine
from .terms import EngineError

logger = logging.getLogger(__name__)

REST = 10  # seconds in which a server that did not answer is not asked again
AWAY = "search-server-away"
ASKED_TO_CATCH_UP = "search-catching-up"


def database():
    """Return the engine of the database, which is always true to its rows."""
    return PostgresqlEngine() if connection.vendor == "postgresql" else SqliteEngine()


def server():
    """Return the search server, or None if there is none."""
    return ElasticsearchEngine() if settings.SEARCH_URL else None


def search(query, scope, **options):
    """Return the Hits of `query`, whatever becomes of the search server. It is asked only while it is not behind."""
    engine = server()
    if engine and not query.is_empty and not cache.get(AWAY):
        if Behind.objects.exists():
            _ask_to_catch_up()
        else:
            try:
                hits = engine.search(query, scope, **options)
                if not (astray := _astray(hits, scope)):
                    return hits
                # It was never told, or what was to be told was lost: its counts are as wrong as its results.
                logger.warning("The search server has %d entries as they were; the database answers.", len(astray))
                changed(astray)
            except EngineError as error:
                cache.set(AWAY, True, timeout=REST)
                logger.warning("The search server does not answer (%s); the database does.", error)
    return database().search(query, scope, **options)


def _astray(hits, scope):
    """Return the keys of entries that the server found though nobody in `scope` may see them, or they are gone."""
    return set(hits.named) - set(
        Entry.objects.for_audiences(scope.audiences).filter(pk__in=hits.named).values_list("pk", flat=True)
    )


def changed(keys):
    """Say that the entries with `keys` were written or removed: a search server is behind until it is told."""
    if not keys or not settings.SEARCH_URL:
        return
    now = timezone.now()
    Behind.objects.bulk_create(
        [Behind(entry_id=key, changed_at=now) for key in keys],
        update_conflicts=True,
        unique_fields=["entry_id"],
        update_fields=["changed_at"],
    )
    transaction.on_commit(_ask_to_catch_up)


def _ask_to_catch_up():
    from ..tasks import catch_up  # the task writes to engines

    # One task does for all that changes meanwhile. If it is lost, the next search or the chore asks again.
    if cache.add(ASKED_TO_CATCH_UP, True, timeout=5):
        catch_up.enqueue()
