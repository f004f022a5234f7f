"""Who may do something in a group, and whether it is still going."""

from django.utils.translation import gettext as _

from ..models import Membership, PeerGroup
from .errors import GroupError


def lock(group):
    """Return the group as it is now, and hold it, so that two facilitators cannot leave at the same moment."""
    return PeerGroup.objects.select_for_update().get(pk=group.pk)


def refuse_if_closed(group):
    if group.is_closed:
        raise GroupError(_("This group has closed. What was said stays readable for its members."))


def need_facilitator(group, user):
    if not Membership.objects.facilitators().filter(group=group, user=user).exists():
        raise GroupError(_("Only a facilitator of the group can do this."))


def need_member(group, user):
    membership = Membership.objects.active().filter(group=group, user=user).first()
    if membership is None:
        raise GroupError(_("Only members of the group can do this."))
    return membership
