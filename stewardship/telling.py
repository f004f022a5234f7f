"""Who is to be told today that checks are due: each once for each check, in one mail a day for all their pages.

The owner from the day on which the check is due, the deputy from 14 days later, the editors from 28 days later. What
was told is written down together with the mail (`Notice`), so that it does not matter when this runs, how often, or
after what pause: after a month without it, everybody whose turn came meanwhile is told then, once.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Exists, OuterRef
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
    late = list(_not_told(Stage.EDITORS, day, EDITORS_AFTER))
    rows = [(row.owner, Stage.OWNER, row) for row in _not_told(Stage.OWNER, day, 0, "owner")]
    rows += [(row.deputy, Stage.DEPUTY, row) for row in _not_told(Stage.DEPUTY, day, DEPUTY_AFTER, "deputy")]
    if not late and not rows:
        return []
    told_today = set(Notice.objects.filter(sent_on=day).values_list("reader", flat=True))
    editors = list(emails.editors()) if late else []
    # The editors hear of a page together, so that each knows that the others know.
    if told_today.isdisjoint(editor.pk for editor in editors):
        rows = [(editor, Stage.EDITORS, row) for row in late for editor in editors] + rows
    told = {}
    for reader, stage, row in rows:
        if reader.pk not in told_today:
            told.setdefault(reader.pk, Told(reader)).rows[stage].append(row)
    return list(told.values())


def _not_told(stage, day, days, person=""):
    """Return the rows due for so many days of which nobody, or not this `person`, was told at `stage`."""
    told = Notice.objects.filter(stewardship=OuterRef("pk"), due_on=OuterRef("next_check_on"), stage=stage)
    rows = Stewardship.objects.due(day, for_days=days)
    if person:
        rows = rows.filter(**{f"{person}__is_active": True})
        told = told.filter(reader=OuterRef(person))
    rows = rows.filter(~Exists(told)).select_related("page__locale", "owner", "deputy")
    return rows.order_by("next_check_on", "pk")


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
