"""What somebody who starts typing is offered: pages, themes, and earlier questions that found something."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, IntegerField, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length

from hub.kinds import Kind

from . import engines
from .facets import themes_in_use
from .models import Entry
from .showing import local_address
from .text import fold, is_unspaced, normalise, plain_words

SHORTEST = 2  # letters that are worth a list
LONGEST = 100  # characters that are looked at
MOST_WORDS = 8
PAGES, THEMES, EARLIER = 6, 3, 4
READ = 3  # times as many entries as are shown are read: some are translations of each other


@dataclass(frozen=True)
class Suggestion:
    """A line of the list: where it leads, or, without an address, what it asks."""

    text: str
    about: str  # "theme", "question", or the kind of thing
    label: str = ""
    url: str = ""
    language: str = ""


def words_typed(text):
    """Return the words to look for of what is typed so far, or none while it is too little to go by."""
    words = [fold(word) for word in plain_words(text[:LONGEST].replace("\0", " "))][:MOST_WORDS]
    enough = sum(map(len, words)) >= SHORTEST or any(map(is_unspaced, words))
    return words if enough else []


def pages_beginning(words, *, typed, audiences, language):
    """Return the entries whose title has words that begin with `words`, in the reader's language where they are in it:
    one query. What `audiences` may not see is never among them."""
    sql, values = engines.database().begin(words)
    entries = (
        Entry.objects.for_audiences(audiences)
        .filter(pk__in=RawSQL(f"SELECT id FROM ({sql}) AS beginning", values))  # noqa: S608, S611  the engines' own
        .order_by(
            Case(When(title__istartswith=typed, then=Value(0)), default=Value(1), output_field=IntegerField()),
            Case(
                When(language=language, then=Value(0)),
                When(language=settings.LANGUAGE_CODE, then=Value(1)),
                default=Value(2),
                output_field=IntegerField(),
            ),
            Length("title"),
            "pk",
        )
        .only("title", "kind", "language", "url", "translation_key")
    )
    found = {}
    for entry in entries[: PAGES * READ]:
        key = entry.translation_key or entry.pk
        if key not in found or (entry.language == language and found[key].language != language):
            found[key] = entry
    return list(found.values())[:PAGES]


def themes_beginning(words):
    """Return (slug, name) of the themes in use whose names have words that begin with `words`."""
    found = []
    for slug, name in themes_in_use().items():
        said = [fold(word) for word in plain_words(name)]
        if all(any(each.startswith(word) for each in said) for word in words):
            found.append((slug, name))
    return sorted(found, key=lambda theme: len(theme[1]))[:THEMES]


def suggest(typed, *, audiences, language, search_url, earlier):
    """Return the Suggestions for what is typed so far. `earlier(prefix, language, limit)` knows earlier questions."""
    words = words_typed(typed)
    if not words:
        return []
    typed = " ".join(typed.replace("\0", " ").split())[:LONGEST]
    found = [
        Suggestion(entry.title, entry.kind, Kind(entry.kind).label, local_address(entry, language), entry.language)
        for entry in pages_beginning(words, typed=typed, audiences=audiences, language=language)
    ]
    found += [Suggestion(name, "theme", "", f"{search_url}?theme={slug}") for slug, name in themes_beginning(words)]
    found += [
        Suggestion(text, "question")
        for text in earlier(typed, language, limit=EARLIER)
        if normalise(text) != normalise(typed)
    ]
    return found
