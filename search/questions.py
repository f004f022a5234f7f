"""What somebody typed, taken apart: plain words, "exact phrases", -words that must not be there, kind: and theme:.

Nothing that is typed is an error: what makes no sense as an operator is taken as words.
"""

import re
from dataclasses import dataclass, field, replace

from .text import normalise, plain_words

LONGEST_QUESTION = 10_000  # characters that are looked at
MOST_WORDS = 250  # of a question; the rest is left out
# What may be written before a colon, and the filter that it stands for.
OPERATORS = {name: name for name in ("kind", "theme", "area", "language", "format", "date")}
PART = re.compile(
    r"""
    (?P<minus>(?<!\S)[-\u2212\u2013])?              # at the start of a word
    (?:
        ["\u201c\u201d\u201e\u00ab\u00bb](?P<phrase>[^"\u201c\u201d\u201e\u00ab\u00bb]*)["\u201c\u201d\u201e\u00ab\u00bb]
      | (?<!\S)(?P<name>[a-z]{4,8}):(?P<value>[\w-]+)
      | (?P<word>[^\s"\u201c\u201d\u201e\u00ab\u00bb]+)
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Question:
    """A question taken apart. `words` are in lower case, in order and with repeats."""

    text: str = ""
    words: tuple = ()
    phrases: tuple = ()  # of words, each of which must stand there just so
    without: tuple = ()  # of words or phrases that must not stand there
    filters: dict = field(default_factory=dict)

    @property
    def is_empty(self):
        """Nothing is asked for by words."""
        return not (self.words or self.phrases)

    @property
    def key(self):
        """The question as it is counted and compared: its words, and nothing of how it was typed."""
        return " ".join([*self.words, *(f'"{" ".join(phrase)}"' for phrase in self.phrases)])

    def with_words(self, words):
        """Return the question with other words."""
        return replace(self, words=tuple(words))


def read_question(text):
    """Return `text` as a Question. Never raises."""
    text = text[:LONGEST_QUESTION].replace("\0", " ")
    words, phrases, without, filters = [], [], [], {}
    for part in PART.finditer(text):
        found = part.groupdict()
        if found["name"] and not found["minus"] and found["name"] in OPERATORS:
            filters.setdefault(OPERATORS[found["name"]], []).append(normalise(found["value"]))
            continue
        is_phrase = found["phrase"] is not None
        said = plain_words(found["phrase"] if is_phrase else found["word"] or part.group().lstrip("-\u2212\u2013"))
        if not said:
            continue
        if found["minus"]:
            without.append(tuple(said))
        elif is_phrase and len(said) > 1:
            phrases.append(tuple(said))
        else:
            words += said
    # A question of nothing but what must not be there asks for nothing.
    return Question(text.strip(), tuple(words[:MOST_WORDS]), tuple(phrases[:5]), tuple(without[:10]), filters)
