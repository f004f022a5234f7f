"""A question as Elasticsearch is asked it, and its answer as Hits."""

from collections import Counter

from django.conf import settings
from django.utils import timezone

from ...registry import PUBLIC
from ..terms import FACETS, PART_WEIGHTS, Hit, Hits
from .counting import counts_of, elsewhere_in, facets_in, filters_of, total_in

LEAST = min(PART_WEIGHTS.values())
# combined_fields wants weights of 1 and more; the proportion is what counts.
FIELDS = [f"{part}^{weight / LEAST:.3g}" for part, weight in PART_WEIGHTS.items()]


def body_of(query, scope, *, limit, with_facets):
    """Return the request that asks for `query` in `scope`."""
    body = {
        "query": {
            "bool": {
                "must": [_wanted(query)],
                "must_not": [_phrase(stems) for stems in query.without],
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
        "aggs": counts_of(scope, FACETS if with_facets else ()),
    }  # fmt: skip
    if scope.filters:
        body["post_filter"] = {"bool": {"filter": filters_of(scope)}}
    return body


def _wanted(query):
    should = _any(query.terms)
    needed = _any(query.needed_terms) if len(query.needed_terms) < len(query.terms) else []
    must = [
        {"bool": {"should": [_phrase(stems) for stems in either], "minimum_should_match": 1}}
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


def _any(terms):
    words = [stems[0] for term in terms for stems in term.alternatives if len(stems) == 1 for _ in range(term.times)]
    found = [_phrase(stems) for term in terms for stems in term.alternatives if len(stems) > 1]
    if words:
        found.append({"combined_fields": {"query": " ".join(words), "fields": FIELDS, "operator": "or"}})
    return found


def _phrase(stems):
    return {"multi_match": {"query": " ".join(stems), "fields": FIELDS, "type": "phrase"}}


def hits_in(answer, scope, *, with_facets, engine):
    """Return the Hits in an answer: of the versions of a thing, the one for the reader, at the best one's place."""
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
    facets = facets_in(counts) if with_facets else {facet: Counter() for facet in FACETS}
    elsewhere = elsewhere_in(counts, scope) if with_facets else Counter()
    named = tuple(int(found["_id"]) for found in answer["hits"]["hits"])
    return Hits(hits, total_in(counts), facets, engine, elsewhere, named)
