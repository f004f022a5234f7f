"""What everybody reads about a group: its name, what it is for, how to join."""

from django.db import transaction
from wagtail.log_actions import log

from .checks import lock, need_facilitator

LINES = ("name", "summary", "description", "meets", "language", "joining")


@transaction.atomic
def describe(*, group, by, themes, areas, **lines):
    """Say anew what a group is for and how to join it, and return it. Its address stays.

    Raises `GroupError` unless `by` is a facilitator of the group.
    """
    group = lock(group)
    need_facilitator(group, by)
    for name in LINES:
        setattr(group, name, lines[name])
    group.themes.set(themes)
    group.areas.set(areas)
    group.save()  # last, so that search finds all of it
    log(instance=group, action="wagtail.edit", user=by)
    return group
