"""What people do with comments: write, answer, report; and what moderators decide."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_comments.models import CommentFlag

from hub.models import BasePage
from hub.page_cache import drop_public_pages

from . import emails
from .models import PageComment, Report, has_comments, why_closed

MODERATE = "django_comments.can_moderate"


class CommentError(Exception):
    """Something that cannot be done. Its text is fit to show."""


def is_newcomer(user):
    """Return whether a moderator reads what `user` writes before it appears: nothing of theirs is approved yet."""
    return not PageComment.objects.published().filter(user=user).exists() and not user.has_perm(MODERATE)


@transaction.atomic
def post(*, page, text, submission_key, by, reply_to=None):
    """Add a comment to a page, or an answer to a comment, and return it. A newcomer's waits for a moderator.

    The same `submission_key` returns the comment that it made before. Raises `CommentError` where the page has no
    comments or they are closed, and where `reply_to` is gone, waits itself, or is as deep as threads go.
    """
    sent = _sent_before(submission_key, by)
    if sent:
        return sent
    if not has_comments(page):
        raise CommentError(_("This page has no comments."))
    if not page.takes_comments:
        raise CommentError(why_closed(page))
    if reply_to:
        reply_to = _lock_thread(page, reply_to)
    comment = PageComment(
        content_type=ContentType.objects.get_for_model(BasePage),
        object_pk=str(page.pk),
        site_id=settings.SITE_ID,
        user=by,
        comment=text,
        parent_id=reply_to.pk if reply_to else 0,
        is_public=not is_newcomer(by),
        submission_key=submission_key,
    )
    try:
        with transaction.atomic():
            comment.save()
    except IntegrityError:
        sent = _sent_before(submission_key, by)  # by another request with the same form, at the same moment
        if sent:
            return sent
        raise CommentError(_("This could not be saved. Send it once more.")) from None
    if comment.is_public:
        transaction.on_commit(lambda: emails.tell_of_answer(comment), robust=True)
    else:
        transaction.on_commit(lambda: emails.tell_of_waiting(comment), robust=True)
    return comment


@transaction.atomic
def report(*, comment, reason, submission_key, by=None):
    """Ask the moderators to look at a comment, and return the report. `by` is None for a reader who is not signed in.

    The same `submission_key`, or the same person for the same comment, returns the report made before.
    Raises `CommentError` if the comment is not public any more.
    """
    same = Report.objects.filter(submission_key=submission_key).first()
    if same is None and by is not None:
        same = Report.objects.filter(comment=comment, reported_by=by).first()
    if same:
        return same
    comment = _lock(comment)
    if not comment.is_public or comment.is_removed:
        raise CommentError(_("This comment is not here any more."))
    is_first = not comment.reports.open().exists()
    try:
        with transaction.atomic():
            made = Report.objects.create(comment=comment, reason=reason, reported_by=by, submission_key=submission_key)
    except IntegrityError:
        raise CommentError(_("This could not be saved. Send it once more.")) from None
    if is_first:  # moderators are told once, not once per reader
        transaction.on_commit(lambda: emails.tell_of_report(made), robust=True)
    return made


@transaction.atomic
def approve(*, comment, by):
    """Publish a waiting comment, or keep a reported one, and return it. A second time changes nothing and tells nobody.

    Raises `CommentError` unless `by` moderates, and if the comment was removed already.
    """
    _need_moderator(by)
    comment = _lock(comment)
    if comment.is_removed:
        raise CommentError(_("This comment was removed already."))
    _settle_reports(comment, by)
    if not comment.is_public:
        # Not `save()`: django-comments-xtd would publish what hangs below it as well.
        PageComment.objects.filter(pk=comment.pk).update(is_public=True)
        comment.is_public = True
        _note(comment, CommentFlag.MODERATOR_APPROVAL, by)
        drop_public_pages()
        transaction.on_commit(lambda: emails.tell_of_approval(comment), robust=True)
        transaction.on_commit(lambda: emails.tell_of_answer(comment), robust=True)
    return comment


@transaction.atomic
def remove(*, comment, by):
    """Take a comment away and return it; its place in the thread stays. A second time changes nothing.

    Raises `CommentError` unless `by` moderates or wrote it.
    """
    if comment.user_id != by.pk:
        _need_moderator(by)
    comment = _lock(comment)
    _settle_reports(comment, by)
    if not comment.is_removed:
        # Not `save()`: django-comments-xtd would hide the answers as well.
        PageComment.objects.filter(pk=comment.pk).update(is_removed=True)
        comment.is_removed = True
        _note(comment, CommentFlag.MODERATOR_DELETION, by)
        drop_public_pages()
    return comment


@transaction.atomic
def put_back(*, comment, by):
    """Let a removed comment be read again, or wait again, and return it. A second time changes nothing.

    Raises `CommentError` unless `by` moderates, and if nobody else but its author took it away.
    """
    _need_moderator(by)
    comment = _lock(comment)
    if comment.is_removed:
        removed = CommentFlag.objects.filter(comment_id=comment.pk, flag=CommentFlag.MODERATOR_DELETION)
        if removed.filter(user=comment.user_id).exists():
            raise CommentError(_("Its author took it away themselves."))
        PageComment.objects.filter(pk=comment.pk).update(is_removed=False)
        comment.is_removed = False
        removed.delete()
        drop_public_pages()
    return comment


def _need_moderator(user):
    if not user.has_perm(MODERATE):
        raise CommentError(_("Only moderators can do this."))


def _lock(comment):
    """Return the comment as it is now, and hold it."""
    return PageComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)


def _lock_thread(page, reply_to):
    """Return the comment to answer, and hold its thread, so that two answers do not take the same place in it.

    Raises `CommentError` if it cannot be answered.
    """
    list(PageComment.objects.select_for_update(of=("self",)).filter(pk=reply_to.thread_id))
    reply_to = PageComment.objects.of(page).filter(pk=reply_to.pk).first()
    if reply_to is None or not reply_to.can_be_answered:
        raise CommentError(_("This comment cannot be answered. You can still add one of your own."))
    return reply_to


def _settle_reports(comment, by):
    comment.reports.open().update(settled_at=timezone.now(), settled_by=by)


def _note(comment, flag, by):
    """Keep who decided what about a comment, and when."""
    CommentFlag.objects.get_or_create(comment_id=comment.pk, user=by, flag=flag)


def _sent_before(submission_key, user):
    comment = PageComment.objects.filter(submission_key=submission_key).first()
    if comment and comment.user_id != user.pk:
        raise CommentError(_("This form was sent by somebody else. Open it again and send it once more."))
    return comment
