"""Writes entries, one or a hundred thousand, by the rules of the rooms; rows and index together."""

import logging

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from modelsearch.backends import get_search_backends_with_name

from hub.page_cache import drop_public_pages

from . import registry
from .models import Entry

logger = logging.getLogger(__name__)

BATCH = 200
WRITTEN = [
    "translation_key", "audience", "kind", "language", "title", "summary", "body", "url", "people", "keywords",
    "dated_at", "updated_at",
]  # fmt: skip


def chunks(items, size=BATCH):
    """Yield `items` as lists of at most `size`."""
    items = list(items)
    for start in range(0, len(items), size):
        yield items[start : start + size]


def refresh(model, keys=None, *, with_index=True, progress=None):
    """Bring the entries of `model` up to date, all or those with `keys`. Returns how many were written and removed."""
    rule = registry.rule_for(model)
    content_type = ContentType.objects.get_for_model(model)
    things = rule.findable()
    written = set()
    if keys is not None:
        keys = set(keys)
    wanted = things.order_by().values_list("pk", flat=True) if keys is None else keys
    for chunk in chunks(wanted):
        built = {thing.pk: rule.build(thing) for thing in things.filter(pk__in=chunk)}
        built = {key: data for key, data in built.items() if data is not None}
        _write(content_type, built, with_index=with_index)
        written |= built.keys()
        if progress:
            progress(len(written))
    return len(written), _remove(content_type, keys, written, with_index=with_index)


def _write(content_type, built, *, with_index):
    if not built:
        return
    entries = [_entry(content_type, key, data) for key, data in built.items()]
    with transaction.atomic():
        Entry.objects.bulk_create(
            entries, update_conflicts=True, unique_fields=["thing_type", "thing_id"], update_fields=WRITTEN
        )
        for name in ("themes", "areas"):
            through = getattr(Entry, name).through
            through.objects.filter(entry__in=entries).delete()
            column = through._meta.get_field(name.rstrip("s")).attname
            rows = [
                through(entry_id=entry.pk, **{column: term.pk})
                for entry, data in zip(entries, built.values(), strict=True)
                for term in getattr(data, name)
            ]
            through.objects.bulk_create(rows)
        if with_index:
            _each_engine(lambda backend: _put(backend, entries))
        drop_public_pages()  # writing in bulk sends no signals


def _entry(content_type, key, data):
    return Entry(
        thing_type=content_type,
        thing_id=key,
        translation_key=data.translation_key,
        audience=data.audience,
        kind=data.kind,
        language=data.language,
        title=data.title[:255],
        summary=data.summary,
        body=data.body,
        url=data.url,
        people=data.people,
        keywords=" ".join(filter(None, [data.keywords, *map(str, data.themes), *map(str, data.areas)])),
        dated_at=data.dated_at,
    )


def _remove(content_type, keys, written, *, with_index):
    present = Entry.objects.filter(thing_type=content_type)
    if keys is not None:
        present = [row for chunk in chunks(keys) for row in present.filter(thing_id__in=chunk).only("thing_id")]
    gone = [entry for entry in present if entry.thing_id not in written]
    for chunk in chunks(gone):
        if with_index:
            _each_engine(lambda backend, chunk=chunk: [backend.delete(entry) for entry in chunk])
        Entry.objects.filter(pk__in=[entry.pk for entry in chunk]).delete()
        drop_public_pages()
    return len(gone)


def _put(backend, entries):
    index = backend.get_index_for_model(Entry)
    if hasattr(backend, "es") and not backend.es.indices.exists(index=index.name):
        # Elasticsearch would make an index by itself, and guess its fields.
        index.put()
        index.add_model(Entry)
    index.add_items(Entry, entries)
    index.refresh()  # found from now on: a page of results that was made before would be kept for minutes


def _each_engine(write):
    """Write to every engine. One that is a server may be away; `manage.py refresh_search` catches it up."""
    for name, backend in get_search_backends_with_name(with_auto_update=True):
        try:
            write(backend)
        except Exception:
            if not backend.catch_indexing_errors:
                raise
            logger.exception("Search engine “%s” could not be written to.", name)
