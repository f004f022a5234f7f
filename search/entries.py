"""Writes entries, one or a hundred thousand, by the rules of the rooms; rows and index together."""

from collections import Counter
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Count, Max
from django.utils import timezone

from hub.page_cache import drop_public_pages

from . import engines, registry
from .models import Entry, EntryLabel, EntryStems, EntryText, Word
from .text import fold, normalise, plain_words, stem, stems

BATCH = 200
NOBODY = "nobody"  # an audience that no rule gives anybody
WRITTEN = [
    "audience", "expires_at", "translation_key", "kind", "language", "year", "dated_at", "ends_at", "checked_on",
    "check_due_on", "is_easy_read", "title", "summary", "url", "place", "people", "keywords", "updated_at",
]  # fmt: skip
STEMMED = ["title", "headings", "summary", "names", "body", "files", "title_words"]
# How many stems of a part are kept, and how many bytes: PostgreSQL's tsvector holds a megabyte of all parts together.
MOST_STEMS = {"body": (20_000, 300_000), "files": (40_000, 550_000)}
MOST_OF_OTHERS = (2_000, 40_000)
PLACES = 5  # bytes that a tsvector needs at most beside each stem
WRITERS = 0x68756273  # the lock of those who write entries


def chunks(items, size=BATCH):
    """Yield `items` as lists of at most `size`."""
    items = list(items)
    for start in range(0, len(items), size):
        yield items[start : start + size]


def refresh(model, keys=None, *, progress=None):
    """Bring the entries of `model` up to date, all or those with `keys`. Returns how many were written and removed."""
    rule = registry.rule_for(model)
    content_type = ContentType.objects.get_for_model(model)
    things = rule.findable()
    written, removed = 0, 0
    if keys is None:
        keys = set(things.order_by().values_list("pk", flat=True))
        keys |= set(Entry.objects.filter(thing_type=content_type).values_list("thing_id", flat=True))
    for chunk in chunks(sorted(keys)):
        with _alone():  # also while it is read: what was read before another's write must not be written after it
            built = rule.build_all(list(things.filter(pk__in=chunk)))
            written += len(built)
            removed += write(content_type, built, keys=chunk)
        if progress:
            progress(written)
    return written, removed


@contextmanager
def _alone():
    """A transaction in which nobody else writes entries: SQLite has but one writer, PostgreSQL is asked for a lock."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
        yield


def write(content_type, built, *, keys=()):
    """Write an entry for each of `built`, a dictionary of EntryData by the things' keys, and remove those of the other
    `keys`. Returns how many were removed."""
    with _alone():
        touched = Entry.objects.filter(thing_type=content_type, thing_id__in={*keys, *built})
        known = {entry.thing_id: entry for entry in touched.prefetch_related("texts")}
        gone = [entry for key, entry in known.items() if key not in built]
        entries = _write_rows(content_type, built)
        vocabulary = Counter()
        for entry in known.values():
            vocabulary.subtract(_vocabulary(entry, entry.texts.all()))
        _write_parts(entries, built.values(), vocabulary)
        Entry.objects.filter(pk__in=[entry.pk for entry in gone]).delete()
        _count_words(vocabulary)
        versions = _join_versions({entry.translation_key for entry in [*entries, *known.values()]} - {None})
        engines.changed({entry.pk for entry in [*entries, *gone]} | versions)
    if entries or gone:
        drop_public_pages()  # writing in bulk sends no signals
    return len(gone)


def hide(entries):
    """Show these entries to nobody from this transaction on: what was taken down must not wait for a task that writes
    or removes them."""
    entries = entries.exclude(audience=NOBODY)
    if not entries.exists():
        return  # a draft that is saved must not wait for whoever writes entries
    with _alone():
        shown = list(entries.prefetch_related("texts"))
        vocabulary = Counter()
        for entry in shown:
            vocabulary.subtract(_vocabulary(entry, entry.texts.all()))
        keys = [entry.pk for entry in shown]
        for chunk in chunks(keys, 500):
            Entry.objects.filter(pk__in=chunk).update(audience=NOBODY)
        _count_words(vocabulary)
        engines.changed(keys)
    drop_public_pages()


def _write_rows(content_type, built):
    entries = [_row(content_type, key, data) for key, data in built.items()]
    if entries:
        Entry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=["thing_type", "thing_id"], update_fields=WRITTEN
        )
    return entries


def _row(content_type, key, data):
    return Entry(
        thing_type=content_type,
        thing_id=key,
        audience=data.audience,
        expires_at=data.expires_at,
        translation_key=data.translation_key,
        kind=data.kind,
        language=data.language,
        year=timezone.localtime(data.dated_at).year if data.dated_at else None,
        dated_at=data.dated_at,
        ends_at=data.ends_at,
        checked_on=data.checked_on,
        check_due_on=data.check_due_on,
        is_easy_read=data.is_easy_read,
        title=data.title[:255],
        summary=data.summary,
        url=data.url,
        place=data.place[:255],
        people=data.people,
        keywords=" ".join(filter(None, [data.keywords, *map(str, data.themes), *map(str, data.areas)])),
    )


def _write_parts(entries, data, vocabulary):
    """Write the labels, texts and stems of `entries`, and add their words to `vocabulary`."""
    if not entries:
        return
    labels, texts, stemmed = [], [], []
    for entry, each in zip(entries, data, strict=True):
        labels += _labels(entry, each)
        own = _texts(entry, each)
        texts += own
        stemmed.append(_stems(entry, each))
        vocabulary.update(_vocabulary(entry, own))
    for model, rows in ((EntryLabel, labels), (EntryText, texts)):
        model.objects.filter(entry__in=entries).delete()
        model.objects.bulk_create(rows, batch_size=500)
    EntryStems.objects.bulk_create(stemmed, update_conflicts=True, unique_fields=["entry"], update_fields=STEMMED)


def _labels(entry, data):
    values = {
        *(("theme", term.slug) for term in data.themes),
        *(("area", term.slug) for term in data.areas),
        *(("format", name) for name in data.formats),
    }
    return [EntryLabel(entry=entry, facet=facet, value=value) for facet, value in sorted(values)]


def _texts(entry, data):
    rows = [EntryText(entry=entry, position=0, text=data.body)] if data.body else []
    for position, page in enumerate(data.files, start=1):
        if page.text:
            rows.append(
                EntryText(
                    entry=entry,
                    position=position,
                    file_title=page.title[:255],
                    file_url=page.url,
                    place=page.place,
                    number=page.number,
                    text=page.text,
                )
            )
    return rows


def _stems(entry, data):
    def joined(text, part=""):
        most, bytes_left = MOST_STEMS.get(part, MOST_OF_OTHERS)
        found = stems(text, entry.language)[:most]
        for place, each in enumerate(found):
            bytes_left -= len(each.encode()) + PLACES
            if bytes_left < 0:
                return " ".join(found[:place])
        return " ".join(found)

    return EntryStems(
        entry=entry,
        title=joined(entry.title),
        headings=joined(data.headings),
        summary=joined(entry.summary),
        names=joined(f"{entry.people} {entry.keywords}"),
        body=joined(data.body, "body"),
        files=joined("\n".join(page.text for page in data.files), "files"),
        title_words=" ".join(fold(word) for word in plain_words(entry.title)),
    )


def _vocabulary(entry, texts):
    """Return the words of a public entry, each with its stem; none of one that not everybody sees, or not for ever: on
    the day it goes, its words must be gone as well, and nobody comes to take them away."""
    if entry.audience != registry.PUBLIC or entry.expires_at:
        return set()
    whole = "\n".join([entry.title, entry.summary, entry.people, entry.keywords, *(text.text for text in texts)])
    found = set(plain_words(whole))
    return {(fold(normalise(word)), stem(word, entry.language)) for word in found}


def _count_words(vocabulary):
    """Add to, or take from, the number of public entries that each word stands in."""
    changes = sorted((*key, change) for key, change in vocabulary.items() if change)
    if not changes:
        return
    table = Word._meta.db_table
    add = f"ON CONFLICT (word, stem) DO UPDATE SET count = {table}.count + excluded.count"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # three lists are read much faster than ten thousand values
            cursor.execute(
                f"INSERT INTO {table} (word, stem, count) "  # noqa: S608  nothing that anybody typed
                f"SELECT * FROM unnest(%s::text[], %s::text[], %s::int[]) {add}",
                [list(column) for column in zip(*changes, strict=True)],
            )
        else:
            for chunk in chunks(changes, 300):
                rows = ", ".join(["(%s, %s, %s)"] * len(chunk))
                cursor.execute(
                    f"INSERT INTO {table} (word, stem, count) VALUES {rows} {add}",  # noqa: S608
                    [value for row in chunk for value in row],
                )
    gone = [word for word, _stem, change in changes if change < 0]
    for chunk in chunks(gone, 500):
        Word.objects.filter(word__in=chunk, count__lte=0).delete()


def _join_versions(keys):
    """Say of the entries with these translation keys whether there are several, and return whose answer changed."""
    changed = set()
    for chunk in chunks(keys, 500):
        versions = Entry.objects.filter(translation_key__in=chunk)
        several = list(
            versions.order_by().values("translation_key").annotate(n=Count("pk")).filter(n__gt=1)
            .values_list("translation_key", flat=True)
        )  # fmt: skip
        for is_several, wrong in (
            (True, versions.filter(translation_key__in=several, has_versions=False)),
            (False, versions.exclude(translation_key__in=several).filter(has_versions=True)),
        ):
            found = list(wrong.values_list("pk", flat=True))
            if found:
                Entry.objects.filter(pk__in=found).update(has_versions=is_several)
                changed.update(found)
    return changed


def count_words_anew(*, dry_run=False):
    """Count the words of all public entries again, and return how many were wrong."""
    counted, before = Counter(), _written_until()
    entries = Entry.objects.filter(audience=registry.PUBLIC).prefetch_related("texts").order_by("pk")
    for entry in entries.iterator(chunk_size=BATCH):
        counted.update(_vocabulary(entry, entry.texts.all()))
    kept = {(word, stem): count for word, stem, count in Word.objects.values_list("word", "stem", "count")}
    counted.subtract(kept)
    wrong = {key: change for key, change in counted.items() if change}
    if not dry_run:
        with _alone():
            if _written_until() != before:
                return 0  # what was written meanwhile would be counted wrong; the next run counts it
            _count_words(wrong)
    return len(wrong)


def _written_until():
    return Entry.objects.aggregate(Count("pk"), Max("updated_at"))


def differing(rule):
    """Return the keys of the things of a rule whose entry is missing, is not what it should be, or should not be."""
    content_type = ContentType.objects.get_for_model(rule.model)
    things = rule.findable()
    keys = set(things.order_by().values_list("pk", flat=True))
    wrong = set(Entry.objects.filter(thing_type=content_type).values_list("thing_id", flat=True)) - keys
    for chunk in chunks(sorted(keys)):
        built = rule.build_all(list(things.filter(pk__in=chunk)))
        entries = Entry.objects.filter(thing_type=content_type, thing_id__in=chunk)
        present = {
            entry.thing_id: entry for entry in entries.prefetch_related("texts", "labels").select_related("stems")
        }
        wrong.update(key for key in chunk if _says(present.get(key)) != _would_say(content_type, key, built.get(key)))
    return wrong


COMPARED = [name for name in WRITTEN if name != "updated_at"]


def _says(entry):
    """Return all that an entry in the database says."""
    if entry is None:
        return None
    return (
        [getattr(entry, name) for name in COMPARED],
        sorted((label.facet, label.value) for label in entry.labels.all()),
        sorted((text.position, text.file_title, text.text) for text in entry.texts.all()),
        [getattr(entry.stems, name) for name in STEMMED] if hasattr(entry, "stems") else None,
    )


def _would_say(content_type, key, data):
    """Return all that the entry of `data` would say if it were written now."""
    if data is None:
        return None
    entry = _row(content_type, key, data)
    stemmed = _stems(entry, data)
    return (
        [getattr(entry, name) for name in COMPARED],
        sorted((label.facet, label.value) for label in _labels(entry, data)),
        sorted((text.position, text.file_title, text.text) for text in _texts(entry, data)),
        [getattr(stemmed, name) for name in STEMMED],
    )
