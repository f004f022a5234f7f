"""How text is made ready for the engines: words, stems and stop words, the same for all engines and for questions."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer
from django.conf import settings

from .stop_words import STOP_WORDS

WORD = re.compile(r"\w+")
LONGEST_WORD = 60  # anything longer is not a word that somebody types
MOST_WORDS = 60  # of a question; the rest is left out

STEMMERS = {"en": "english", "es": "spanish", "ar": "arabic"}
LANGUAGES = [code for code, _ in settings.LANGUAGES]

# How often a part of an entry stands in the indexed text: a word in the title says more than one in the body.
WEIGHTS = {"title": 4, "summary": 2, "keywords": 1, "people": 1, "body": 1}


def fold(word):
    """Return `word` without accents, so that "participacion" finds "participación"."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def stem(word, language):
    """Return the stem of a lower-case word in `language`, folded."""
    if language in STEMMERS:
        # Stemmers hold the word they work on, so that each call has its own: threads must not share one.
        word = snowballstemmer.stemmer(STEMMERS[language]).stemWord(word)
    return fold(word)


def words(text):
    """Yield each word of `text` as it stands there, with its start and end."""
    for match in WORD.finditer(text):
        if match.end() - match.start() <= LONGEST_WORD:
            yield match.group(), match.start(), match.end()


def normalise(text):
    """Return `text` in the one form that words are compared in: compatible characters joined, in lower case."""
    return unicodedata.normalize("NFKC", text).casefold()


def stems(text, language):
    """Return the stems of all words of `text`, in order."""
    return [stem(word, language) for word, _start, _end in words(normalise(text))]


def searchable_text(entry):
    """Return the stems of an entry's parts, the weighty ones repeated."""
    parts = []
    for name, times in WEIGHTS.items():
        parts += stems(getattr(entry, name), entry.language) * times
    return " ".join(parts)


def question_words(question, language):
    """Return the words of `question` that say something, without repeats.

    Stop words are left out where others remain. Which language's? The one that most of the question's words are stop
    words of; `language`, the reader's, where that does not decide.
    """
    asked = list(dict.fromkeys(word for word, _start, _end in words(normalise(question))))[:MOST_WORDS]
    likely = max(STOP_WORDS, key=lambda code: (sum(word in STOP_WORDS[code] for word in asked), code == language))
    return [word for word in asked if word not in STOP_WORDS[likely]] or asked


def question_stems(question, language):
    """Return the stems to look for, in every language of the hub: a Spanish word may be asked in an English page."""
    found = {}
    for word in question_words(question, language):
        for code in LANGUAGES:
            found[stem(word, code)] = found[stem(fold(word), code)] = True
    return list(found)
