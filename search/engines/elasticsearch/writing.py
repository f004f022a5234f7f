"""Telling the server what changed since it was told last."""

from ...models import Behind
from .documents import address, document, entries
from .indexes import BATCH, stamp


def write_behind(indexes):
    """Write what the server is behind with, and return how many entries."""
    written = 0
    while behind := dict(Behind.objects.order_by("changed_at").values_list("entry_id", "changed_at")[:BATCH]):
        _write(indexes, behind)
        for moment in set(behind.values()):
            keys = [key for key, changed_at in behind.items() if changed_at == moment]
            # Unless it changed again meanwhile.
            Behind.objects.filter(entry_id__in=keys, changed_at=moment).delete()
        written += len(behind)
    return written


def _write(indexes, behind):
    """Write the entries in `behind` ({key: when it changed}) to all indexes, also to those that a rebuild fills."""
    changed = {entry.pk: entry for entry in entries().filter(pk__in=behind)}
    names = _with_living_index(indexes, {entry.language.lower() for entry in changed.values()})
    operations = []
    for key, moment in behind.items():
        entry = changed.get(key)
        for language, of_language in names.items():
            for name in of_language:
                operation = {"_op_type": "delete", "_index": name, **address(key, moment)}
                if entry and entry.language.lower() == language:
                    operation |= {"_op_type": "index", **document(entry)}
                operations.append(operation)
    indexes.write(operations)
    indexes.client.indices.refresh(index=indexes.alias)


def _with_living_index(indexes, languages):
    """Return the names of all indexes by language, after making one for each of `languages` that has no living one."""
    names = indexes.by_language()
    living = set(indexes.client.indices.get_alias(name=indexes.alias))
    for language in languages:
        if living.isdisjoint(names.get(language, ())):
            name = indexes.make(language, stamp())
            indexes.client.indices.put_alias(index=name, name=indexes.alias)
            names.setdefault(language, []).append(name)
    return names
