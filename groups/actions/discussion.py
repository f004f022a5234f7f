"""What is said in a group: topics and posts."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import Post, Topic
from .checks import need_member, refuse_if_closed
from .errors import GroupError


@transaction.atomic
def start_topic(*, group, title, text, submission_key, by):
    """Start a conversation and return the topic; the same `submission_key` returns the topic that it made before.

    Raises `GroupError` unless `by` is a member, and if the group has closed.
    """
    need_member(group, by)
    sent = _sent_before(submission_key, by)
    if sent:
        return sent.topic
    refuse_if_closed(group)
    try:
        with transaction.atomic():
            topic = Topic.objects.create(group=group, title=title, started_by=by)
            Post.objects.create(topic=topic, author=by, text=text, submission_key=submission_key)
    except IntegrityError:
        return _sent_meanwhile(submission_key, by).topic
    return topic


@transaction.atomic
def reply(*, topic, text, submission_key, by, reply_to=None):
    """Add a post to a topic and tell those who take part in it; the same `submission_key` returns the post made before.

    Raises `GroupError` unless `by` is a member, if the group has closed, and if `reply_to` is gone or from elsewhere.
    """
    need_member(topic.group, by)
    sent = _sent_before(submission_key, by)
    if sent:
        return sent
    refuse_if_closed(topic.group)
    if reply_to and (reply_to.topic_id != topic.pk or reply_to.is_removed):
        raise GroupError(_("The post that you are answering was removed. You can still write to everybody."))
    try:
        with transaction.atomic():
            post = Post.objects.create(
                topic=topic, author=by, text=text, reply_to=reply_to, submission_key=submission_key
            )
    except IntegrityError:
        return _sent_meanwhile(submission_key, by)
    Topic.objects.filter(pk=topic.pk).update(last_post_at=post.created_at)
    transaction.on_commit(lambda: emails.tell_of_reply(post), robust=True)
    return post


@transaction.atomic
def edit_post(*, post, text, by):
    """Change the text of one's own post and return the post.

    Raises `GroupError` unless `by` wrote it and is still a member, if it was removed, and if the group has closed.
    """
    need_member(post.topic.group, by)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.author_id != by.pk:
        raise GroupError(_("Only its author can change a post."))
    if post.is_removed:
        raise GroupError(_("This post was removed. It cannot be changed any more."))
    refuse_if_closed(post.topic.group)
    if post.text != text:
        post.text = text
        post.edited_at = timezone.now()
        post.save()
    return post


@transaction.atomic
def remove_post(*, post, by):
    """Remove a post; its place in the conversation stays, its text is not kept. A second time changes nothing.

    Raises `GroupError` unless `by` wrote it or is a facilitator of the group.
    """
    membership = need_member(post.topic.group, by)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.author_id != by.pk and not membership.is_facilitator:
        raise GroupError(_("Only its author or a facilitator can remove a post."))
    if not post.is_removed:
        post.removed_at = timezone.now()
        post.removed_by = by
        post.text = ""
        post.save()
    return post


def _sent_before(submission_key, user):
    post = Post.objects.filter(submission_key=submission_key).select_related("topic__group").first()
    if post and post.author_id != user.pk:
        raise GroupError(_("This form was sent by somebody else. Open it again and send it once more."))
    return post


def _sent_meanwhile(submission_key, user):
    """Return the post that another request made with the same form at the same moment."""
    post = _sent_before(submission_key, user)
    if post is None:
        raise GroupError(_("This could not be saved. Send it once more."))
    return post
