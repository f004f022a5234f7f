"""Being told when a kit changes. Links in mail lead to a page with a button; opening it changes nothing."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from hub.private_pages import private_page
from hub.signed_links import LinkError

from ..actions import KitError, following
from ..forms import FollowForm, VersionForm
from ..links import CONFIRM, END, is_of
from ..models import KitFollower
from .getting import get_kit


@private_page
def follow(request, pk):
    """Ask for an address, or, for a member, for one click."""
    kit = get_kit(request, pk)
    if request.user.is_authenticated:
        return _follow_as_member(request, kit)
    form = FollowForm(
        request.POST if request.method == "POST" else None, initial={"version": VersionForm(request.GET).number}
    )
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["email"]
        if not ratelimit.consume(request, action="follow_kit", key=address.lower()):
            form.add_error(None, _("Many mails were asked for in a short time. Try again in an hour."))
            return render(request, "knowledge/follow.html", {"kit": kit, "form": form}, status=429)
        try:
            following.ask_by_address(
                kit=kit, email=address, language=get_language(), knows_number=form.cleaned_data.get("version")
            )
        except KitError as error:
            form.add_error(None, str(error))
        else:
            return redirect("knowledge:asked", kit.pk)
    return render(request, "knowledge/follow.html", {"kit": kit, "form": form})


def _follow_as_member(request, kit):
    version = VersionForm(request.POST or request.GET)
    if request.method == "POST":
        try:
            following.follow(kit=kit, by=request.user, knows_number=version.number)
        except KitError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("We write to you when this toolkit changes."))
        return redirect(f"{kit.url}#follow")
    is_following = KitFollower.objects.filter(kit=kit, user=request.user).exists()
    context = {"kit": kit, "is_following": is_following, "number": version.number}
    return render(request, "knowledge/follow.html", context)


@private_page
def unfollow(request, pk):
    kit = get_kit(request, pk)
    if not request.user.is_authenticated:
        return redirect_to_login(reverse("knowledge:follow", args=[pk]))
    if request.method == "POST":
        following.unfollow(kit=kit, by=request.user)
        messages.success(request, _("You get no more mail about this toolkit."))
        return redirect(f"{kit.url}#follow")
    return redirect("knowledge:follow", pk)


@private_page
def show_asked(request, pk):
    """Say what comes next. The same page for everybody: it must not tell whether an address was known."""
    return render(request, "knowledge/follow_asked.html", {"kit": get_kit(request, pk)})


@private_page
def confirm_following(request, token):
    follower = _follower(CONFIRM, token)
    if follower is None:
        return _link_is_over(request)
    if request.method == "POST":
        following.confirm(follower=follower)
        messages.success(request, _("Thank you. We write to you when this toolkit changes."))
        return redirect(follower.kit.url or "/")
    return render(request, "knowledge/follow_confirm.html", {"kit": follower.kit, "follower": follower})


@csrf_exempt  # mail programs post here (RFC 8058); whoever has the link may end it, and can do nothing else with it
@private_page
def end_following(request, token):
    """Ask, and end it. Whoever ended it already reads that it is ended."""
    follower = _follower(END, token)
    if request.method == "POST":
        if follower:
            following.end(follower=follower)
        return render(request, "knowledge/follow_ended.html", {"kit": follower.kit if follower else None})
    if follower is None:
        return render(request, "knowledge/follow_ended.html")
    return render(request, "knowledge/follow_end.html", {"kit": follower.kit})


def _follower(kind, token):
    """Return the follower that a link is of, or None if the link does not count, or it has ended already."""
    try:
        key, state = kind.read_with_state(token)
    except LinkError:
        return None
    follower = KitFollower.objects.select_related("kit__locale", "user").filter(pk=key).first()
    return follower if follower and is_of(follower, state) else None


def _link_is_over(request):
    return render(request, "knowledge/follow_over.html", status=410)
