"""Elasticsearch 9: one index a language under one alias, filled from EntryStems, rebuilt beside the living one."""

from contextlib import contextmanager
from functools import lru_cache

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import ScanError, scan

from ...models import Entry
from ..terms import EngineError
from .asking import body_of, hits_in
from .documents import version
from .indexes import Indexes
from .rebuilding import rebuild
from .writing import write_behind


@lru_cache(maxsize=4)
def client_for(url, timeout):
    """Return the one client of this process for a server."""
    return Elasticsearch(url, request_timeout=timeout, max_retries=0, retry_on_timeout=False)


@contextmanager
def _told():
    """Whatever the client raises is an EngineError."""
    try:
        yield
    except (ApiError, TransportError, ScanError) as error:
        raise EngineError(str(error)) from error


class ElasticsearchEngine:
    name = "elasticsearch"

    def __init__(self):
        self.client = client_for(settings.SEARCH_URL, settings.SEARCH_TIMEOUT)
        self.alias = f"{settings.SEARCH_INDEX_PREFIX}entries"
        self.indexes = Indexes(self.client, self.alias)

    @_told()
    def search(self, query, scope, *, limit=1000, with_facets=True):
        """Return the Hits of `query` in `scope`. Raises EngineError if there is no answer, or none that is whole."""
        body = body_of(query, scope, limit=limit, with_facets=with_facets)
        answer = self.client.search(index=self.alias, search_type="dfs_query_then_fetch", **body)
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise EngineError("only a part of the index answered")
        return hits_in(answer, scope, with_facets=with_facets, engine=self.name)

    @_told()
    def catch_up(self):
        """Write what changed since the server was told last, and return how many entries. Raises EngineError."""
        written = 0 if self.client.indices.exists_alias(name=self.alias) else self.rebuild()
        return written + write_behind(self.indexes)

    @_told()
    def rebuild(self, *, progress=None):
        """Fill new indexes with all entries, beside the living ones, and switch. Returns how many entries. Raises
        EngineError, also if another process does it already."""
        return rebuild(self.indexes, progress)

    @_told()
    def differing(self):
        """Return the keys of the entries that the server has otherwise than they are, lacks, or has though they are
        gone. Raises EngineError."""
        kept = dict(Entry.objects.filter(stems__isnull=False).values_list("pk", "updated_at"))
        different = set()
        everything = {"query": {"match_all": {}}, "version": True}
        for found in scan(self.indexes.client, index=self.alias, query=everything, size=5000):
            written_at = kept.pop(int(found["_id"]), None)
            if written_at is None or found["_version"] < version(written_at):
                different.add(int(found["_id"]))
        return different | kept.keys()

    @_told()
    def count(self):
        """Return how many entries the server has; None if it has no index yet. Raises EngineError."""
        if not self.client.indices.exists_alias(name=self.alias):
            return None
        return self.client.count(index=self.alias)["count"]

    def health(self):
        """Return (is well, entries in the index, what is wrong in words)."""
        try:
            with _told():
                status = self.client.cluster.health(index=self.alias, timeout="1s")["status"]
                return status in ("green", "yellow"), self.client.count(index=self.alias)["count"], ""
        except EngineError as error:
            return False, 0, str(error)
