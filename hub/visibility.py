"""Which pages everybody may open, as a condition inside a query."""

from django.db import models
from django.db.models.functions import Length, Substr
from wagtail.models import PageViewRestriction


def restricted(path):
    """Return the condition that a view restriction stands on the page at `path` or on one above it."""
    above = Substr(models.OuterRef(path), 1, Length("page__path"))
    return models.Exists(PageViewRestriction.objects.annotate(start=above).filter(page__path=models.F("start")))


def only_public(pages):
    """Return those of `pages` that nobody has to sign in for. Wagtail's own `public` needs two queries more."""
    return pages.exclude(restricted("path")).exclude(restricted("alias_of__path"))
