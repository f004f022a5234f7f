"""Who is to be told today that checks are due: each once for each check, in one mail a day for all their pages.

The owner from the day on which the check is due, the deputy from 14 days later, the editors from 28 days later. What
was told is written down together with the mail (`Notice`), so that it does not matter when this runs, how often, or
after what pause: after a month without it, everybody whose turn came meanwhile is told then, once.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from hub.letters import post
from hub.models import HubSettings

from . import emails
from .models import DEPUTY_AFTER, EDITORS_AFTER, Notice, Stewardship

Stage = Notice.Stage
# So many readers are told in one transaction: what was sent stays sent if the next ones fail.
READERS_AT_ONCE = 50


@dataclass
class Told:
    """What one reader is to be told: rows by stage."""

    reader: object
    rows: dict = field(default_factory=lambda: defaultdict(list))

    @property
    def notices(self):
        return [(row, stage) for stage, rows in self.rows.items() for row in rows]


def waiting(day=None):
    """Return what is to be told on `day` (today): a list of `Told`, one for each reader, the editors first.

    Nobody is told twice on one day: what falls due later that day waits for the next.
    """
    day = day or timezone.localdate()
    due = Stewardship.objects.due(day).order_by("next_check_on", "pk")
    columns = ["pk", "next_check_on", "owner", "owner__is_active", "deputy", "deputy__is_active"]
    due = list(due.values_list(*columns, named=True))
    told = set(
        Notice.objects.filter(due_on=F("stewardship__next_check_on")).values_list("stewardship", "stage", "reader")
    )
    told_today = set(Notice.objects.filter(sent_on=day).values_list("reader", flat=True))
    told_to_editors = {pk for pk, stage, _reader in told if stage == Stage.EDITORS}
    late = [row.pk for row in due if _days(row, day) >= EDITORS_AFTER and row.pk not in told_to_editors]
    editors = {editor.pk: editor for editor in emails.editors()} if late else {}

    news = []
    # The editors hear of a page together, so that each knows that the others know.
    if told_today.isdisjoint(editors):
        news += [(pk, Stage.EDITORS, editor) for pk in late for editor in editors]
    news += [(row.pk, Stage.OWNER, row.owner) for row in due if row.owner__is_active]
    overdue = [row for row in due if _days(row, day) >= DEPUTY_AFTER]
    news += [(row.pk, Stage.DEPUTY, row.deputy) for row in overdue if row.deputy__is_active]
    return _by_reader([each for each in news if each not in told and each[2] not in told_today], editors)


def _days(row, day):
    return (day - row.next_check_on).days


def _by_reader(news, editors):
    """Return `news`, as (key of a row, stage, key of the reader), as a list of `Told`."""
    rows = Stewardship.objects.select_related("page__locale", "owner", "deputy").in_bulk({pk for pk, *_ in news})
    people = {person.pk: person for row in rows.values() for person in (row.owner, row.deputy) if person} | editors
    everybody = {}
    for pk, stage, reader in news:
        everybody.setdefault(reader, Told(people[reader])).rows[stage].append(rows[pk])
    return list(everybody.values())


def tell(day=None):
    """Tell everybody who is to be told, and return (mails, pages)."""
    day = day or timezone.localdate()
    everybody = waiting(day)
    hub, pages = HubSettings.load(), set()
    for some in _batches(everybody):
        with transaction.atomic():
            notices = [
                Notice(stewardship=row, due_on=row.next_check_on, stage=stage, reader=told.reader, sent_on=day)
                for told in some
                for row, stage in told.notices
            ]
            Notice.objects.bulk_create(notices, batch_size=1000)
            post([_letter(told, hub) for told in some])
        pages |= {notice.stewardship_id for notice in notices}
    return len(everybody), len(pages)


def _batches(everybody):
    """Yield readers together: all editors at once, because a page counts as told to all of them or to none."""
    editors = [told for told in everybody if told.rows.get(Stage.EDITORS)]
    others = [told for told in everybody if not told.rows.get(Stage.EDITORS)]
    if editors:
        yield editors
    for start in range(0, len(others), READERS_AT_ONCE):
        yield others[start : start + READERS_AT_ONCE]


def _letter(told, hub):
    return emails.due_letter(
        told.reader,
        own=told.rows[Stage.OWNER],
        as_deputy=told.rows[Stage.DEPUTY],
        as_editor=told.rows[Stage.EDITORS],
        hub=hub,
    )
