"""How text is made ready for the engines: words, stems, bigrams and stop words; the same for engines and questions."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer
from django.conf import settings

from .stop_words import STOP_WORDS

# Scripts that put no spaces between words: Thai, Lao, Khmer, Burmese, Japanese, Chinese, Korean. They are cut into
# pairs of neighbouring signs ("bigrams"), as Lucene's CJKAnalyzer does.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003134f"
)


def _ranges(characters):
    """Return `characters` as the inside of a character class."""
    found = []
    for number in characters:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in found)


# Marks that are part of a word though they are not letters: Arabic and Hebrew vowels, Hindi vowel signs, accents, and
# the joiners that Persian writes.
MARKS = _ranges(n for n in range(0x300, 0x20000) if n in (0x200C, 0x200D) or unicodedata.category(chr(n))[0] == "M")
WORD = re.compile(rf"[{UNSPACED}]+|[^\W_{UNSPACED}](?:[^\W_{UNSPACED}]|[{MARKS}])*")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_NEEDS_SIGNS = re.compile(f"[{UNSPACED}{MARKS}]")
LONGEST_WORD = 60  # anything longer is not a word that somebody types

LANGUAGES = [code for code, _ in settings.LANGUAGES]
# Snowball's stemmers by the first part of a language's code (https://snowballstem.org/algorithms/).
STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
# Languages whose stemmers take something from the beginning of a word as well.
_CHANGES_BEGINNINGS = {"ar", "fa", "ga", "id", "nl", "ta", "yi"}
_AVAILABLE = set(snowballstemmer.algorithms())


# Arabic letters that people write for one another, and the stroke that only stretches a word.
ARABIC = str.maketrans({"\u0629": "\u0647", "\u0649": "\u064a", "\u0640": None})


def fold(word):
    """Return `word` without accents, so that "participacion" finds "participación"."""
    if word.isascii():
        return word
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(ARABIC)


def is_unspaced(word):
    """Tell whether `word` is written in a script without spaces, so that it is a pair of signs rather than a word."""
    return bool(_IS_UNSPACED.match(word))


@lru_cache(maxsize=200_000)
def stem(word, language):
    """Return the stem of a lower-case word in `language`, folded."""
    if is_unspaced(word):
        return word
    name = STEMMERS.get(language.split("-")[0])
    if name in _AVAILABLE:
        # Stemmers hold the word they work on, so that each call has its own: threads must not share one.
        word = snowballstemmer.stemmer(name).stemWord(word)
    return fold(word)


def keeps_beginnings(language):
    """Tell whether a word of `language` and its stem begin alike."""
    return language.split("-")[0] not in _CHANGES_BEGINNINGS


def words(text):
    """Yield each word of `text` as it stands there, with its start and end; of unspaced scripts each pair of signs."""
    for match in WORD.finditer(text):
        start, end = match.span()
        if is_unspaced(match.group()):
            if end - start == 1:
                yield match.group(), start, end
            for first in range(start, end - 1):
                yield text[first : first + 2], first, first + 2
        elif end - start <= LONGEST_WORD:
            yield match.group(), start, end


def needs_signs(text):
    """Tell whether `text` has signs of a script without spaces, or marks that belong to the letter before."""
    return not text.isascii() and bool(_NEEDS_SIGNS.search(text))


def words_beginning_with(letters, text):
    """Yield what `words` does, of a text without signs and marks, where a word begins with one of `letters`."""
    for match in _beginning_with(letters).finditer(text):
        start, end = match.span()
        if end - start <= LONGEST_WORD:
            yield match.group(), start, end


@lru_cache(maxsize=500)
def _beginning_with(letters):
    return re.compile(rf"(?<![^\W_])[{re.escape(letters)}][^\W_]*")


def normalise(text):
    """Return `text` in the one form that words are compared in: compatible characters joined, in lower case."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def plain_words(text):
    """Return the words of `text`, normalised, in order: what `words` yields, without the places and much faster."""
    found = []
    for run in WORD.findall(normalise(text)):
        if run < UNSPACED[0] or not is_unspaced(run):
            if len(run) <= LONGEST_WORD:
                found.append(run)
        elif len(run) == 1:
            found.append(run)
        else:
            found += [run[first : first + 2] for first in range(len(run) - 1)]
    return found


def stems(text, language):
    """Return the stems of all words of `text`, in order."""
    return [stem(word, language) for word in plain_words(text)]


def likely_language(asked, language):
    """Return whose stop words `asked`, a list of words, has most of; `language`, the reader's, where none has more."""
    return max(STOP_WORDS, key=lambda code: (sum(word in STOP_WORDS[code] for word in asked), code == language))


def telling_words(asked, language):
    """Return the words of a question that say something: without stop words, where others remain."""
    stop_words = STOP_WORDS[likely_language(asked, language)]
    return [word for word in asked if word not in stop_words] or list(asked)


def variants(word, language):
    """Return the stems to look for: `word` may stand in a page of any language. The reader's language comes first."""
    return tuple(dict.fromkeys(stem(word, code) for code in [language, *LANGUAGES]))
