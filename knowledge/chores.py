"""What must happen by itself in the library."""

from datetime import timedelta

from django.utils import timezone

from hub.chores import chore, counted

from .actions import publishing
from .links import UNCONFIRMED_FOR
from .models import KitArchive, KitFollower, ToolkitPage
from .takeaway import forget_all, forget_old


@chore(every=timedelta(days=1))
def forget_unconfirmed_followers(*, dry_run):
    """Delete addresses that asked to be told of a toolkit and were not confirmed in time."""
    rows = KitFollower.objects.unconfirmed().filter(asked_at__lt=timezone.now() - UNCONFIRMED_FOR)
    number = rows.count()
    if not number:
        return ""
    if dry_run:
        return f"Would forget {counted(number, 'address', 'addresses')} that nobody confirmed."
    rows.delete()
    return f"Forgot {counted(number, 'address', 'addresses')} that nobody confirmed."


@chore(every=timedelta(days=1))
def forget_old_zips(*, dry_run):
    """Delete the ZIPs of toolkits that are taken down, and those of what toolkits were before."""
    archives = KitArchive.objects.order_by("kit", "-made_at", "-pk")
    live, down, newest = [], set(), set()
    for archive in archives.select_related("kit"):
        if not archive.kit.live:
            down.add(archive.kit_id)
        elif archive.kit_id in newest:
            live.append(archive.kit_id)
        newest.add(archive.kit_id)
    number = len(live) + archives.filter(kit__in=down).count()
    if not number:
        return ""
    if dry_run:
        return f"Would delete {counted(number, 'old ZIP')}."
    done = sum(forget_all(kit) for kit in down) + sum(forget_old(kit) for kit in set(live))
    return f"Deleted {counted(done, 'old ZIP')}."


@chore(every=timedelta(hours=1))
def number_kits(*, dry_run):
    """Write down the steps and the first version of toolkits that were published before versions were kept."""
    kits = list(ToolkitPage.objects.live().filter(versions=None).select_related("live_revision").order_by("pk"))
    if not kits:
        return ""
    if dry_run:
        return f"Would write down the first version of {counted(len(kits), 'toolkit')}."
    for kit in kits:
        publishing.write_steps(kit=kit)
        publishing.record_version(kit=kit, revision=kit.live_revision, at=kit.last_published_at)
    return f"Wrote down the first version of {counted(len(kits), 'toolkit')}."
