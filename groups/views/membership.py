"""Joining and leaving a group, and letting others in."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .. import actions
from ..actions import GroupError
from ..models import Membership, PeerGroup


def changes_membership(view):
    """Make a view of `(request, group)`, which returns a message, into one that answers POST on `/groups/<slug>/…/`.

    People who are not signed in are sent to do so, and then to the group's page.
    """

    @require_POST
    @wraps(view)
    def wrapped(request, slug, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(reverse("groups:group", args=[slug]))
        group = get_object_or_404(PeerGroup, slug=slug)
        try:
            messages.success(request, view(request, group, **kwargs))
        except GroupError as error:
            messages.error(request, str(error))
        return redirect(group)

    return wrapped


@changes_membership
def join_group(request, group):
    if group.joining == PeerGroup.Joining.OPEN:
        actions.join(group=group, by=request.user)
        return _("You are in. Say hello to the others.")
    membership = actions.ask(group=group, by=request.user)
    if membership.is_active:
        return _("You are a member of this group.")
    return _("You have asked to join. A facilitator will answer you by e-mail.")


@changes_membership
def leave_group(request, group):
    actions.leave(group=group, by=request.user)
    return _("You are not in this group any more.")


@changes_membership
def step_down(request, group):
    actions.step_down(group=group, by=request.user)
    return _("You are an ordinary member now.")


@changes_membership
def accept_member(request, group, pk):
    membership = actions.accept(membership=_get_membership(request, group, pk), by=request.user)
    return _("%(name)s is in the group now.") % {"name": membership.user.name}


@changes_membership
def decline_member(request, group, pk):
    membership = _get_membership(request, group, pk, may_be_gone=True)
    if membership:
        actions.decline(membership=membership, by=request.user)
    return _("You have said no.")


@changes_membership
def make_facilitator(request, group, pk):
    membership = actions.make_facilitator(membership=_get_membership(request, group, pk), by=request.user)
    return _("%(name)s is a facilitator now.") % {"name": membership.user.name}


def _get_membership(request, group, pk, may_be_gone=False):
    """Return a membership of the group to a facilitator of it; nobody else learns whether there is one."""
    if not Membership.objects.facilitators().filter(group=group, user=request.user).exists():
        raise Http404("Only facilitators look after members.")
    membership = Membership.objects.filter(group=group, pk=pk).select_related("user", "group").first()
    if membership is None and not may_be_gone:
        raise GroupError(_("This request was taken back."))
    return membership
