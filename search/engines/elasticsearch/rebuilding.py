"""Filling new indexes with all entries, beside the living ones, and switching."""

from django.conf import settings
from django.core.cache import cache

from ...models import Behind
from ..terms import EngineError
from .documents import address, document, entries
from .indexes import BATCH, stamp

REBUILDING = "search-rebuilding"
LONGEST_REBUILD = 1800  # seconds; after that, whoever began it is taken for dead


def rebuild(indexes, progress):
    """Rebuild all indexes, and return how many entries they have. Raises EngineError if another process does it
    already: of two, one would take away what the other fills."""
    if not cache.add(REBUILDING, True, timeout=LONGEST_REBUILD):
        raise EngineError("its indexes are built already")
    try:
        return _rebuild(indexes, progress)
    finally:
        cache.delete(REBUILDING)


def _rebuild(indexes, progress):
    # What changed until now is read below as it is.
    moments = list(Behind.objects.order_by().values_list("changed_at", flat=True).distinct())
    # An index that `catch_up` makes meanwhile, for a language that is new, is no old one.
    old = _all_names(indexes)
    # All at once, so that what changes from now on is written into them too.
    languages = set(entries().order_by().values_list("language", flat=True).distinct())
    this_time = stamp()
    made = {language: indexes.make(language, this_time) for language in languages or {settings.LANGUAGE_CODE}}
    written = _fill(indexes, made, progress)
    indexes.client.indices.refresh(index=list(made.values()))
    actions = [{"add": {"index": name, "alias": indexes.alias}} for name in made.values()]
    actions += [{"remove_index": {"index": name}} for name in sorted(old & _all_names(indexes))]
    indexes.client.indices.update_aliases(actions=actions)
    for start in range(0, len(moments), BATCH):
        Behind.objects.filter(changed_at__in=moments[start : start + BATCH]).delete()
    return written


def _all_names(indexes):
    return {name for names in indexes.by_language().values() for name in names}


def _fill(indexes, made, progress):
    """Write all entries to the index of their language in `made`, and return how many."""
    count = 0

    def operations():
        nonlocal count
        for entry in entries().filter(language__in=made).order_by("pk").iterator(chunk_size=BATCH):
            count += 1
            if progress and count % BATCH == 0:
                progress(count)
            yield {
                "_op_type": "index",
                "_index": made[entry.language],
                **address(entry.pk, entry.updated_at),
                **document(entry),
            }

    indexes.write(operations())
    return count
