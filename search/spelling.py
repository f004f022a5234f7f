"""The nearest known words to one that nobody wrote. Only words of public entries are ever offered."""

import math
import time

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from .models import Word
from .text import is_unspaced

SHORTEST = 3  # letters; shorter words have too many neighbours
FRESH = 60  # seconds for which a process keeps its list of words
MOST_WORDS = 200_000

_kept = {"until": 0.0, "words": {}}


def _vocabulary():
    """Return the known words by their length and first letter, each with how many entries have it."""
    if time.monotonic() > _kept["until"]:
        by_length = {}
        rows = Word.objects.filter(count__gt=0).order_by("-count").values_list("word", "count")[:MOST_WORDS]
        for word, count in rows.iterator(chunk_size=10_000):
            if len(word) >= SHORTEST and not word.isdigit() and not is_unspaced(word):
                by_length.setdefault(len(word), {}).setdefault(word[0], {}).setdefault(word, count)
        _kept.update(words=by_length, until=time.monotonic() + FRESH)
    return _kept["words"]


def forget():
    """Read the list of words anew the next time it is needed."""
    _kept["until"] = 0.0


def most_mistakes(word):
    """Return how many letters may be wrong in a word of this length."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def nearest(word, *, also=(), limit=5):
    """Return the known words that are nearest to `word`, a folded one, the likeliest first. `also` are more words that
    are known. Letters that changed places count as one mistake (optimal string alignment)."""
    most = most_mistakes(word)
    if len(word) < SHORTEST:
        return []
    candidates = {}
    vocabulary = _vocabulary()
    beginnings = _heard_alike(word[0])
    for length in range(max(SHORTEST, len(word) - most), len(word) + most + 1):
        known = vocabulary.get(length, {})
        extra = [other for other in also if len(other) == length and other not in known.get(other[0], ())]
        for choices in (extra, *(known.get(letter, ()) for letter in beginnings)):
            for other, distance, _index in process.extract(
                word, list(choices), scorer=OSA.distance, score_cutoff=most, limit=20
            ):
                if distance == 1 or _is_likely(word, other, distance):
                    candidates[other] = (distance, known.get(other[0], {}).get(other, 1))
        if abs(length - len(word)) <= 1:
            candidates |= {other: (1, count) for other, count in _other_beginnings(word, length, known)}
    return sorted(candidates, key=lambda other: _cost(word, other, *candidates[other]))[:limit]


# Letters that a word may begin with and sound the same ("fotograph", "sivic"): what `SOUNDS` makes one of.
HEARD_ALIKE = ["pf", "ckq", "sz", "yi", "gj"]


def _heard_alike(letter):
    """Return the first letters that are looked through: two mistakes and more are likely behind no other."""
    return next((letters for letters in HEARD_ALIKE if letter in letters), letter)


def _other_beginnings(word, length, known):
    """Yield (word, count) of the words of `length` letters that are one mistake away and begin otherwise."""
    rest = {len(word) - 1: [word[1:]], len(word): [word[1] + word[0] + word[2:]], len(word) + 1: []}[length]
    if length >= len(word):
        rest += [letter + word[len(word) + 1 - length :] for letter in known]
    for other in rest:
        if other != word and (count := known.get(other[0], {}).get(other)):
            yield other, count


def _is_likely(word, other, distance):
    """Tell whether two and more mistakes are still likely: "comitee" sounds as "committee" does. Otherwise the
    beginning is right and the word is long, or else "december" would be taken for "remember"."""
    return _sounds(word) == _sounds(other) or (word[0] == other[0] and len(word) >= 8 and distance <= len(word) / 4)


def _cost(word, other, distance, count):
    """Return how unlikely it is that somebody who typed `word` meant `other`."""
    return (
        distance
        - 2.0 * JaroWinkler.similarity(word, other)  # people mistype ends and middles rather than beginnings
        - 0.5 * (_sounds(word) == _sounds(other))
        - 0.05 * math.log(1 + count)
    )


SOUNDS = [
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("c", "k"),
    ("z", "s"),
    ("y", "i"),
    ("wh", "w"),
    ("gh", "g"),
    ("j", "g"),
]


def _sounds(word):
    """Return a word's consonants as they are said, roughly: people write what they hear."""
    for written, said in SOUNDS:
        word = word.replace(written, said)
    first, rest = word[:1], "".join(letter for letter in word[1:] if letter not in "aeiouh")
    return "".join(
        letter for index, letter in enumerate(first + rest) if index == 0 or letter != (first + rest)[index - 1]
    )


def known_parts(word, known):
    """Return two words that `word` is written together of, if `known(words)` knows both; else None."""
    for cut in range(2, len(word) - 1):
        if known(word[:cut]) and known(word[cut:]) and min(cut, len(word) - cut) >= 3:
            return word[:cut], word[cut:]
    return None
