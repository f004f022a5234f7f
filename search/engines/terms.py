"""What is asked of an engine, and what it answers; the same for all three."""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.conf import settings

# An alternative is a tuple of stems: one word, or several that must stand next to each other.

# How much a word counts in each part of an entry (the columns of EntryStems). Measured in docs/search.md.
PART_WEIGHTS = {
    "title": 5.0,  # says what a thing is about, and is chosen with care
    "headings": 2.0,  # name what a part is about
    "summary": 2.0,  # the whole in two sentences
    "names": 1.5,  # people, places, themes: words to find it by
    "body": 1.0,
    "files": 0.5,  # long, and one step away from the page
}

# In a large index an entry must have one of the question's rarer words: the rarest that stand in ENOUGH entries
# together. Those that have nothing but a frequent word would be most of what is found, and the last to be looked at.
LARGE = 10_000  # entries
ENOUGH = 3000  # entries; three times as many as are paged through

COLUMN_FACETS = ("kind", "language", "date", "easy_read")
LABEL_FACETS = ("theme", "area", "format")
FACETS = ("kind", "theme", "area", "language", "format", "date", "easy_read")


@dataclass(frozen=True)
class Term:
    """Something asked for: any of `alternatives`, the first being what was typed. Typed twice, it counts twice.

    Other names of the same thing are a term of their own, which stands for the terms at the places in `stands_for`.
    """

    alternatives: tuple
    times: int = 1
    stands_for: tuple = ()


@dataclass(frozen=True)
class Query:
    """What to look for. An entry needs one of `needed_terms`, all of `required`, and none of `without`."""

    terms: tuple = ()
    required: tuple = ()  # of alternatives' tuples: each needs one of its phrases
    without: tuple = ()
    total: int = 0  # entries in the index
    frequency: dict = field(default_factory=dict)  # stem: in how many of them it stands, about

    @property
    def is_empty(self):
        return not (self.terms or self.required)

    @cached_property
    def needed_terms(self):
        """The terms of which an entry needs one; the others only say which is better."""
        if self.total < LARGE or self.required:
            return self.terms
        needed, entries = [], 0
        for term in sorted(self.terms, key=self._count):
            if entries >= ENOUGH:
                break
            needed.append(term)
            entries += self._count(term)
        return tuple(needed)

    def _count(self, term):
        """Return in how many entries a term stands, at most."""
        return sum(min((self.frequency.get(stem, 0) for stem in stems), default=0) for stems in term.alternatives)

    def idf(self, stems):
        """Return how much a word or phrase tells, as in BM25 (Robertson and Zaragoza 2009): rare words tell more."""
        count = min((self.frequency.get(stem, 0) for stem in stems), default=0)
        return math.log(1 + (max(self.total, count) - count + 0.5) / (count + 0.5))


@dataclass(frozen=True)
class Scope:
    """Whose search it is, and what it is narrowed to: for each facet the values of which one must fit."""

    audiences: tuple = ()
    language: str = "en"  # the reader's
    filters: dict = field(default_factory=dict)  # facet: tuple of values

    def chosen(self, facet):
        return self.filters.get(facet, ())

    @property
    def other_languages(self):
        """The hub's languages that are left out, where some are chosen."""
        chosen = self.chosen("language")
        return [code for code, _name in settings.LANGUAGES if chosen and code not in chosen]


class Hit(NamedTuple):
    """An entry that answers, and how well, on the engine's own scale."""

    key: int
    score: float


@dataclass
class Hits:
    """What an engine answers: the best entries with one of several translations each, and true counts."""

    hits: list
    total: int
    facets: dict = field(default_factory=dict)  # facet: Counter of values
    engine: str = ""
    elsewhere: Counter = field(default_factory=Counter)  # language: things more, if it were chosen as well
    named: tuple = ()  # keys of all entries that a server named, also those that another version stands for

    @classmethod
    def none(cls, engine=""):
        return cls([], 0, {facet: Counter() for facet in FACETS}, engine)


class EngineError(Exception):
    """The engine does not answer, or not with what was asked for."""
