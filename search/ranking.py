"""What stands first: the engine's score, and a few things besides that are the same for all engines.

The weights stand in one table. docs/search.md says what each brought on which collection.
"""

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from .models import EntryStems
from .registry import rules
from .stop_words import STOP_WORDS

RANKED_AGAIN = 50  # hits; what an engine puts behind them stays there
MOST_STEMS = 3000  # of an entry that are looked through
NEAR = 8  # words between two that belong together

# The engine's score is brought to 0–1; each of these signals is 0–1 too.
WEIGHTS = {
    "all_words": 0.1,  # more of what was asked for, and above all of the rare words
    "in_title": 0.35,  # the title says it
    "in_summary": 0.15,  # the two sentences that say what it is about do
    "title_asked": 0.2,  # and says little else: what the title is about is what was asked for
    "title_is_it": 1.0,  # the question is the title: somebody looks for a page they know
    "phrase": 0.1,  # words that were typed side by side stand side by side
    "nearness": 0.2,  # or close to each other: the passage is about both
    "own_language": 0.2,  # of two alike, the one that the reader reads without effort
    "fresh": 0.03,  # of two alike, the newer
    "checked": 0.03,  # somebody answers for it, and looked at it in time
    "overdue": -0.05,  # somebody should have
    "part": -0.45,  # a step of a toolkit says what the toolkit says as well, which is the better place to begin
}


@dataclass(frozen=True)
class Ranked:
    """An entry and why it stands where it stands: the signals, each 0–1, and the engine's share."""

    key: int
    total: float
    engine: float
    signals: dict = field(default_factory=dict)


def rank_again(query, hits, language):
    """Return the `hits` as Ranked, the best first for a reader of `language`."""
    if not hits:
        return []
    first, rest = hits[:RANKED_AGAIN], hits[RANKED_AGAIN:]
    stemmed = _rows([hit.key for hit in first])
    best = max(hit.score for hit in first) or 1.0
    today = timezone.localdate()
    terms = _terms(query)
    typed = {stems[0] for term in query.terms if not term.stands_for for stems in term.alternatives}
    parts = {ContentType.objects.get_for_model(rule.model).pk for rule in rules() if rule.part_of}
    ranked = []
    for hit in first:
        row = stemmed.get(hit.key)
        signals = _signals(row, terms, typed, parts, language, today) if row else {}
        engine = hit.score / best
        ranked.append(
            Ranked(hit.key, engine + sum(WEIGHTS[name] * value for name, value in signals.items()), engine, signals)
        )
    ranked.sort(key=lambda each: -each.total)
    return [*ranked, *(Ranked(hit.key, hit.score / best, hit.score / best) for hit in rest)]


class _Row(NamedTuple):
    """What the signals of an entry are told from, and no more: fifty of them are read for every question."""

    key: int
    title: str
    summary: str
    headings: str
    body: str
    names: str
    language: str
    dated_at: object
    checked_on: object
    check_due_on: object
    thing_type: int


def _rows(keys):
    of_stems = ("pk", "title", "summary", "headings", "body", "names")
    of_entry = ("entry__language", "entry__dated_at", "entry__checked_on", "entry__check_due_on", "entry__thing_type")
    rows = EntryStems.objects.filter(pk__in=keys).values_list(*of_stems, *of_entry)
    return {row[0]: _Row(*row) for row in rows}


def _terms(query):
    """Return (its alternatives and its other names, how much it tells) of each thing that was asked for, in order."""
    terms = []
    for place, term in enumerate(query.terms):
        if not term.stands_for:
            others = [alt for other in query.terms if place in other.stands_for for alt in other.alternatives]
            # What is frequent under one name is not rare because somebody also wrote it otherwise.
            terms.append(([*term.alternatives, *others], min(query.idf(stems) for stems in term.alternatives)))
    return terms


def _signals(row, terms, typed, parts, language, today):
    title, summary = row.title.split(), row.summary.split()
    stems = [*title, *summary, *row.headings.split(), *row.body.split(), *row.names.split()][:MOST_STEMS]
    places = _places(stems, terms)
    idfs = [idf for _alternatives, idf in terms]
    whole = sum(idfs) or 1.0
    in_title = sum(idf for idf, found in zip(idfs, places, strict=True) if found and found[0] < len(title)) / whole
    of_summary = range(len(title), len(title) + len(summary))
    in_summary = sum(
        idf for idf, found in zip(idfs, places, strict=True) if any(place in of_summary for place in found)
    )
    covered = {place for found in places for place in found if place < len(title)}
    pairs = [one + other for one, other in pairwise(idfs)]
    distances = [_closest(one, other) for one, other in pairwise(places)]
    told = sum(pairs) or 1.0
    title_asked = _share_asked(title, covered, row.language)
    signals = {
        "all_words": sum(idf for idf, found in zip(idfs, places, strict=True) if found) / whole,
        "in_title": in_title,
        "in_summary": in_summary / whole,
        "title_asked": title_asked,
        "title_is_it": float(
            in_title > 0.99
            and all(title[place] in typed for place in covered)  # and not another name for it
            and title_asked > 0.99
        ),
        "phrase": sum(idf for idf, distance in zip(pairs, distances, strict=True) if distance <= 2) / told,
        "nearness": sum(
            idf * (1 - (distance - 1) / NEAR)
            for idf, distance in zip(pairs, distances, strict=True)
            if distance <= NEAR
        )
        / told,
        "own_language": float(row.language == language),
        "fresh": _freshness(row.dated_at),
        "checked": float(bool(row.checked_on) and not (row.check_due_on and row.check_due_on < today)),
        "part": float(row.thing_type in parts),
        "overdue": float(bool(row.check_due_on and row.check_due_on < today)),
    }
    return {name: value for name, value in signals.items() if value}


def _share_asked(title, covered, language):
    """Return which share of a title's telling words was asked for."""
    telling = [place for place, stem in enumerate(title) if stem not in STOP_WORDS.get(language, ())]
    return len([place for place in telling if place in covered]) / len(telling) if telling else 0


def _places(stems, terms):
    """Return, for each term, the places where it begins, in order."""
    beginnings = {}
    for index, (alternatives, _idf) in enumerate(terms):
        for alternative in alternatives:
            beginnings.setdefault(alternative[0], []).append((index, alternative))
    places = [[] for _term in terms]
    for place, stem in enumerate(stems):
        for index, alternative in beginnings.get(stem, ()):
            if len(alternative) == 1 or tuple(stems[place : place + len(alternative)]) == alternative:
                places[index].append(place)
    return places


def _closest(first, second):
    """Return the distance of the closest two places, one of each; a pair the wrong way round is one further."""
    best = NEAR + 1
    for place in first:
        for another in second:
            if place != another:
                best = min(best, another - place if another > place else place - another + 1)
    return best


def _freshness(moment):
    """Return 1 for what is new, half of it after two years."""
    if moment is None:
        return 0.0
    years = max(0.0, (timezone.now() - moment).days / 365)
    return math.pow(0.5, years / 2)
