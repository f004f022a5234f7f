"""What happens by itself when an event is published."""

from django.db.models.signals import post_save
from wagtail.models import GroupPagePermission
from wagtail.signals import page_published

from . import actions
from .models import EventIndexPage, EventPage


def start_listening():
    """Watch for events that are published and for lists that are translated. Called when the apps are ready."""
    page_published.connect(_event_published, sender=EventPage, dispatch_uid="events-fill-places")
    post_save.connect(_list_made, sender=EventIndexPage, dispatch_uid="events-organise-translations")


def _event_published(instance, **kwargs):
    actions.fill_places(event=instance)  # it may have more places than before


def _list_made(instance, created, **kwargs):
    """Let those who edit the list of events edit its translations too, which lie elsewhere in the tree."""
    if not created:
        return
    for source in instance.get_translations():
        for permission in GroupPagePermission.objects.filter(page=source.pk):
            GroupPagePermission.objects.get_or_create(
                page_id=instance.pk, group_id=permission.group_id, permission_id=permission.permission_id
            )
