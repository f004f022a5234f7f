"""Keeps what was read out of a document in step with its file."""

import hashlib
from contextlib import suppress

from django.core.exceptions import SuspiciousFileOperation
from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model

from ..models import Attachment, AttachmentPage
from ..refreshing import refresh_later
from .reading import Reading, read
from .using import pages_using

# To be counted up when more can be read than before: then every document is read again, a few at a time.
READER = 1

NO_FILE = (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation, ValueError)  # the last: it has no name


def fingerprint_of(name, file_hash):
    """Return what tells one content of a file from another. Storage names are never used twice while they are taken."""
    return hashlib.sha256(f"{READER}\n{name}\n{file_hash}".encode()).hexdigest()


def is_up_to_date(attachment, fingerprint):
    """Tell whether the file was read, or tried, as it is now."""
    return attachment.state != Attachment.State.WAITING and attachment.fingerprint == fingerprint


def expect(document):
    """Forget what was read if the document's file is another one than before; return whether it is to be read.

    At once, and not when it is read: somebody may have taken words out of it on purpose.
    """
    attachment, is_new = Attachment.objects.get_or_create(document=document)
    if is_new:
        return True
    if attachment.fingerprint == fingerprint_of(document.file.name, document.file_hash):
        return False
    read_again(attachment)
    return True


def read_again(attachment):
    """Let the document be read whatever is known of it."""
    Attachment.objects.filter(pk=attachment.pk).update(
        state=Attachment.State.WAITING, reason="", is_cut=False, fingerprint=""
    )
    attachment.pages.all().delete()


def bring_up_to_date(document_id):
    """Read the document unless that was done, keep its pages, and refresh what uses it. Returns whether it was read.

    Raises `ReadingError` if this machine cannot read, and what the file's storage raises if it is away.
    """
    document = get_document_model().objects.filter(pk=document_id).first()
    if not document:
        return False
    with suppress(*NO_FILE):
        document.get_file_hash()  # not everything that makes documents writes it down
    fingerprint = fingerprint_of(document.file.name, document.file_hash)
    attachment, _ = Attachment.objects.get_or_create(document=document)
    if is_up_to_date(attachment, fingerprint):
        return False
    reading = _read(document)  # may take its time, so nothing is locked
    with transaction.atomic():
        return _keep(document_id, fingerprint, reading)


def refresh_pages_with(documents):
    """Refresh the entries of all that uses one of the documents, once the transaction is through."""
    for model, keys in pages_using(documents).items():
        refresh_later(model, keys)


def _read(document):
    try:
        with document.open_file() as file:
            return read(file, document.filename)
    except NO_FILE:
        return Reading(reason=Attachment.Reason.MISSING)


def _keep(document_id, fingerprint, reading):
    attachment = Attachment.objects.select_for_update().filter(document=document_id).first()
    now = get_document_model().objects.filter(pk=document_id).values_list("file", "file_hash").first()
    if not attachment or not now or fingerprint_of(*now) != fingerprint:
        return False  # deleted or changed meanwhile: then another task is under way
    attachment.pages.all().delete()
    for page in reading.pages:
        page.attachment = attachment
    AttachmentPage.objects.bulk_create(reading.pages, batch_size=100)
    attachment.fingerprint = fingerprint
    attachment.state = Attachment.State.UNREADABLE if reading.reason else Attachment.State.READ
    attachment.reason, attachment.is_cut, attachment.read_at = reading.reason, reading.is_cut, timezone.now()
    attachment.save()
    refresh_pages_with([document_id])
    return True
