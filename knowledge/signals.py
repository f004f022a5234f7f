"""What happens by itself when a kit is saved, published or taken down, when a file of one is replaced, and when
somebody takes back words or their name."""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.signals import page_published, page_unpublished

from hub.removal import taken_out

from . import takeaway
from .actions import history, publishing
from .models import Author, KitArchive, ToolkitPage
from .tasks import forget_archives, make_archive, renew_archives, tell_followers

# A draft is saved with nothing but these: readers see nothing of it.
OF_DRAFTS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "go_live_at"}


def start_listening():
    """Watch kits. Called when the apps are ready."""
    post_save.connect(_kit_saved, sender=ToolkitPage, dispatch_uid="knowledge-steps")
    page_published.connect(_kit_published, sender=ToolkitPage, dispatch_uid="knowledge-versions")
    page_unpublished.connect(_kit_unpublished, sender=ToolkitPage, dispatch_uid="knowledge-archives")
    post_delete.connect(_archive_deleted, sender=KitArchive, dispatch_uid="knowledge-archive-files")
    taken_out.connect(_names_taken_out, dispatch_uid="knowledge-authors")
    post_save.connect(_document_saved, sender=get_document_model(), dispatch_uid="knowledge-renew-archives")
    taken_out.connect(_words_taken_out, dispatch_uid="knowledge")


def _kit_saved(instance, raw=False, update_fields=None, **kwargs):
    if not raw and not (update_fields and set(update_fields) <= OF_DRAFTS):
        publishing.write_steps(kit=instance)


def _kit_published(instance, revision=None, **kwargs):
    if not instance.live or revision is None:
        return  # it is timed: this comes again when it is live
    version = publishing.record_version(kit=instance, revision=revision, by=revision.user)
    if version and version.matters and version.number > 1:
        transaction.on_commit(partial(tell_followers.enqueue, version.pk))
    transaction.on_commit(partial(make_archive.enqueue, instance.pk))


def _kit_unpublished(instance, **kwargs):
    if KitArchive.objects.filter(kit=instance.pk).exists():
        transaction.on_commit(partial(forget_archives.enqueue, instance.pk))


def _archive_deleted(instance, **kwargs):
    """The file goes with its row, also where the row goes with its kit."""
    transaction.on_commit(partial(instance.file.storage.delete, instance.file.name))


def _document_saved(instance, created=False, raw=False, update_fields=None, **kwargs):
    """A document that was replaced makes the ZIPs that it is in anew, so that the size on the page is right."""
    if not raw and not created and not update_fields and KitArchive.objects.exists():
        transaction.on_commit(partial(renew_archives.enqueue, instance.pk))


def _names_taken_out(pages, without, **kwargs):
    """Who takes their name back is no author any more. Revisions refer to them by a key that leads nowhere then."""
    authors = Author.objects.filter(member=None, authorships__article__in=[page.pk for page in pages]).distinct()
    for author in authors:
        if any(without(author.name, code).strip() != author.name.strip() for code, _name in settings.LANGUAGES):
            author.delete()


def _words_taken_out(pages, without, **kwargs):
    """What somebody took back goes from the history of kits and with their ZIPs; new ones are made afterwards."""
    for kit in pages:
        if isinstance(kit, ToolkitPage):
            history.take_out(kit=kit, without=without)
            takeaway.forget_all(kit.pk)
            transaction.on_commit(partial(make_archive.enqueue, kit.pk))
