"""What happens by itself when an event is published."""

from wagtail.signals import page_published

from . import actions
from .models import EventPage


def start_listening():
    """Fill the places of an event when it is published: it may have more of them. Called when the apps are ready."""
    page_published.connect(_event_published, sender=EventPage, dispatch_uid="events-fill-places")


def _event_published(instance, **kwargs):
    actions.fill_places(event=instance)
