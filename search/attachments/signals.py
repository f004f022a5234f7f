"""Sees to it that a new or changed document is read, and that pages never show words of a document out of turn."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from .keeping import expect, refresh_pages_with
from .tasks import read_attachment

# Counted by themselves, some of them when somebody first looks: the file is the same.
COUNTED = {"file_size", "file_hash", "page_count"}


def connect():
    """Listen to documents, and to what decides who may open them."""
    document_model = get_document_model()
    for signal, model, receiver in [
        (post_save, document_model, document_saved),
        (pre_delete, document_model, document_goes),
        (post_save, Collection, collection_changed),
        (post_save, CollectionViewRestriction, restriction_changed),
        (post_delete, CollectionViewRestriction, restriction_changed),
    ]:
        signal.connect(receiver, sender=model, dispatch_uid=f"search attachments {receiver.__name__}")


def document_saved(sender, instance, created, update_fields=None, raw=False, **kwargs):
    if raw or (update_fields and set(update_fields) <= COUNTED):
        return
    if expect(instance):
        transaction.on_commit(partial(read_attachment.enqueue, instance.pk))
    if not created:  # found by its title, and perhaps no longer for everybody
        refresh_pages_with([instance])


def document_goes(sender, instance, **kwargs):
    refresh_pages_with([instance])


def restriction_changed(sender, instance, raw=False, **kwargs):
    if not raw:
        _refresh_below(instance.collection)


def collection_changed(sender, instance, created, raw=False, **kwargs):
    """A collection is saved before it is moved, in one transaction: what is below it is looked up afterwards."""
    if not raw and not created:
        transaction.on_commit(lambda: _refresh_below(Collection.objects.filter(pk=instance.pk).first()))


def _refresh_below(collection):
    if collection:
        documents = get_document_model().objects.filter(collection__path__startswith=collection.path)
        refresh_pages_with(documents.values_list("pk", flat=True))
