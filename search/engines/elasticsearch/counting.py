"""Counts by facets: how Elasticsearch is asked for them, and what its answer says.

Each facet is counted without its own filter, and things that have several versions once.
"""

from collections import Counter
from dataclasses import replace

from django.utils import timezone

from ..terms import FACETS

MOST_BUCKETS = 10_000


def filters_of(scope, *, without=()):
    """Return what an entry must fit, except for the facets in `without`."""
    filters = []
    for facet, chosen in scope.filters.items():
        if not chosen or facet in without:
            continue
        if facet == "date":
            should = [{"terms": {"year": [value for value in chosen if value.isdigit()]}}]
            if "upcoming" in chosen:
                should.append(_is_coming())
            filters.append({"bool": {"should": should}})
        elif facet == "easy_read":
            filters.append({"term": {"is_easy_read": True}})
        else:
            filters.append({"terms": {facet: list(chosen)}})
    return filters


def counts_of(scope, facets):
    """Return the aggregations that count the total, what other languages would add to it, and each of `facets`."""
    counts = {"total": _once({}, filters_of(scope))}
    for language in scope.other_languages if facets else ():
        widened = replace(scope, filters={**scope.filters, "language": (*scope.chosen("language"), language)})
        counts[f"total with {language}"] = _once({}, filters_of(widened))
    for facet in facets:
        count = {"terms": {"field": "year" if facet == "date" else facet, "size": MOST_BUCKETS}}
        if facet == "easy_read":
            count = {"filter": {"term": {"is_easy_read": True}}}
        filters = filters_of(scope, without=[facet])
        if facet == "language":
            counts[facet] = {"filter": {"bool": {"filter": filters}}, "aggs": {"all": count}}
            continue
        counts[facet] = _once(count, filters)
        if facet == "date":
            counts["upcoming"] = _once({"filter": _is_coming()}, filters)
    return counts


def _is_coming():
    return {"range": {"dated_at": {"gt": timezone.now().isoformat()}}}


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


def total_in(counts, name="total"):
    """Return how many things the answered aggregations found."""
    return counts[name]["alone"]["doc_count"] + counts[name]["versions"]["families"]["value"]


def elsewhere_in(counts, scope):
    """Return a Counter of the things that each language would add which was left out."""
    more = {code: total_in(counts, f"total with {code}") - total_in(counts) for code in scope.other_languages}
    return Counter({code: count for code, count in more.items() if count})


def facets_in(counts):
    """Return {facet: Counter of values} from the answered aggregations."""
    return {facet: _facet_in(facet, counts) for facet in FACETS}


def _facet_in(facet, counts):
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
