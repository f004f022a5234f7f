"""Which toolkits and resources a group works with. Everybody can see it."""

from django.db import transaction
from django.utils.translation import gettext as _

from ..works import pages_to_choose
from .checks import lock, need_facilitator, refuse_if_closed
from .errors import GroupError


@transaction.atomic
def work_with(*, group, page, by):
    """Say that a group works with `page`, a toolkit or resource that everybody may read. A second time changes nothing.

    Raises `GroupError` unless `by` is a facilitator of the group, if the group has closed, and for other pages.
    """
    group = lock(group)
    need_facilitator(group, by)
    refuse_if_closed(group)
    if not pages_to_choose().filter(pk=page.pk).exists():
        raise GroupError(_("This page is not open to everybody. Choose another."))
    if not group.works_with.filter(translation_key=page.translation_key).exists():
        group.works_with.add(page.pk)


@transaction.atomic
def stop_working_with(*, group, page, by):
    """Say no longer that a group works with `page`, in whichever language. A second time changes nothing.

    Raises `GroupError` unless `by` is a facilitator of the group.
    """
    group = lock(group)
    need_facilitator(group, by)
    group.works_with.remove(*group.works_with.filter(translation_key=page.translation_key))
