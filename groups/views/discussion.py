"""What members of a group say to one another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.private_pages import private_page

from .. import actions
from ..actions import GroupError
from ..forms import EditPostForm, ReplyForm, TopicForm
from ..models import Membership, Post, Topic
from .paging import page_of

POSTS_ON_A_PAGE = 50


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
        page_obj = page_of(request, posts, POSTS_ON_A_PAGE)
    else:
        page_obj = page_of(request, posts, POSTS_ON_A_PAGE)
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


def _number(text):
    """Return `text` as the number of a row, or None if it is none."""
    text = str(text or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
