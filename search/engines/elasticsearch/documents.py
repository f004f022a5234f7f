"""What an index holds: how its fields are read, and what an entry is in it.

What is written has the moment of its row as version, so that nothing older overwrites it, in whatever order it comes.
"""

from ...models import Entry
from ..terms import LABEL_FACETS, PART_WEIGHTS

SETTINGS = {
    "number_of_shards": 1,
    "number_of_replicas": 0,
    "refresh_interval": "1s",
    "gc_deletes": "1h",  # how long a deletion is remembered, so that a rebuild under way does not undo it
}
MAPPINGS = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {
        # Stems are made by us, the same for all engines: here they are only taken apart.
        **{part: {"type": "text", "analyzer": "whitespace"} for part in PART_WEIGHTS},
        **{name: {"type": "keyword"} for name in ("audience", "family", "kind", "language", *LABEL_FACETS)},
        "year": {"type": "keyword"},
        "is_easy_read": {"type": "boolean"},
        "has_versions": {"type": "boolean"},
        "dated_at": {"type": "date"},
        "expires_at": {"type": "date"},
    },
}


def entries():
    """Return the entries that can be written to an index."""
    return Entry.objects.select_related("stems").prefetch_related("labels").filter(stems__isnull=False)


def version(moment):
    """Return `moment` in microseconds since 1970."""
    return int(moment.timestamp() * 1_000_000)


def address(key, moment):
    """Return which document an operation is about, and as of when."""
    return {"_id": str(key), "version": version(moment), "version_type": "external_gte"}


def document(entry):
    """Return an entry as an index holds it."""
    labels = {facet: [] for facet in LABEL_FACETS}
    for label in entry.labels.all():
        labels[label.facet].append(label.value)
    return {
        "_source": {
            **{part: getattr(entry.stems, part) for part in PART_WEIGHTS},
            **labels,
            "audience": entry.audience,
            "family": str(entry.translation_key or entry.pk),
            "kind": entry.kind,
            "language": entry.language,
            "year": str(entry.year) if entry.year else None,
            "is_easy_read": entry.is_easy_read,
            "has_versions": entry.has_versions,
            "dated_at": entry.dated_at,
            "expires_at": entry.expires_at,
        }
    }
