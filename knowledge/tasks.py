"""Work on kits that nobody has to wait for. Each task says how things are, so it may run twice."""

import logging

from django_tasks import task

from search.attachments.using import pages_using

from . import takeaway
from .actions import following
from .models import KitArchive, KitVersion, ToolkitPage

logger = logging.getLogger(__name__)


@task(queue_name="slow")
def tell_followers(version_pk):
    """Write to those who follow a kit that it has a new version."""
    version = KitVersion.objects.filter(pk=version_pk).first()
    if version:
        following.tell_followers(version=version)


@task(queue_name="slow")
def make_archive(kit_pk):
    """Make the ZIP of a kit, so that nobody waits for it, and forget those of earlier states."""
    kit = ToolkitPage.objects.filter(pk=kit_pk, live=True).first()
    if kit is None:
        return
    try:
        takeaway.archive_of(kit)
    except takeaway.TakeawayError:
        logger.warning("The ZIP of toolkit %s cannot be made at the moment; it is made when somebody asks.", kit_pk)
        return
    takeaway.forget_old(kit_pk)


@task(queue_name="slow")
def forget_archives(kit_pk):
    """Delete the ZIPs of a kit that is not published any more."""
    if not ToolkitPage.objects.filter(pk=kit_pk, live=True).exists():
        takeaway.forget_all(kit_pk)


@task(queue_name="slow")
def renew_archives(document_pk):
    """Make the ZIPs anew that a document is in."""
    keys = pages_using([document_pk]).get(ToolkitPage, ())
    for kit_pk in KitArchive.objects.filter(kit__in=keys).values_list("kit", flat=True).distinct().order_by():
        make_archive.func(kit_pk)
