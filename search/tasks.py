"""Work on the index that nobody has to wait for."""

import logging

from django.apps import apps
from django.core.cache import cache
from django_tasks import task

from . import engines
from .entries import refresh
from .pages import refresh_below

logger = logging.getLogger(__name__)


@task()
def refresh_entries(label, keys):
    """Bring the entries of the things with `keys` of the model `label` up to date."""
    refresh(apps.get_model(label), keys)


@task()
def refresh_subtree(page_id):
    """Bring the entries of a page and of all below it up to date: it moved, or who may read it changed."""
    refresh_below(page_id)


@task()
def catch_up():
    """Tell the search server what changed. If it is away, the chore tries again."""
    cache.delete(engines.ASKED_TO_CATCH_UP)
    if not (server := engines.server()):
        return
    try:
        server.catch_up()
    except engines.EngineError as error:
        logger.warning("The search server could not be written to (%s); the chore tries again.", error)
