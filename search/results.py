"""What a reader finds: understood, ranked by the engine, and counted over what the reader may see."""

from collections import Counter
from dataclasses import dataclass

from . import engines
from .asking import Asked, make_ready
from .engines.terms import Hits, Query, Scope
from .facets import settle
from .questions import read_question
from .ranking import rank_again
from .registry import audiences_of

LIMIT = 1000  # results that are paged through; nobody reads on after them


@dataclass(frozen=True)
class Findings:
    """What answers a question. `ranked` has one of several translations of a thing, the best first."""

    ranked: list
    total: int
    facets: dict  # facet: Counter of values, each without its own filter
    elsewhere: Counter  # language: things more, if the search were widened to it
    asked: Asked
    scope: Scope
    engine: str
    left_out: list  # facets that were to be narrowed by what does not exist

    @property
    def keys(self):
        """The keys of the entries, the best first."""
        return [each.key for each in self.ranked]


def find(text, *, user, language, filters=None, as_typed=False, with_facets=True, limit=LIMIT):
    """Return the Findings for what `user`, who reads `language`, typed. Without words: everything, newest first.

    `filters` are values by facet; one of each facet's must fit. Never raises because of what was typed, nor because a
    search server is away.
    """
    question = read_question(text)
    merged = {facet: tuple(values) for facet, values in (filters or {}).items() if values}
    for facet, values in question.filters.items():
        merged[facet] = tuple(dict.fromkeys([*merged.get(facet, ()), *values]))
    settled, left_out = settle(merged)
    scope = Scope(tuple(audiences_of(user)), language, settled)

    def finds(alternatives):
        """Whether one of these, of which no word is kept, finds anything: what some alone see, or for some time."""
        return engines.database().finds(Query(required=(alternatives,)), Scope(scope.audiences, language))

    asked = make_ready(question, language, finds=finds, as_typed=as_typed)
    if question.text and question.is_empty and not settled:
        # Nothing but signs, or nothing but what must not be there: to list everything would answer nobody.
        return Findings([], 0, Hits.none().facets, Counter(), asked, scope, "", left_out)
    hits = engines.search(asked.query, scope, limit=limit, with_facets=with_facets)
    ranked = rank_again(asked.query, hits.hits, language)
    return Findings(ranked, hits.total, hits.facets, hits.elsewhere, asked, scope, hits.engine, left_out)
