"""What editors want shown first: which promoted results fit a question, and who may see them."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from hub.page_cache import remember

from .models import Entry, PromotedResult
from .text import plain_words, stem

MOST_SHOWN = 3


@dataclass(frozen=True)
class Promoted:
    """Something to show above the results. Without `url` it is a note alone; `entry` is that of a page of the hub."""

    title: str = ""
    url: str = ""
    note: str = ""
    entry: Entry | None = None

    @property
    def is_external(self):
        return self.url.startswith(("http:", "https:"))


def fits(phrase, asked):
    """Tell whether `asked`, a list of stems, has all those of `phrase`, in this order."""
    rest = iter(asked)
    return all(each in rest for each in phrase)


def promoted_for(text, language, audiences=()):
    """Return at most three Promoted for a question of somebody who reads `language` and belongs to `audiences`.

    A page is among them only if they would find it too: published, not expired, and theirs to read. One query.
    """
    asked = [stem(word, language) for word in plain_words(text)]
    today = timezone.localdate()
    rows = remember(f"promoted-{language}-{today}", lambda: _running(language, today))
    fitting = [row for row in rows if any(fits(phrase, asked) for phrase in row["stems"])]
    entries = _entries_of(fitting, audiences)
    shown = []
    for row in fitting:
        if not row["page_id"]:
            shown.append(Promoted(row["title"] if row["address"] else "", row["address"], row["note"]))
        elif entry := entries.get((row["page__content_type_id"], row["page_id"])):
            shown.append(Promoted(row["title"] or entry.title, entry.url, row["note"], entry))
    return shown[:MOST_SHOWN]


def _running(language, today):
    rows = PromotedResult.objects.running(today).filter(Q(page=None) | Q(page__live=True), language=language)
    rows = rows.values("phrases", "title", "address", "note", "page_id", "page__content_type_id")
    found = []
    for row in rows:
        lines = row.pop("phrases").splitlines()
        stems = [tuple(stem(word, language) for word in plain_words(line)) for line in lines]
        found.append({**row, "stems": [each for each in stems if each]})
    return found


def _entries_of(rows, audiences):
    keys = {(row["page__content_type_id"], row["page_id"]) for row in rows if row["page_id"]}
    if not keys:
        return {}
    entries = Entry.objects.for_audiences(audiences).filter(thing_id__in=[page_id for _type, page_id in keys])
    return {
        (entry.thing_type_id, entry.thing_id): entry
        for entry in entries
        if (entry.thing_type_id, entry.thing_id) in keys
    }
