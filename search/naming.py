"""What things are called: the names of themes and areas in all languages, and other words for the same thing."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

from hub.models import Area, Theme
from hub.page_cache import remember

from .models import Synonyms

TERMS = {"theme": Theme, "area": Area}


@dataclass(frozen=True)
class Named:
    """A name of a term, or a row of synonyms, by its `facet`: "theme", "area" or "synonyms"."""

    facet: str
    key: str  # the same for all translations
    language: str
    slug: str
    text: str


def all_names():
    """Return all names and synonyms: one query, or none while nothing public changes."""
    return [Named(*row) for row in remember("names", _read)]


def _read():
    names = [
        model.objects.order_by().values_list(
            Value(facet), Cast("translation_key", CharField()), "locale__language_code", "slug", "name"
        )
        for facet, model in TERMS.items()
    ]
    synonyms = Synonyms.objects.order_by().values_list(
        Value("synonyms"), Cast("pk", CharField()), "language", Value(""), "words"
    )
    return sorted(synonyms.union(*names, all=True))


def names_of_terms(facet):
    """Return the names of the terms of a facet by slug: in the active language, else in the source language."""
    languages = [settings.LANGUAGE_CODE, get_language()]
    by_key = defaultdict(dict)
    for each in all_names():
        if each.facet == facet and each.language in languages:
            by_key[each.key][each.language] = each
    return {
        names[languages[0]].slug: names.get(languages[1], names[languages[0]]).text
        for names in by_key.values()
        if languages[0] in names
    }
