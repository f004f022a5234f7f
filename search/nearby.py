"""Where to look when nothing answers: the themes that are nearest to a question."""

from rapidfuzz import fuzz

from .text import fold, plain_words

MOST_THEMES = 6
MOST_WORDS = 20
SHORTEST = 3  # letters; shorter words are like everything


def nearest_themes(text, themes):
    """Return (slug, name) of the `themes`, a dictionary, with a word that is the most like one of `text`."""
    asked = _telling(text[:300])[:MOST_WORDS]

    def likeness(theme):
        return max((fuzz.ratio(word, other) for word in asked for other in _telling(str(theme[1]))), default=0)

    return sorted(themes.items(), key=likeness, reverse=True)[:MOST_THEMES]


def _telling(text):
    return [fold(word) for word in plain_words(text) if len(word) >= SHORTEST]
