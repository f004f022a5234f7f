"""Keeps entries true: whatever changes what is found puts a task in the queue after the transaction."""

from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from hub.models import Area, Theme
from hub.page_cache import UNSEEN_FIELDS
from hub.removal import taken_out

from . import registry
from .entries import hide
from .models import Entry, EntryLabel
from .refreshing import refresh_later, refresh_subtree_later

# A draft is saved with these fields alone: nothing that readers find has changed.
OF_DRAFTS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "go_live_at"}


def connect():
    """Listen to every model that has a rule, and to what decides about many things at once."""
    for rule in registry.rules():
        _listen(post_save, rule.model, thing_saved)
        _listen(post_delete, rule.model, thing_deleted)
        for name in ("themes", "areas"):
            through = getattr(getattr(rule.model, name, None), "through", None)
            if through and not issubclass(rule.model, Page):  # pages save theirs with themselves
                _listen(m2m_changed, through, terms_changed)
        for model, keys in rule.follows.items():
            follow = partial(followed_changed, rule=rule, keys=keys)
            for signal in (post_save, pre_delete):
                signal.connect(follow, sender=model, weak=False, dispatch_uid=f"search {rule.model} {model}")
    for model in (Theme, Area):
        _listen(post_save, model, term_changed)
        _listen(pre_delete, model, term_changed)
    for signal in (post_save, post_delete):
        _listen(signal, PageViewRestriction, restriction_changed)
    taken_out.connect(hide_pages, dispatch_uid="search")
    post_page_move.connect(page_moved, dispatch_uid="search")
    page_slug_changed.connect(page_moved, dispatch_uid="search")


def _listen(signal, sender, receiver):
    signal.connect(receiver, sender=sender, dispatch_uid=f"search {sender}")


def thing_saved(sender, instance, update_fields=None, raw=False, **kwargs):
    if raw or (update_fields and set(update_fields) <= OF_DRAFTS):
        return
    if getattr(instance, "live", True) is False:
        hide(_entries_of(sender, [instance.pk]))
        if issubclass(sender, Page):
            _hide_parts([instance.pk])
    refresh_later(sender, [instance.pk])


def thing_deleted(sender, instance, **kwargs):
    hide(_entries_of(sender, [instance.pk]))
    refresh_later(sender, [instance.pk])


def _entries_of(model, keys):
    return Entry.objects.filter(thing_type=ContentType.objects.get_for_model(model), thing_id__in=keys)


def followed_changed(sender, instance, rule, keys, raw=False, update_fields=None, **kwargs):
    if raw or (update_fields and set(update_fields) <= UNSEEN_FIELDS):
        return
    # Before something is deleted: afterwards nobody can tell.
    refresh_later(rule.model, keys(instance) if kwargs["signal"] is pre_delete else partial(keys, instance))


def terms_changed(sender, instance, action, **kwargs):
    if action.startswith("post_") and registry.rule_for(type(instance)):
        refresh_later(type(instance), [instance.pk])


def term_changed(sender, instance, raw=False, **kwargs):
    """A theme or area was renamed or goes: the entries that are filed under it name it."""
    if raw:
        return
    facet = EntryLabel.Facet.THEME if sender is Theme else EntryLabel.Facet.AREA
    filed = EntryLabel.objects.filter(facet=facet, value=instance.slug)
    by_type = {}
    for content_type, key in filed.values_list("entry__thing_type", "entry__thing_id"):
        by_type.setdefault(content_type, []).append(key)
    for content_type, keys in by_type.items():
        refresh_later(ContentType.objects.get_for_id(content_type).model_class(), keys)


def restriction_changed(sender, instance, **kwargs):
    _hide_below(instance.page)
    refresh_subtree_later(instance.page_id)


def page_moved(sender, instance, **kwargs):
    page = Page.objects.get(pk=instance.pk)
    if page.get_view_restrictions():  # where it is now, not everybody may read it
        _hide_below(page)
    refresh_subtree_later(instance.pk)


def hide_pages(sender, pages, **kwargs):
    """Somebody took something back: pages and their parts are found again when the task has written them."""
    types = [ContentType.objects.get_for_model(rule.model) for rule in registry.rules() if issubclass(rule.model, Page)]
    hide(Entry.objects.filter(thing_type__in=types, thing_id__in=[page.pk for page in pages]))
    _hide_parts([page.pk for page in pages])
    for page in pages:
        refresh_later(type(page), [page.pk])
        for rule in registry.rules():
            if rule.part_of:
                parts = rule.model._default_manager.filter(**{rule.part_of: page.pk})
                refresh_later(rule.model, parts.values_list("pk", flat=True))


def _hide_below(page):
    """Hide a page and all below it. Whoever may read them finds them again when the task has written them."""
    below = Page.objects.descendant_of(page, inclusive=True).values("pk")
    types = [ContentType.objects.get_for_model(rule.model) for rule in registry.rules() if issubclass(rule.model, Page)]
    hide(Entry.objects.filter(thing_type__in=types, thing_id__in=below))
    _hide_parts(below)


def _hide_parts(pages):
    """Hide what is part of `pages`: keys, or a queryset of them."""
    for rule in registry.rules():
        if rule.part_of:
            parts = rule.model._default_manager.filter(**{f"{rule.part_of}__in": pages})
            hide(_entries_of(rule.model, parts.values("pk")))
