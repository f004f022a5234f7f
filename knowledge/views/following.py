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
from hub.signed_links import LinkError, Refusal

from ..actions import KitError, following
from ..forms import FollowForm, VersionForm
from ..links import CONFIRM, END, end_url
from ..models import KitFollower, ToolkitPage
from ..visibility import may_see
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
    """Ask, and begin it. Each link that asks for nothing any more says why, and what to do."""
    try:
        kit, follower, counts = _read(CONFIRM, token)
    except LinkError:
        return _tell(request, "broken", status=410)
    if not _may_name(kit, follower):
        return _tell(request, "gone", status=410)
    if follower and follower.confirmed_at:
        if request.method == "POST":
            messages.info(request, _("You are already told about changes of this toolkit."))
            return redirect(kit.url)
        return _tell(request, "already", kit=kit, follower=follower, end_url=end_url(follower, get_language()))
    if not counts:
        return _tell(request, "old", kit=kit, status=410)
    if follower is None:
        return _tell(request, "ended", kit=kit)
    if request.method == "POST":
        following.confirm(follower=follower)
        messages.success(request, _("Thank you. We write to you when this toolkit changes."))
        return redirect(kit.url)
    return render(request, "knowledge/follow_confirm.html", {"kit": kit, "follower": follower})


@csrf_exempt  # mail programs post here (RFC 8058); whoever has the link may end it, and can do nothing else with it
@private_page
def end_following(request, token):
    """Ask, and end it. Whoever ended it already reads that it is ended."""
    try:
        kit, follower, counts = _read(END, token)
    except LinkError:
        return _tell(request, "broken-end", status=410)
    shown = kit if _may_name(kit, follower) else None
    if follower and not counts:
        return _tell(request, "old-end", kit=shown, status=410)
    if follower is None:
        return _tell(request, "ended", kit=shown)
    if request.method == "POST":
        following.end(follower=follower)
        return _tell(request, "ended", kit=shown)
    return render(request, "knowledge/follow_end.html", {"kit": shown})


def _read(kind, token):
    """Return (kit, follower, whether the link is young enough); either may be None. Raises `LinkError` for others."""
    try:
        (key, owner), counts = kind.read_with_state(token), True
    except LinkError as error:
        if error.why is not Refusal.ENDED:
            raise
        (key, owner), counts = error.signed, False
    followers = KitFollower.objects.of_owner(owner).filter(kit=key)
    follower = followers.select_related("kit__locale", "user").first()
    kit = follower.kit if follower else ToolkitPage.objects.filter(pk=key).select_related("locale").first()
    return kit, follower, counts


def _may_name(kit, follower):
    return bool(kit) and may_see(kit, follower.user if follower else None)


def _tell(request, case, *, status=200, **context):
    return render(request, "knowledge/follow_told.html", {"case": case, **context}, status=status)
