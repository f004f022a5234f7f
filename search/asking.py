"""From what somebody typed to what an engine looks for: stop words, mistakes, other words for the same thing."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Q

from hub.page_cache import remember

from . import spelling
from .engines.terms import Query, Term
from .models import Entry, Word
from .stop_words import STOP_WORDS
from .text import fold, is_unspaced, normalise, telling_words, variants
from .thesaurus import thesaurus

MOST_CORRECTED = 8  # words of a question; one that has more was pasted, and each costs the reader time


@dataclass(frozen=True)
class Asked:
    """A question made ready: the query, and the words that were taken for others, as {typed: meant}."""

    question: object
    query: Query
    corrections: dict
    respelled: dict  # words that find things by their stem, but that nobody writes so: {typed: as it is written}

    @property
    def marked(self):
        """The stems that are marked in what is shown: of all that was looked for, but the small words of a phrase."""
        query, small = self.query, frozenset().union(*STOP_WORDS.values())
        phrases = [stems for term in query.terms for stems in term.alternatives]
        phrases += [stems for either in query.required for stems in either]
        return {stem for stems in phrases for stem in stems if len(stems) == 1 or stem not in small}

    @property
    def corrected_text(self):
        """The question's words as they were understood, to be shown; without what must not be there."""
        said = self.respelled | self.corrections
        return " ".join(filter(None, (said.get(word, word) for word in self.question.words)))


def make_ready(question, language, *, finds=None, as_typed=False):
    """Return `question` as Asked by a reader of `language`.

    A word that nobody wrote is taken for the nearest that somebody did, unless it is to be looked for `as_typed`.
    `finds(alternatives)` tells of a word that no public entry has whether one of its stems finds something for the
    reader all the same.
    """
    names = thesaurus()
    telling = [word for word in telling_words(question.words, language) if len(word) <= 60]
    known = _Known(telling, language)
    corrections, respelled = {}, {}
    if not as_typed:
        corrections = _corrections(telling, known, names, language, finds)
        if corrections:
            respelled = _respelled(telling, known, names, language, corrections)
            telling = [part for word in telling for part in corrections.get(word, word).split()]
            known.learn(telling)
    all_words = [part for word in question.words for part in corrections.get(word, word).split()]
    counted = Counter(telling)
    place_of = {word: place for place, word in enumerate(counted)}
    terms = [Term(tuple((each,) for each in known.stems(word)), times) for word, times in counted.items()]
    terms += _joined(telling, known, place_of)
    terms += _split(place_of, known)
    for start, end, others in names.find(all_words):
        meant = dict.fromkeys(place_of[word] for word in all_words[start:end] if word in place_of)
        terms.append(Term(others, stands_for=tuple(meant)))
    required = tuple(_phrases(phrase, language) for phrase in question.phrases)
    without = tuple(stems for phrase in question.without for stems in _phrases(phrase, language))
    wanted = {each for term in terms for stems in term.alternatives for each in stems}
    known.count(wanted | {each for either in required for stems in either for each in stems})
    query = Query(tuple(terms), required, without, total=_entries(), frequency=known.frequency)
    return Asked(question, query, corrections, respelled)


class _Known:
    """What the index knows of the words of a question: one query for all of them."""

    def __init__(self, words, language):
        self.language = language
        self.frequency = defaultdict(int)  # of stems
        self.stems_of = defaultdict(dict)  # folded word: its stems, in whatever language it was written
        self.words_of = defaultdict(set)  # stem: the words that have it
        self.counted = set()
        self.learn(words)

    def learn(self, words):
        folded = {fold(normalise(word)) for word in words}
        joined = {first + second for first, second in pairwise(words)}
        joined |= {part for word in words[:MOST_SPLIT] for parts in _splits(fold(word)) for part in parts}
        stems = {each for word in words for each in variants(word, self.language)}
        self._read(Q(stem__in=stems - self.counted) | Q(word__in=folded | joined), stems)

    def count(self, stems):
        """Learn in how many entries these stems stand."""
        missing = stems - self.counted
        if missing:
            self._read(Q(stem__in=missing), missing)

    def _read(self, condition, stems):
        fresh = stems - self.counted
        for word, each, count in Word.objects.filter(condition, count__gt=0).values_list("word", "stem", "count"):
            self.stems_of[word][each] = None
            self.words_of[each].add(word)
            if each in fresh:
                self.frequency[each] += count
        self.counted |= fresh

    def stems(self, word):
        """Return the stems to look for: of `word` as it is typed, and as somebody wrote it with its accents."""
        return tuple(dict.fromkeys([*variants(word, self.language), *self.stems_of.get(fold(word), {})]))

    def has(self, word):
        """Tell whether something is found by `word`: as it is, or by a word of the same family. That the stem is the
        same is not enough: in another language it may be that of quite another word ("accesibility", "acceso")."""
        bare = fold(word)
        if bare in self.stems_of:
            return True
        least = len(bare) / 2
        return any(
            (each in bare and len(each) >= least)  # Arabic puts its articles in front
            or any(_alike(bare, other) >= least for other in self.words_of[each])
            for each in variants(word, self.language)
            if self.words_of.get(each)
        )


def _alike(one, other):
    """Return how many letters two words begin with in common."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _corrections(words, known, names, language, finds):
    """Return {typed: meant} for the words that nothing can be found by."""
    found = {}
    unknown = [
        word
        for word in dict.fromkeys(words)
        if not known.has(word) and not is_unspaced(word) and not word.isdigit() and fold(word) not in names.words
    ][:MOST_CORRECTED]
    for word in unknown:
        if word in found:  # the end of a long word that was taken apart
            continue
        # A stem that is known is known from another word.
        unseen = tuple((each,) for each in variants(word, language) if not known.words_of.get(each))
        if finds and unseen and finds(unseen):
            continue
        bare = fold(word)
        candidates = _alive(spelling.nearest(bare, also=names.words), names)
        following = dict(pairwise(words)).get(word)
        if not candidates and following and (together := _alive(spelling.nearest(bare + fold(following)), names)):
            # A long word that was taken apart, and mistyped: "saftey guarding".
            found[word], found[following] = together[0], ""
            continue
        if not candidates or spelling.most_mistakes(bare) == 3:
            parts = spelling.known_parts(bare, _knows_all(bare))
            if parts:
                candidates = [" ".join(parts)]
        if candidates:
            found[word] = candidates[0]
    return found


def _alive(candidates, names):
    """Return those of `candidates` that are written at this moment: a process keeps its list for a while."""
    if not candidates:
        return []
    alive = set(Word.objects.filter(word__in=candidates, count__gt=0).values_list("word", flat=True)) | names.words
    return [each for each in candidates if each in alive]


def _respelled(words, known, names, language, corrections):
    """Return {typed: as it is written} for mistyped words whose stem is right all the same, to be shown."""
    found = {}
    for word in dict.fromkeys(words):
        if len(found) == MOST_CORRECTED:
            break
        bare = fold(word)
        if word in corrections or bare in known.stems_of or bare in names.words or is_unspaced(word):
            continue
        stems = set(variants(word, language))
        written = [other for other in spelling.nearest(bare) if stems & set(variants(other, language))]
        if written:
            found[word] = written[0]
    return found


def _knows_all(word):
    """Return a function that tells whether a beginning or an end of `word` is a known word: one query for all."""
    parts = {word[:cut] for cut in range(2, len(word))} | {word[cut:] for cut in range(2, len(word))}
    known = set(Word.objects.filter(word__in=parts, count__gt=0).values_list("word", flat=True))
    return known.__contains__


MOST_SPLIT = 12  # words of a question that are also looked for in two


def _splits(word):
    """Return the ways to write `word` as two: "coproduction" as "co production"."""
    if is_unspaced(word):
        return []
    return [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1) if max(cut, len(word) - cut) >= 4]


def _split(place_of, known):
    """Return terms for words that are also written as two, next to each other."""
    return [
        Term(((known.stems(first)[0], known.stems(second)[0]),), stands_for=(place,))
        for word, place in list(place_of.items())[:MOST_SPLIT]
        for first, second in _splits(fold(word))
        if first in known.stems_of and second in known.stems_of
    ]


def _joined(words, known, place_of):
    """Return terms for neighbours that are also written as one word: "co production" finds "coproduction"."""
    return [
        Term(tuple((each,) for each in known.stems_of[first + second]), stands_for=(place_of[first], place_of[second]))
        for first, second in dict.fromkeys(pairwise(words))
        if first != second and known.stems_of.get(first + second)
    ]


def _phrases(phrase, language):
    """Return the stems of a phrase as it would stand in a page of each language."""
    length = len(phrase)
    by_word = [variants(word, language) for word in phrase]
    most = max(len(each) for each in by_word)
    return tuple(dict.fromkeys(tuple(each[min(i, len(each) - 1)] for each in by_word) for i in range(most) if length))


def _entries():
    return remember("entries", Entry.objects.count)
