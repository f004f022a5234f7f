"""The groups' pages. What a group is for is public; what is said inside is there for its members alone."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.listings import ListingForm
from hub.models import Area, Theme
from hub.page_cache import public_page
from hub.private_pages import private_page

from . import actions
from .actions import GroupError
from .forms import EditPostForm, ReplyForm, TopicForm
from .models import Membership, PeerGroup, Post, Topic

GROUPS_ON_A_PAGE = 24
TOPICS_ON_A_PAGE = 20
POSTS_ON_A_PAGE = 50


# Everybody ------------------------------------------------------------------------------------------------------------


@require_safe
@public_page
def list_groups(request):
    form = ListingForm(request.GET)
    groups = form.filter(PeerGroup.objects.open()).with_member_count().prefetch_related(*_terms())
    return render(request, "groups/list.html", {"form": form, "page_obj": _page(request, groups, GROUPS_ON_A_PAGE)})


@require_safe
@public_page
def show_group(request, slug):
    group = get_object_or_404(PeerGroup.objects.with_member_count().prefetch_related(*_terms()), slug=slug)
    context = {"group": group}
    if request.user.is_authenticated:
        context |= _inside(request, group)
    return render(request, "groups/group.html", context)


def _inside(request, group):
    """Return what a signed-in person sees of a group besides what everybody sees."""
    people = Membership.objects.visible_to(request.user).filter(group=group).select_related("user")
    people = list(people.order_by("user__name", "pk"))
    context = {
        "own": next((membership for membership in people if membership.user_id == request.user.pk), None),
        "facilitators": [membership for membership in people if membership.is_facilitator],
        "people": [membership for membership in people if membership.is_active],
    }
    if context["own"] and context["own"].is_active:
        context["page_obj"] = _page(request, group.topics.visible_to(request.user).with_post_count(), TOPICS_ON_A_PAGE)
    if context["own"] and context["own"].is_facilitator:
        context["requests"] = [membership for membership in people if not membership.is_active]
    return context


# Joining and leaving --------------------------------------------------------------------------------------------------


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


# Discussion -----------------------------------------------------------------------------------------------------------


@private_page
@login_required
def start_topic(request, slug):
    membership = get_object_or_404(
        Membership.objects.active().select_related("group"), group__slug=slug, user=request.user
    )
    form = TopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            topic = actions.start_topic(group=membership.group, by=request.user, **form.cleaned_data)
        except GroupError as error:
            form.add_error(None, str(error))
        else:
            return redirect(topic)
    return render(request, "groups/start_topic.html", {"group": membership.group, "form": form})


@private_page
@login_required
def show_topic(request, slug, pk):
    topic = get_object_or_404(Topic.objects.visible_to(request.user).select_related("group"), group__slug=slug, pk=pk)
    posts = topic.posts.select_related("author", "reply_to__author")
    if request.method == "POST":
        form = ReplyForm(request.POST, topic=topic)
        if form.is_valid():
            try:
                post = actions.reply(topic=topic, by=request.user, **form.cleaned_data)
            except GroupError as error:
                form.add_error(None, str(error))
            else:
                return redirect(post)
        page_obj = _page(request, posts, POSTS_ON_A_PAGE)
    else:
        page_obj = _page(request, posts, POSTS_ON_A_PAGE)
        form = ReplyForm(topic=topic, initial={"reply_to": _number(request.GET.get("reply_to"))})
    context = {
        "group": topic.group,
        "topic": topic,
        "page_obj": page_obj,
        "form": form,
        "answered": _answered(form, topic),
        "is_facilitator": Membership.objects.facilitators().filter(group=topic.group, user=request.user).exists(),
    }
    return render(request, "groups/topic.html", context)


@private_page
@login_required
@require_safe
def find_post(request, slug, pk):
    """Send the reader to the page of the topic on which a post is."""
    post = _get_post(request, slug, pk)
    before = post.topic.posts.filter(created_at__lt=post.created_at).count()
    before += post.topic.posts.filter(created_at=post.created_at, pk__lt=post.pk).count()
    number = before // POSTS_ON_A_PAGE + 1
    query = f"?page={number}" if number > 1 else ""
    return redirect(f"{post.topic.get_absolute_url()}{query}#post-{post.pk}")


@private_page
@login_required
def edit_post(request, slug, pk):
    post = _get_post(request, slug, pk)
    if post.author_id != request.user.pk or post.is_removed:
        raise Http404("Only its author can change a post.")
    form = EditPostForm(request.POST or None, instance=post)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_post(post=post, text=form.cleaned_data["text"], by=request.user)
        except GroupError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your post is changed."))
            return redirect(post)
    return render(request, "groups/edit_post.html", {"post": post, "topic": post.topic, "form": form})


@private_page
@login_required
def remove_post(request, slug, pk):
    post = _get_post(request, slug, pk)
    if request.method == "POST":
        try:
            actions.remove_post(post=post, by=request.user)
        except GroupError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The post is removed."))
        return redirect(post)
    is_facilitator = Membership.objects.facilitators().filter(group=post.topic.group, user=request.user).exists()
    if post.is_removed or not (is_facilitator or post.author_id == request.user.pk):
        raise Http404("Only its author or a facilitator can remove a post.")
    return render(request, "groups/remove_post.html", {"post": post, "topic": post.topic})


def _get_post(request, slug, pk):
    posts = Post.objects.visible_to(request.user).select_related("topic__group", "author")
    return get_object_or_404(posts, topic__group__slug=slug, pk=pk)


def _answered(form, topic):
    """Return the post that is being answered, or None."""
    number = _number(form["reply_to"].value())
    if number is None:
        return None
    return topic.posts.filter(pk=number, removed_at=None).select_related("author").first()


# What the views have in common ----------------------------------------------------------------------------------------


def _terms():
    return [
        Prefetch("themes", queryset=Theme.objects.with_local_name()),
        Prefetch("areas", queryset=Area.objects.with_local_name()),
    ]


def _page(request, things, size):
    """Return the page of `things` that the address asks for, or the nearest that there is."""
    return Paginator(things, size).get_page(request.GET.get("page"))


def _number(text):
    """Return `text` as the number of a row, or None if it is none."""
    text = str(text or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
