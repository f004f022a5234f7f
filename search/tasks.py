"""Work on the index that nobody has to wait for."""

from django.apps import apps
from django_tasks import task

from .entries import refresh
from .pages import refresh_below


@task()
def refresh_entries(label, keys):
    """Bring the entries of the things with `keys` of the model `label` up to date."""
    refresh(apps.get_model(label), keys)


@task()
def refresh_subtree(page_id):
    """Bring the entries of a page and of all below it up to date: it moved, or who may read it changed."""
    refresh_below(page_id)
