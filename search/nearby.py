"""Where to look when nothing answers: the themes that are nearest to a question."""

from rapidfuzz import fuzz, process

from .text import fold, normalise, plain_words

MOST_THEMES = 6


def nearest_themes(text, themes):
    """Return (slug, name) of the `themes`, a dictionary, whose names are the most like `text`."""
    asked = " ".join(fold(word) for word in plain_words(text[:300]))
    names = {slug: fold(normalise(str(name))) for slug, name in themes.items()}
    best = process.extract(asked, names, scorer=fuzz.token_set_ratio, limit=MOST_THEMES)
    return [(slug, themes[slug]) for _name, _likeness, slug in best]
