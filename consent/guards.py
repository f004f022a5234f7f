"""Keeps what was taken back from coming back: with an old revision, a translation, or a form still open.

On other pages, such as a copy, nobody said that the words are theirs: editors are told when such a page is published.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import pre_save
from wagtail.models import Locale, Page, Revision
from wagtail.signals import page_published

from . import tasks
from .models import Consent
from .taking_out import Removal, take_out


def start_watching():
    """Look at pages and revisions before they are written, and at pages that go live. Called once, at the start."""
    pre_save.connect(guard_page, dispatch_uid="consent")
    pre_save.connect(guard_revision, sender=Revision, dispatch_uid="consent-revisions")
    page_published.connect(look_at_published, dispatch_uid="consent-published")


def _removals(translation_key, locale_pk):
    gone = list(Consent.objects.kept_off(translation_key)) if translation_key else []
    if not gone:
        return []
    language = Locale.objects.get(pk=locale_pk).language_code
    return [Removal(consent, language=language) for consent in gone]


def guard_page(sender, instance, raw=False, update_fields=None, **kwargs):
    if raw or not issubclass(sender, Page) or sender is Page or update_fields:
        return
    removals = _removals(instance.translation_key, instance.locale_id)
    if not removals:
        return
    content = instance.serializable_data()
    taken, has_changed = take_out(sender, content, removals)
    if not has_changed:
        return
    clean = instance.with_content_json(taken)
    for name, value in taken.items():
        if value != content[name]:
            kept = getattr(clean, name)
            setattr(instance, name, list(kept.all()) if hasattr(kept, "all") else kept)


def guard_revision(sender, instance, raw=False, update_fields=None, **kwargs):
    content = instance.content
    if raw or update_fields or not isinstance(content, dict):
        return
    removals = _removals(content.get("translation_key"), content.get("locale"))
    model = instance.content_type.model_class() if removals else None
    if model:
        instance.content = take_out(model, content, removals)[0]


def look_at_published(sender, instance, **kwargs):
    if Consent.objects.gone().exclude(covers=Consent.Covers.PHOTO).exists():
        transaction.on_commit(partial(tasks.look_at_page.enqueue, instance.pk))
