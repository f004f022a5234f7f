"""What whoever read something may like to read too: the entries whose words are most like its own.

They are found in the background and kept, so that a page shows them with one query.
"""

import logging
from collections import Counter, defaultdict
from datetime import timedelta
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.db.models import F, Q, Sum
from django.utils import timezone

from hub.page_cache import drop_public_pages, remember

from . import engines, registry
from .engines.terms import Query, Scope, Term
from .models import Entry, EntryStems, Related, Word
from .registry import PUBLIC
from .stop_words import STOP_WORDS

logger = logging.getLogger(__name__)

MOST = 3  # entries that are kept for each
TELLING = 25  # words that an entry is compared by
LOOKED_THROUGH = 600  # of its words
LEAST_SHARE = 0.1  # of the entry's own score that another must reach
EVERY = timedelta(days=7)  # for what did not change itself: others did


def related_to(thing):
    """Return the entries that are most like a thing's, the most alike first; only what everybody may see.

    One query, or none while nothing public changes.
    """
    return remember(f"related-{thing._meta.label_lower}-{thing.pk}", partial(_related_to, thing))


def _related_to(thing):
    found = (
        Related.objects.filter(
            entry__thing_type=ContentType.objects.get_for_model(type(thing)),
            entry__thing_id=thing.pk,
            other__in=Entry.objects.for_audiences(()),
        )
        .select_related("other")
        .order_by("place")
    )
    return [each.other for each in found]


def relate(entries):
    """Find what is like each of `entries`, and return how many were compared."""
    began = timezone.now()
    entries = list(entries.filter(audience=PUBLIC).select_related("stems"))
    words = {entry.pk: _words_of(entry) for entry in entries}
    wanted = {stem for counted in words.values() for stem in counted}
    counted = Word.objects.filter(stem__in=wanted).values_list("stem").annotate(Sum("count"))
    frequency = dict(counted) if wanted else {}
    total = Entry.objects.count()
    for entry in entries:
        found = _alike(entry, words[entry.pk], frequency, total)
        try:
            _keep(entry, found, began)
        except IntegrityError:
            logger.info("Entry %s, or one like it, was removed while it was compared.", entry.pk)
    if entries:
        drop_public_pages()
    return len(entries)


def _keep(entry, found, moment):
    with transaction.atomic():
        Related.objects.filter(entry=entry).delete()
        Related.objects.bulk_create(Related(entry=entry, other_id=key, place=place) for place, key in enumerate(found))
        # update() leaves `updated_at` as it is. What changed since `moment` is compared again.
        Entry.objects.filter(pk=entry.pk).update(related_at=moment)


def not_related():
    """Return the public entries that changed since they were compared, or were last compared long ago."""
    return Entry.objects.filter(
        Q(related_at=None) | Q(related_at__lt=F("updated_at")) | Q(related_at__lt=timezone.now() - EVERY),
        audience=PUBLIC,
    ).order_by(F("related_at").asc(nulls_first=True), "pk")


def _words_of(entry):
    try:
        row = entry.stems
    except EntryStems.DoesNotExist:
        return Counter()
    said = [*row.title.split() * 3, *row.headings.split(), *row.summary.split() * 2, *row.names.split()]
    said += row.body.split()[:LOOKED_THROUGH]
    small = STOP_WORDS.get(entry.language, ())
    return Counter(stem for stem in said if len(stem) > 1 and stem not in small and not stem.isdigit())


def _alike(entry, counted, frequency, total):
    """Return the keys of the entries that are most like `entry`."""
    whole = Query(total=total, frequency=defaultdict(int, frequency))
    telling = sorted(counted, key=lambda stem: -counted[stem] * whole.idf((stem,)))
    # A word that nothing else has says nothing about others.
    telling = [stem for stem in telling if frequency.get(stem, 0) > 1][:TELLING]
    if not telling:
        return []
    terms = tuple(Term(((stem,),), min(3, counted[stem])) for stem in telling)
    scope = Scope((), entry.language)
    hits = (
        engines.database()
        .search(Query(terms, total=total, frequency=frequency), scope, limit=MOST + 25, with_facets=False)
        .hits
    )
    family = (
        Entry.objects.filter(translation_key=entry.translation_key) if entry.translation_key else Entry.objects.none()
    )
    own = {entry.pk, *family.values_list("pk", flat=True)}
    hits = _to_read_on(hits, own)
    best = max((hit.score for hit in hits if hit.key in own), default=0)
    return [hit.key for hit in hits if hit.key not in own and hit.score >= LEAST_SHARE * best][:MOST]


def _to_read_on(hits, own):
    """Return `hits` without parts of a page, because whoever reads on wants the whole, and without plain pages."""
    rules = [rule for rule in registry.rules() if rule.part_of or not rule.is_to_read_on]
    kinds = [ContentType.objects.get_for_model(rule.model) for rule in rules]
    others = Entry.objects.filter(thing_type__in=kinds, pk__in=[hit.key for hit in hits])
    left_out = set(others.values_list("pk", flat=True)) - own
    return [hit for hit in hits if hit.key not in left_out]
