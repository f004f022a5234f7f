"""Work on the index that nobody has to wait for."""

import logging

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django_tasks import task

from . import engines
from .entries import refresh
from .models import Entry
from .pages import refresh_below
from .related import relate

logger = logging.getLogger(__name__)


FEW = 20  # entries that are compared with the others at once; the chore does it for more


# What was published is to be found soon, before whatever else waits.
@task(priority=10)
def refresh_entries(label, keys):
    """Bring the entries of the things with `keys` of the model `label` up to date."""
    model = apps.get_model(label)
    refresh(model, keys)
    if len(keys) <= FEW:
        content_type = ContentType.objects.get_for_model(model)
        relate(Entry.objects.filter(thing_type=content_type, thing_id__in=keys))


@task(priority=10)
def refresh_subtree(page_id):
    """Bring the entries of a page and of all below it up to date: it moved, or who may read it changed."""
    refresh_below(page_id)


@task(priority=10)
def catch_up():
    """Tell the search server what changed. If it is away, the chore tries again."""
    cache.delete(engines.ASKED_TO_CATCH_UP)
    if not (server := engines.server()):
        return
    try:
        server.catch_up()
    except engines.EngineError as error:
        cache.set(engines.AWAY, True, timeout=engines.REST)  # so that nobody's search asks for it again meanwhile
        logger.warning("The search server could not be written to (%s); the chore tries again.", error)
