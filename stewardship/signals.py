"""What follows when a page is made or deleted, and when a member leaves."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from hub.models import BasePage
from members.models import User

from . import actions
from .kept import kept_models


def start_listening():
    """Watch pages that are kept true, and members. Called once, when the apps are ready."""
    for model in kept_models():
        post_save.connect(_page_saved, sender=model, dispatch_uid=f"stewardship {model.__name__}")
    post_delete.connect(_page_deleted, sender=BasePage, dispatch_uid="stewardship of deleted page")
    post_save.connect(_member_saved, sender=User, dispatch_uid="stewardship of member")
    post_delete.connect(_member_deleted, sender=User, dispatch_uid="stewardship of deleted member")


def _page_saved(instance, created, raw=False, **kwargs):
    if created and not raw and not instance.alias_of_id:
        row = actions.begin(page=instance)
        if wanted := instance.__dict__.pop("_stewardship_wanted", None):  # what the editor chose, who made it
            actions.appoint(stewardship=row, **wanted)


def _page_deleted(instance, **kwargs):
    actions.follow_page(deleted=instance)


def _member_saved(instance, created, raw=False, update_fields=None, **kwargs):
    if raw or created or instance.is_active or (update_fields and "is_active" not in update_fields):
        return
    transaction.on_commit(actions.find_owners, robust=True)


def _member_deleted(instance, **kwargs):
    transaction.on_commit(actions.find_owners, robust=True)
