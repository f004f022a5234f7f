"""Which entries answer a question, best first. One function for all engines; who may see what is decided in SQL.

Wagtail's modelsearch keeps the index (SQLite FTS5, PostgreSQL or Elasticsearch 9). The questions to the two databases
are put here, because modelsearch asks SQLite for each hit's rank with a query of its own, and because PostgreSQL's
ranking knows nothing of rare words.
"""

import logging
import math
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import Count, F, FloatField, Q, TextField, Value
from django.db.models.functions import Cast
from modelsearch.backends import get_search_backends_with_name
from modelsearch.query import PlainText
from wagtail.search.models import IndexEntry

from .models import Entry
from .text import question_stems

logger = logging.getLogger(__name__)

LIMIT = 1000  # entries that are counted and paged through; nobody reads on after them


def rank(question, *, entries=None, language="en", limit=LIMIT):
    """Return the keys of the entries that answer `question`, the best first, at most `limit` of them.

    `entries` is the queryset to search in, such as `Entry.objects.visible_to(user)`. Words are OR-ed: an entry with
    more of them, and with rarer ones, comes first. `language` is the reader's. Never raises because of what was typed,
    nor because Elasticsearch is away: then the database answers.
    """
    entries = Entry.objects.all() if entries is None else entries
    stems = question_stems(question, language)
    if not stems:
        return []
    for name, backend in get_search_backends_with_name():
        if not hasattr(backend, "es"):
            continue
        try:
            return _rank_elasticsearch(backend, stems, entries, limit)
        except Exception as error:  # whatever the reason, the reader gets an answer
            logger.warning("Search engine “%s” does not answer (%s); the database does.", name, error)
    return (_rank_postgresql if connection.vendor == "postgresql" else _rank_sqlite)(stems, entries, limit)


def _rank_elasticsearch(backend, stems, entries, limit):
    """Ask Elasticsearch. What it says may be a second old, so that only keys that are in `entries` now are returned."""
    compiler = backend.query_compiler_class(Entry.objects.all(), PlainText(" ".join(stems), operator="or"))
    audiences = list(entries.order_by().values_list("audience", flat=True).distinct())
    answer = backend.es.search(
        index=backend.get_index_for_model(Entry).name,
        query={"bool": {"must": compiler.get_query(), "filter": {"terms": {"audience_filter": audiences}}}},
        size=limit,
        source=False,
        stored_fields=["pk"],
    )
    found = [int(hit["fields"]["pk"][0]) for hit in answer["hits"]["hits"]]
    allowed = set(entries.order_by().filter(pk__in=found).values_list("pk", flat=True))
    return [key for key in found if key in allowed]


def _in_index(entries):
    """Return the rows of modelsearch's table that belong to `entries`."""
    keys = entries.order_by().annotate(key=Cast("pk", TextField())).values("key")
    return {"content_type": ContentType.objects.get_for_model(Entry), "object_id__in": keys}


def _rank_sqlite(stems, entries, limit):
    """Ask FTS5, which ranks by BM25."""
    # These exist only where the database is SQLite.
    from modelsearch.backends.database.sqlite.query import BM25, Lexeme, MatchExpression, SearchQueryExpression
    from wagtail.search.models import SQLiteFTSIndexEntry

    wanted = SearchQueryExpression(reduce(or_, (Lexeme(stem) for stem in stems)))
    found = (
        SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(["body"], wanted),
            **{f"index_entry__{name}": value for name, value in _in_index(entries).items()},
        )
        .annotate(score=BM25())
        .order_by("score", "-pk")
        .values_list("index_entry__object_id", flat=True)
    )
    return [int(key) for key in found[:limit]]


def _rank_postgresql(stems, entries, limit):
    """Ask PostgreSQL: the sum over the words of idf × ts_rank, idf as in BM25 (Robertson and Zaragoza 2009)."""
    queries = [SearchQuery(f"'{stem}'", config="simple", search_type="raw") for stem in stems]
    everything = IndexEntry.objects.filter(content_type=ContentType.objects.get_for_model(Entry))
    frequencies = everything.aggregate(
        total=Count("pk"), **{f"word_{i}": Count("pk", filter=Q(body=query)) for i, query in enumerate(queries)}
    )
    known = [(query, frequencies[f"word_{i}"]) for i, query in enumerate(queries) if frequencies[f"word_{i}"]]
    if not known:
        return []
    score = Value(0.0, output_field=FloatField())
    for query, frequency in known:
        idf = math.log(1 + (frequencies["total"] - frequency + 0.5) / (frequency + 0.5))
        score += Value(idf) * SearchRank(F("body"), query, normalization=Value(1))
    found = (
        IndexEntry.objects.filter(reduce(or_, (Q(body=query) for query, _frequency in known)), **_in_index(entries))
        .annotate(score=score)
        .order_by("-score", "-pk")
        .values_list("object_id", flat=True)
    )
    return [int(key) for key in found[:limit]]
