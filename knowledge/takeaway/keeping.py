"""Keeps the ZIP of a kit: made once for what is in it, found by a fingerprint, forgotten when that changes."""

import json
import logging
import tempfile
from contextlib import contextmanager

from django.conf import settings
from django.core.cache import cache
from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from wagtail.images import get_image_model

from hub.models import HubSettings

from ..contents import contents_of, documents_of
from ..models import KitArchive, ToolkitPage
from ..steps import steps_of, with_case_studies
from .writing import ChangedMeanwhile, write_zip

logger = logging.getLogger(__name__)

FORMAT = 2  # another number makes all ZIPs anew
TRIES = 3
# As long as that, in seconds, others wait for whoever is making a ZIP; after it, the one who makes it was stopped.
LONGEST = 300


class TakeawayError(Exception):
    """The ZIP cannot be made now: what is in it changes again and again."""


class BeingMadeError(TakeawayError):
    """Somebody else is making the same ZIP at this moment."""


def archive_of(kit):
    """Return the `KitArchive` of what is in a live kit now, made if there is none yet.

    A file that is replaced meanwhile makes it begin again; raises `TakeawayError` if that does not end, and
    `BeingMadeError` where another process is making the same.
    """
    for _try in range(TRIES):
        kit = ToolkitPage.objects.select_related("locale").get(pk=kit.pk)
        fingerprint = fingerprint_of(kit)
        kept = KitArchive.objects.filter(kit=kit, fingerprint=fingerprint).first()
        if kept and kept.file.storage.exists(kept.file.name):
            return kept
        with _alone(fingerprint), tempfile.TemporaryFile() as made:
            try:
                write_zip(kit, made)
            except ChangedMeanwhile:
                continue
            fresh = ToolkitPage.objects.select_related("locale").get(pk=kit.pk)
            if fingerprint_of(fresh) == fingerprint:
                # Where there is a row but no file, a backup brought back one of the two.
                return _keep(kept or KitArchive(kit=kit, fingerprint=fingerprint), made)
    raise TakeawayError(f"What is in toolkit {kit.pk} changes while its ZIP is made.")


def fingerprint_of(kit):
    """Return what tells this state of a kit from all others: its words, files, pictures, and what it names."""
    steps = with_case_studies(steps_of(kit), kit.locale_id)
    state = [
        FORMAT,
        kit.pk,
        kit.title,
        kit.live_revision_id,
        kit.last_published_at,
        kit.url_path,
        contents_of(kit),  # what is taken back goes without a revision of its own
        list(kit.versions.numbered().values_list("number", "note")),
        [[document.pk, document.title, document.file.name, document.file_hash] for document in documents_of(kit)],
        _pictures(kit),
        [[step.case_study.pk, step.case_study.title, step.case_study.url_path] for step in steps if step.case_study],
        HubSettings.load().site_name,
        settings.SITE_URL,
    ]
    text = json.dumps(state, ensure_ascii=False, default=str)
    return salted_hmac("knowledge.takeaway", text, algorithm="sha256").hexdigest()


def forget_old(kit_pk):
    """Delete the ZIPs of a kit but the one made last, and return how many there were."""
    newest = KitArchive.objects.filter(kit=kit_pk).order_by("-made_at", "-pk").first()
    return _forget(KitArchive.objects.filter(kit=kit_pk).exclude(pk=newest.pk)) if newest else 0


def forget_all(kit_pk):
    """Delete all ZIPs of a kit, and return how many there were."""
    return _forget(KitArchive.objects.filter(kit=kit_pk))


@contextmanager
def _alone(fingerprint):
    """Let one process make a ZIP: many who ask at once would each take all of the machine."""
    key = f"kit-zip-{fingerprint}"
    if not cache.add(key, True, LONGEST):
        raise BeingMadeError("It is being made.")
    try:
        yield
    finally:
        cache.delete(key)


def _forget(archives):
    rows = list(archives)
    for archive in rows:
        archive.delete()  # its file goes with it, see `knowledge.signals`
    return len(rows)


def _keep(archive, made):
    archive.size = made.tell()
    made.seek(0)
    archive.file.save("", File(made, name="kit.zip"), save=False)
    try:
        with transaction.atomic():
            archive.save()
    except IntegrityError:  # somebody else made the same at the same moment
        archive.file.storage.delete(archive.file.name)
        return KitArchive.objects.get(kit=archive.kit_id, fingerprint=archive.fingerprint)
    return archive


def _pictures(kit):
    model = get_image_model()
    keys = {
        int(key)
        for stream in (kit.introduction, kit.steps)
        for target, key, *_ in stream.stream_block.extract_references(stream)
        if issubclass(target, model)
    }
    if not keys:
        return []
    return [
        list(row)
        for row in model.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "file", "file_hash", "credit")
    ]
