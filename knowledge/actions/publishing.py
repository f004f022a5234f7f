"""What is written down when a kit is published: its steps, so that they are found, and its version."""

from django.db import transaction
from django.utils import timezone

from ..contents import contents_of
from ..differences import are_the_same
from ..editing import source_of
from ..models import KitStep, KitStepAddress, KitVersion, ToolkitPage
from ..steps import steps_of


@transaction.atomic
def write_steps(*, kit):
    """Write down the steps of a kit as it is now, and the addresses they have. A kit that is not live has none.

    Addresses that steps had before are kept. May run any number of times.
    """
    steps = [step for step in steps_of(kit) if step.key] if kit.live else []
    rows = {row.key: row for row in kit.step_rows.all()}
    for step in steps:
        row = rows.pop(step.key, None) or KitStep(kit=kit, key=step.key)
        if (row.position, row.slug, row.title) != (step.number, step.slug, step.title):
            row.position, row.slug, row.title = step.number, step.slug, step.title
            row.save()
    if rows:
        KitStep.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()
    known = dict(kit.step_addresses.values_list("slug", "key")) if steps else {}
    for step in steps:
        if known.get(step.slug) != step.key:
            KitStepAddress.objects.update_or_create(kit=kit, slug=step.slug, defaults={"key": step.key})


@transaction.atomic
def record_version(*, kit, revision, by=None, at=None):
    """Write down the publication of `revision`, and return the `KitVersion`, or None where nothing changed for readers.

    The first publication is version 1. A small correction keeps the number; everything else takes the next one. A
    translation has the number of what it is translated from. The same revision twice is one version. `at` is when it
    was, if not now.
    """
    kit = ToolkitPage.objects.select_for_update(of=("self",)).get(pk=kit.pk)
    if not kit.live or kit.versions.filter(revision=revision).exists():
        return None
    contents, latest = contents_of(kit), kit.versions.newest_first().first()
    source = source_of(kit)
    said = _as_its_source(kit, source, contents, latest) if source else _as_said(kit, contents, latest)
    if said is None:
        return None
    return KitVersion.objects.create(
        kit=kit, contents=contents, revision=revision, published_by=by, published_at=at or timezone.now(), **said
    )


def _as_said(kit, contents, latest):
    """Return number, note and weight of the publication as the editor gave them, or None if nothing changed."""
    note = kit.change_note.strip()
    if latest is None:
        return {"number": 1, "note": note, "matters": True}
    is_said_again = note == latest.note  # about the last publication: nobody said anything about this one
    is_small = kit.is_small_correction
    if are_the_same(latest.contents, contents) and (is_said_again or not note):
        return None
    if note and is_said_again:
        note, is_small = "", False
    return {"number": latest.number + (not is_small), "note": note, "matters": not is_small}


def _as_its_source(kit, source, contents, latest):
    newest = source.versions.numbered().first()
    number = newest.number if newest else 1
    if latest is None or latest.number < number:
        return {"number": number, "note": kit.change_note.strip(), "matters": True}
    if are_the_same(latest.contents, contents):
        return None
    return {"number": latest.number, "note": "", "matters": False}
