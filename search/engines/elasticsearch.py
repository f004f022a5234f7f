"""Elasticsearch 9: an index for each language under one alias, filled from EntryStems, rebuilt beside the living one.

What is written has the moment of its row as version, so that nothing older overwrites it, in whatever order it comes.
"""

import logging
from collections import Counter
from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import ScanError, scan, streaming_bulk

from ..models import Behind, Entry
from ..registry import PUBLIC
from .terms import FACETS, LABEL_FACETS, PART_WEIGHTS, EngineError, Hit, Hits

logger = logging.getLogger(__name__)

LEAST = min(PART_WEIGHTS.values())
# combined_fields wants weights of 1 and more; the proportion is what counts.
FIELDS = [f"{part}^{weight / LEAST:.3g}" for part, weight in PART_WEIGHTS.items()]
MOST_BUCKETS = 10_000
BATCH = 500
REBUILDING = "search-rebuilding"
LONGEST_REBUILD = 1800  # seconds; after that, whoever began it is taken for dead

SETTINGS = {
    "number_of_shards": 1,
    "number_of_replicas": 0,
    "refresh_interval": "1s",
    "gc_deletes": "1h",  # how long a deletion is remembered, so that a rebuild under way does not undo it
}
MAPPINGS = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {
        # Stems are made by us, the same for all engines: here they are only taken apart.
        **{part: {"type": "text", "analyzer": "whitespace"} for part in PART_WEIGHTS},
        **{name: {"type": "keyword"} for name in ("audience", "family", "kind", "language", *LABEL_FACETS)},
        "year": {"type": "keyword"},
        "is_easy_read": {"type": "boolean"},
        "has_versions": {"type": "boolean"},
        "dated_at": {"type": "date"},
        "expires_at": {"type": "date"},
    },
}


@lru_cache(maxsize=4)
def client_for(url, timeout):
    """Return the one client of this process for a server."""
    return Elasticsearch(url, request_timeout=timeout, max_retries=0, retry_on_timeout=False)


class ElasticsearchEngine:
    name = "elasticsearch"

    def __init__(self):
        self.client = client_for(settings.SEARCH_URL, settings.SEARCH_TIMEOUT)
        self.alias = f"{settings.SEARCH_INDEX_PREFIX}entries"

    # Asking ----------------------------------------------------------------------------------------------------------

    def search(self, query, scope, *, limit=1000, with_facets=True):
        """Return the Hits of `query` in `scope`. Raises EngineError if there is no answer, or none that is whole."""
        try:
            answer = self.client.search(
                index=self.alias, search_type="dfs_query_then_fetch", **self._body(query, scope, limit, with_facets)
            )
        except (ApiError, TransportError) as error:
            raise EngineError(str(error)) from error
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise EngineError("only a part of the index answered")
        return self._read(answer, scope, with_facets)

    def _body(self, query, scope, limit, with_facets):
        body = {
            "query": {
                "bool": {
                    "must": [self._wanted(query)],
                    "must_not": [self._phrase(stems) for stems in query.without],
                    "filter": [
                        {"terms": {"audience": [PUBLIC, *scope.audiences]}},
                        {"bool": {"should": [
                            {"bool": {"must_not": {"exists": {"field": "expires_at"}}}},
                            {"range": {"expires_at": {"gt": timezone.now().isoformat()}}},
                        ]}},
                    ],
                }
            },
            "size": limit,
            "timeout": f"{settings.SEARCH_TIMEOUT}s",
            "source": False,
            "track_total_hits": False,
            "docvalue_fields": ["language", "family"],
            "sort": [{"_score": "desc"}],
        }  # fmt: skip
        if scope.filters:
            body["post_filter"] = {"bool": {"filter": self._filters(scope)}}
        body["aggs"] = self._counts(scope, FACETS if with_facets else ())
        return body

    def _wanted(self, query):
        should = self._any(query.terms)
        needed = self._any(query.needed_terms) if len(query.needed_terms) < len(query.terms) else []
        must = [
            {"bool": {"should": [self._phrase(stems) for stems in either], "minimum_should_match": 1}}
            for either in query.required
        ]
        return {
            "bool": {
                "must": must,
                "filter": [{"bool": {"should": needed, "minimum_should_match": 1}}] if needed else [],
                "should": should,
                "minimum_should_match": 1 if should else 0,
            }
        }

    def _any(self, terms):
        words = [
            stems[0] for term in terms for stems in term.alternatives if len(stems) == 1 for _ in range(term.times)
        ]
        found = [self._phrase(stems) for term in terms for stems in term.alternatives if len(stems) > 1]
        if words:
            found.append({"combined_fields": {"query": " ".join(words), "fields": FIELDS, "operator": "or"}})
        return found

    @staticmethod
    def _phrase(stems):
        return {"multi_match": {"query": " ".join(stems), "fields": FIELDS, "type": "phrase"}}

    @staticmethod
    def _filters(scope, *, without=()):
        filters = []
        for facet, chosen in scope.filters.items():
            if not chosen or facet in without:
                continue
            if facet == "date":
                should = [{"terms": {"year": [value for value in chosen if value.isdigit()]}}]
                if "upcoming" in chosen:
                    should.append({"range": {"dated_at": {"gt": timezone.now().isoformat()}}})
                filters.append({"bool": {"should": should}})
            elif facet == "easy_read":
                filters.append({"term": {"is_easy_read": True}})
            else:
                filters.append({"terms": {facet: list(chosen)}})
        return filters

    def _counts(self, scope, facets):
        """Count each facet without its own filter, and things that have several versions once."""
        counts = {"total": self._once({}, self._filters(scope))}
        for facet in facets:
            count = {"terms": {"field": "year" if facet == "date" else facet, "size": MOST_BUCKETS}}
            if facet == "easy_read":
                count = {"filter": {"term": {"is_easy_read": True}}}
            if facet == "language":
                counts[facet] = {
                    "filter": {"bool": {"filter": self._filters(scope, without=[facet])}},
                    "aggs": {"all": count},
                }
                continue
            filters = self._filters(scope, without=[facet])
            counts[facet] = self._once(count, filters)
            if facet == "date":
                counts["upcoming"] = self._once(
                    {"filter": {"range": {"dated_at": {"gt": timezone.now().isoformat()}}}}, filters
                )
        return counts

    @staticmethod
    def _once(count, filters):
        families = {"families": {"cardinality": {"field": "family", "precision_threshold": 40_000}}}
        return {
            "filter": {"bool": {"filter": filters}},
            "aggs": {
                "alone": {
                    "filter": {"term": {"has_versions": False}},
                    **({"aggs": {"each": count}} if count else {}),
                },
                "versions": {
                    "filter": {"term": {"has_versions": True}},
                    "aggs": {"each": {**count, "aggs": families}} if count else families,
                },
            },
        }

    def _read(self, answer, scope, with_facets):
        hits, place = [], {}
        for found in answer["hits"]["hits"]:
            [language], [family] = found["fields"]["language"], found["fields"]["family"]
            preference = (language == scope.language, language == settings.LANGUAGE_CODE)
            hit = Hit(int(found["_id"]), found["_score"])
            if family not in place:
                place[family] = (len(hits), preference)
                hits.append(hit)
            elif preference > place[family][1]:
                index = place[family][0]
                hits[index] = Hit(hit.key, hits[index].score)  # keeps the better version's place
                place[family] = (index, preference)
        counts = answer["aggregations"]
        total = counts["total"]["alone"]["doc_count"] + counts["total"]["versions"]["families"]["value"]
        facets = {facet: Counter() for facet in FACETS}
        if with_facets:
            for facet in FACETS:
                facets[facet] = self._counted(facet, counts)
        named = tuple(int(found["_id"]) for found in answer["hits"]["hits"])
        return Hits(hits, total, facets, self.name, named)

    @staticmethod
    def _counted(facet, counts):
        if facet == "language":
            return Counter({bucket["key"]: bucket["doc_count"] for bucket in counts[facet]["all"]["buckets"]})

        def single(name):
            each = counts[name]
            return each["alone"]["each"]["doc_count"] + each["versions"]["each"]["families"]["value"]

        if facet == "easy_read":
            return Counter({"1": single(facet)} if single(facet) else {})
        found = Counter()
        for bucket in counts[facet]["alone"]["each"]["buckets"]:
            found[bucket["key"]] += bucket["doc_count"]
        for bucket in counts[facet]["versions"]["each"]["buckets"]:
            found[bucket["key"]] += bucket["families"]["value"]
        if facet == "date" and single("upcoming"):
            found["upcoming"] = single("upcoming")
        return found

    # Writing ---------------------------------------------------------------------------------------------------------

    def catch_up(self):
        """Write what changed since the server was told last, and return how many entries. Raises EngineError."""
        try:
            written = 0
            if not self.client.indices.exists_alias(name=self.alias):
                written = self.rebuild()
            while behind := dict(Behind.objects.order_by("changed_at").values_list("entry_id", "changed_at")[:BATCH]):
                self._write(behind)
                for moment in set(behind.values()):
                    keys = [key for key, changed_at in behind.items() if changed_at == moment]
                    # Unless it changed again meanwhile.
                    Behind.objects.filter(entry_id__in=keys, changed_at=moment).delete()
                written += len(behind)
            return written
        except (ApiError, TransportError) as error:
            raise EngineError(str(error)) from error

    def _write(self, behind):
        entries = {entry.pk: entry for entry in _entries().filter(pk__in=behind)}
        indexes = self._all_indexes()
        living = set(self.client.indices.get_alias(name=self.alias))
        for language in {entry.language.lower() for entry in entries.values()}:
            if not any(name in living for name in indexes.get(language, ())):
                name = self._make(language, _stamp())
                self.client.indices.put_alias(index=name, name=self.alias)
                indexes.setdefault(language, []).append(name)
        operations = []
        for key, moment in behind.items():
            entry = entries.get(key)
            version = {"_id": str(key), "version": _version(moment), "version_type": "external_gte"}
            for language, names in indexes.items():
                for name in names:
                    if entry and entry.language.lower() == language:
                        operations.append({"_op_type": "index", "_index": name, **version, **_document(entry)})
                    else:
                        operations.append({"_op_type": "delete", "_index": name, **version})
        self._bulk(operations)
        self.client.indices.refresh(index=self.alias)

    def _bulk(self, operations):
        for is_done, item in streaming_bulk(
            self.client.options(request_timeout=30), operations, chunk_size=BATCH, raise_on_error=False
        ):
            [result] = item.values()
            # 404: there was nothing to delete. 409: something newer is there already.
            if not is_done and result.get("status") not in (404, 409):
                raise EngineError(str(result.get("error")))

    def differing(self):
        """Return the keys of the entries that the server has otherwise than they are, lacks, or has though they are
        gone. Raises EngineError."""
        kept = dict(Entry.objects.filter(stems__isnull=False).values_list("pk", "updated_at"))
        different = set()
        try:
            everything = {"query": {"match_all": {}}, "version": True}
            for found in scan(self.client.options(request_timeout=30), index=self.alias, query=everything, size=5000):
                written_at = kept.pop(int(found["_id"]), None)
                if written_at is None or found["_version"] < _version(written_at):
                    different.add(int(found["_id"]))
        except (ApiError, TransportError, ScanError) as error:
            raise EngineError(str(error)) from error
        return different | kept.keys()

    def rebuild(self, *, progress=None):
        """Fill new indexes with all entries, beside the living ones, and switch. Returns how many entries. Raises
        EngineError, also if another process does it already: of two, one would take away what the other fills."""
        if not cache.add(REBUILDING, True, timeout=LONGEST_REBUILD):
            raise EngineError("its indexes are built already")
        try:
            return self._rebuild(progress)
        finally:
            cache.delete(REBUILDING)

    def _rebuild(self, progress):
        patient = self.client.options(request_timeout=30)
        stamp = _stamp()
        made = {}
        # What changed until now is read below as it is.
        moments = list(Behind.objects.order_by().values_list("changed_at", flat=True).distinct())

        def operations():
            for entry in _entries().filter(language__in=made).order_by("pk").iterator(chunk_size=BATCH):
                operations.count += 1
                if progress and operations.count % BATCH == 0:
                    progress(operations.count)
                yield {
                    "_op_type": "index",
                    "_index": made[entry.language],
                    "_id": str(entry.pk),
                    "version": _version(entry.updated_at),
                    "version_type": "external_gte",
                    **_document(entry),
                }

        operations.count = 0
        try:
            # An index that `catch_up` makes meanwhile, for a language that is new, is no old one.
            old = {name for names in self._all_indexes().values() for name in names}
            # All at once, so that what changes from now on is written into them too.
            languages = set(_entries().order_by().values_list("language", flat=True).distinct())
            made |= {language: self._make(language, stamp) for language in languages or {settings.LANGUAGE_CODE}}
            self._bulk(operations())
            patient.indices.refresh(index=list(made.values()))
            old &= {name for names in self._all_indexes().values() for name in names}
            actions = [{"add": {"index": name, "alias": self.alias}} for name in made.values()]
            actions += [{"remove_index": {"index": name}} for name in sorted(old)]
            patient.indices.update_aliases(actions=actions)
            for start in range(0, len(moments), BATCH):
                Behind.objects.filter(changed_at__in=moments[start : start + BATCH]).delete()
        except (ApiError, TransportError) as error:
            raise EngineError(str(error)) from error
        return operations.count

    def _make(self, language, stamp):
        name = f"{self.alias}_{language.lower()}_{stamp}"
        self.client.options(request_timeout=30).indices.create(index=name, settings=SETTINGS, mappings=MAPPINGS)
        return name

    def _all_indexes(self):
        """Return the names of all indexes by language: the living ones, and those that a rebuild is filling."""
        found = {}
        for name in self.client.indices.get(index=f"{self.alias}_*"):
            found.setdefault(name.removeprefix(f"{self.alias}_").rpartition("_")[0], []).append(name)
        return found

    def count(self):
        """Return how many entries the server has; None if it has no index yet. Raises EngineError."""
        try:
            if not self.client.indices.exists_alias(name=self.alias):
                return None
            return self.client.count(index=self.alias)["count"]
        except (ApiError, TransportError) as error:
            raise EngineError(str(error)) from error

    def health(self):
        """Return (is well, entries in the index, what is wrong in words)."""
        try:
            status = self.client.cluster.health(index=self.alias, timeout="1s")["status"]
            return status in ("green", "yellow"), self.client.count(index=self.alias)["count"], ""
        except (ApiError, TransportError) as error:
            return False, 0, str(error)


def _entries():
    return Entry.objects.select_related("stems").prefetch_related("labels").filter(stems__isnull=False)


def _stamp():
    return f"{timezone.now():%Y%m%d%H%M%S%f}"


def _version(moment):
    """Return `moment` in microseconds since 1970."""
    return int(moment.timestamp() * 1_000_000)


def _document(entry):
    labels = {facet: [] for facet in LABEL_FACETS}
    for label in entry.labels.all():
        labels[label.facet].append(label.value)
    return {
        "_source": {
            **{part: getattr(entry.stems, part) for part in PART_WEIGHTS},
            **labels,
            "audience": entry.audience,
            "family": str(entry.translation_key or entry.pk),
            "kind": entry.kind,
            "language": entry.language,
            "year": str(entry.year) if entry.year else None,
            "is_easy_read": entry.is_easy_read,
            "has_versions": entry.has_versions,
            "dated_at": entry.dated_at,
            "expires_at": entry.expires_at,
        }
    }
