"""What the search sees to by itself."""

from datetime import timedelta

from hub.chores import chore

from . import engines, registry
from .asked import forget_questions
from .attachments.mending import mend_attachments
from .entries import count_words_anew, differing, refresh
from .models import Behind, Entry
from .related import not_related, relate

chore(every=timedelta(minutes=15))(mend_attachments)
chore(every=timedelta(days=1))(forget_questions)


@chore(every=timedelta(minutes=1))
def tell_search_server(*, dry_run):
    """Tell the search server what it missed, if there is one; build its indexes if they are not there, or not whole."""
    if not (server := engines.server()):
        return ""
    if waiting := Behind.objects.count():
        if dry_run:
            return f"Would tell the search server of {waiting} entries."
        return f"Told the search server of {server.catch_up()} entries."
    entries = Entry.objects.filter(stems__isnull=False).count()
    if server.count() == entries:
        return ""
    if dry_run:
        return f"Would build the search server's indexes anew, of {entries} entries."
    return f"Built the search server's indexes anew, of {server.rebuild()} entries."


@chore(every=timedelta(hours=1))
def compare_search_server(*, dry_run):
    """Compare what the search server has with the entries, in case that what it was to be told was lost."""
    if not (server := engines.server()) or Behind.objects.exists():
        return ""
    keys = server.differing()
    if not keys:
        return ""
    if dry_run:
        return f"Would tell the search server of {len(keys)} entries that it has otherwise."
    engines.changed(keys)
    return f"Told the search server of {server.catch_up()} entries that it had otherwise."


@chore(every=timedelta(hours=1))
def mend_entries(*, dry_run):
    """Compare all entries with what they are made of, and write those that differ or are missing."""
    found = {rule.model: keys for rule in registry.rules() if (keys := differing(rule))}
    number = sum(map(len, found.values()))
    if not number:
        return ""
    if dry_run:
        return f"Would mend {number} search entries."
    for model, keys in found.items():
        refresh(model, keys)
    return f"Mended {number} search entries."


@chore(every=timedelta(days=1))
def count_words(*, dry_run):
    """Count the words of all entries anew: what is known to be written decides what is offered for a mistyped word."""
    wrong = count_words_anew(dry_run=dry_run)
    if not wrong:
        return ""
    return f"{'Would count' if dry_run else 'Counted'} {wrong} words anew."


@chore(every=timedelta(minutes=10))
def relate_entries(*, dry_run):
    """Find what is like each entry, a few hundred at a time."""
    waiting = not_related()
    if dry_run:
        number = waiting.count()
        return f"Would compare {number} search entries with the others." if number else ""
    number = relate(Entry.objects.filter(pk__in=list(waiting.values_list("pk", flat=True)[:300])))
    return f"Compared {number} search entries with the others." if number else ""
