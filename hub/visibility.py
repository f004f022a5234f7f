"""Which pages everybody may open; and that what is restricted in one language is restricted in all."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length, Substr
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction


def restricted(path):
    """Return the condition that a view restriction stands on the page at `path` or on one above it."""
    above = Substr(models.OuterRef(path), 1, Length("page__path"))
    return models.Exists(PageViewRestriction.objects.annotate(start=above).filter(page__path=models.F("start")))


def only_public(pages):
    """Return those of `pages` that nobody has to sign in for. Wagtail's own `public` needs two queries more."""
    return pages.exclude(restricted("path")).exclude(restricted("alias_of__path"))


def start_watching():
    """Let a restriction on a page hold for its translations too. Called once, when the apps are ready."""
    post_save.connect(_restriction_saved, sender=PageViewRestriction, dispatch_uid="restrict-translations")
    # The groups of a restriction are written after the restriction itself.
    m2m_changed.connect(_groups_changed, sender=PageViewRestriction.groups.through, dispatch_uid="restrict-groups")
    post_delete.connect(_restriction_deleted, sender=PageViewRestriction, dispatch_uid="free-translations")


def _translations_of(restriction):
    page = restriction.page
    if page.locale.language_code != settings.LANGUAGE_CODE:
        return Page.objects.none()  # a translation may be restricted by itself
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


def _restriction_saved(instance, raw=False, **kwargs):
    if raw:
        return
    for page in _translations_of(instance):
        copy, _ = PageViewRestriction.objects.update_or_create(
            page=page, defaults={"restriction_type": instance.restriction_type, "password": instance.password}
        )
        copy.groups.set(instance.groups.all())


def _groups_changed(instance, action, reverse, **kwargs):
    if action.startswith("post_") and not reverse:
        _restriction_saved(instance)


def _restriction_deleted(instance, **kwargs):
    PageViewRestriction.objects.filter(page__in=_translations_of(instance)).delete()
