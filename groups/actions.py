"""What people do in groups: join, leave, ask, say yes or no, and talk."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import emails
from .models import Membership, PeerGroup, Post, Topic


class GroupError(Exception):
    """Something that cannot be done. Its text is fit to show."""


# Membership -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def join(*, group, by):
    """Make `by` a member of an open group and return the membership. A second time changes nothing.

    Raises `GroupError` if the group has closed, or if a facilitator has to say yes first.
    """
    group = _lock(group)
    membership = Membership.objects.filter(group=group, user=by).first()
    if membership and membership.is_active:
        return membership
    _refuse_if_closed(group)
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
    group = _lock(group)
    if group.joining == PeerGroup.Joining.OPEN:
        return join(group=group, by=by)
    membership = Membership.objects.filter(group=group, user=by).first()
    if membership:
        return membership
    _refuse_if_closed(group)
    membership = Membership.objects.create(group=group, user=by, status=Membership.Status.ASKED)
    transaction.on_commit(lambda: emails.tell_of_request(membership), robust=True)
    return membership


@transaction.atomic
def leave(*, group, by):
    """Take `by` out of the group, or take back their request. Does nothing for somebody who is not in it.

    Raises `GroupError` for the only facilitator, who has to hand over first.
    """
    group = _lock(group)
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
    group = _lock(membership.group)
    _need_facilitator(group, by)
    membership = Membership.objects.filter(pk=membership.pk).first()
    if membership is None:
        raise GroupError(_("This request was taken back."))
    if not membership.is_active:
        _refuse_if_closed(group)
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
    group = _lock(membership.group)
    _need_facilitator(group, by)
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
    group = _lock(membership.group)
    _need_facilitator(group, by)
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
    group = _lock(group)
    membership = Membership.objects.facilitators().filter(group=group, user=by).first()
    if membership is None:
        return
    _refuse_if_last_facilitator(membership)
    membership.role = Membership.Role.MEMBER
    membership.save()


# Discussion -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def start_topic(*, group, title, text, submission_key, by):
    """Start a conversation and return the topic; the same `submission_key` returns the topic that it made before.

    Raises `GroupError` unless `by` is a member, and if the group has closed.
    """
    _need_member(group, by)
    sent = _sent_before(submission_key, by)
    if sent:
        return sent.topic
    _refuse_if_closed(group)
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
    _need_member(topic.group, by)
    sent = _sent_before(submission_key, by)
    if sent:
        return sent
    _refuse_if_closed(topic.group)
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
    _need_member(post.topic.group, by)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.author_id != by.pk:
        raise GroupError(_("Only its author can change a post."))
    if post.is_removed:
        raise GroupError(_("This post was removed. It cannot be changed any more."))
    _refuse_if_closed(post.topic.group)
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
    membership = _need_member(post.topic.group, by)
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.author_id != by.pk and not membership.is_facilitator:
        raise GroupError(_("Only its author or a facilitator can remove a post."))
    if not post.is_removed:
        post.removed_at = timezone.now()
        post.removed_by = by
        post.text = ""
        post.save()
    return post


# What the actions have in common --------------------------------------------------------------------------------------


def _lock(group):
    """Return the group as it is now, and hold it, so that two facilitators cannot leave at the same moment."""
    return PeerGroup.objects.select_for_update().get(pk=group.pk)


def _refuse_if_closed(group):
    if group.is_closed:
        raise GroupError(_("This group has closed. What was said stays readable for its members."))


def _refuse_if_last_facilitator(membership):
    if not membership.is_facilitator:
        return
    others = Membership.objects.active().filter(group=membership.group_id).exclude(pk=membership.pk)
    if others.facilitators().exists():
        return
    if others.exists():
        raise GroupError(_("You are the only facilitator. Make somebody else a facilitator first."))
    raise GroupError(_("You are the only one in this group. Ask the people who run this site to close it."))


def _need_facilitator(group, user):
    if not Membership.objects.facilitators().filter(group=group, user=user).exists():
        raise GroupError(_("Only a facilitator of the group can do this."))


def _need_member(group, user):
    membership = Membership.objects.active().filter(group=group, user=user).first()
    if membership is None:
        raise GroupError(_("Only members of the group can do this."))
    return membership


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
