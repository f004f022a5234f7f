"""Who is in a group: joining, leaving, asking, and saying yes or no."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import Membership, PeerGroup
from .checks import lock, need_facilitator, refuse_if_closed
from .errors import GroupError


@transaction.atomic
def join(*, group, by):
    """Make `by` a member of an open group and return the membership. A second time changes nothing.

    Raises `GroupError` if the group has closed, or if a facilitator has to say yes first.
    """
    group = lock(group)
    membership = Membership.objects.filter(group=group, user=by).first()
    if membership and membership.is_active:
        return membership
    refuse_if_closed(group)
    if group.joining != PeerGroup.Joining.OPEN:
        raise GroupError(_("A facilitator says yes to each person who joins this group. Ask to join instead."))
    membership, _made = Membership.objects.update_or_create(
        group=group, user=by, defaults={"status": Membership.Status.ACTIVE}
    )
    return membership


@transaction.atomic
def ask(*, group, by):
    """Ask the facilitators to let `by` in, and return the membership. A second time changes nothing and tells nobody.

    Raises `GroupError` if the group has closed. Anybody may simply join an open group, so there `ask` joins.
    """
    group = lock(group)
    if group.joining == PeerGroup.Joining.OPEN:
        return join(group=group, by=by)
    membership = Membership.objects.filter(group=group, user=by).first()
    if membership:
        return membership
    refuse_if_closed(group)
    membership = Membership.objects.create(group=group, user=by, status=Membership.Status.ASKED)
    transaction.on_commit(lambda: emails.tell_of_request(membership), robust=True)
    return membership


@transaction.atomic
def leave(*, group, by):
    """Take `by` out of the group, or take back their request. Does nothing for somebody who is not in it.

    Raises `GroupError` for the only facilitator, who has to hand over first.
    """
    group = lock(group)
    membership = Membership.objects.filter(group=group, user=by).first()
    if membership is None:
        return
    _refuse_if_last_facilitator(membership)
    membership.delete()


@transaction.atomic
def accept(*, membership, by):
    """Let in somebody who asked, tell them, and return the membership. A second time changes nothing.

    Raises `GroupError` unless `by` is a facilitator of the group, and if the request was taken back.
    """
    group = lock(membership.group)
    need_facilitator(group, by)
    membership = Membership.objects.filter(pk=membership.pk).first()
    if membership is None:
        raise GroupError(_("This request was taken back."))
    if not membership.is_active:
        refuse_if_closed(group)
        membership.status = Membership.Status.ACTIVE
        membership.joined_at = timezone.now()
        membership.save()
        transaction.on_commit(lambda: emails.tell_of_acceptance(membership), robust=True)
    return membership


@transaction.atomic
def decline(*, membership, by):
    """Say no to somebody who asked: the request goes away and they may ask again. A second time changes nothing.

    Raises `GroupError` unless `by` is a facilitator of the group, and if the person is a member already.
    """
    group = lock(membership.group)
    need_facilitator(group, by)
    membership = Membership.objects.filter(pk=membership.pk).first()
    if membership is None:
        return
    if membership.is_active:
        raise GroupError(_("%(name)s is a member already.") % {"name": membership.user.name})
    membership.delete()


@transaction.atomic
def make_facilitator(*, membership, by):
    """Let a member look after the group too, and return the membership. A second time changes nothing.

    Raises `GroupError` unless `by` is a facilitator of the group and the person is an active member.
    """
    group = lock(membership.group)
    need_facilitator(group, by)
    membership = Membership.objects.active().filter(pk=membership.pk).first()
    if membership is None:
        raise GroupError(_("Only a member of the group can become a facilitator."))
    membership.role = Membership.Role.FACILITATOR
    membership.save()
    return membership


@transaction.atomic
def step_down(*, group, by):
    """Make the facilitator `by` an ordinary member again. Does nothing for somebody who is not a facilitator.

    Raises `GroupError` for the only facilitator, who has to hand over first.
    """
    group = lock(group)
    membership = Membership.objects.facilitators().filter(group=group, user=by).first()
    if membership is None:
        return
    _refuse_if_last_facilitator(membership)
    membership.role = Membership.Role.MEMBER
    membership.save()


def _refuse_if_last_facilitator(membership):
    if not membership.is_facilitator:
        return
    others = Membership.objects.active().filter(group=membership.group_id).exclude(pk=membership.pk)
    if others.facilitators().exists():
        return
    if others.exists():
        raise GroupError(_("You are the only facilitator. Make somebody else a facilitator first."))
    raise GroupError(_("You are the only one in this group. Ask the people who run this site to close it."))
