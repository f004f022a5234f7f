"""What readers say about pages, and what those who answer for them do with it."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.answering import pages_of
from hub.letters import letter, post, public_address

from .models import Feedback, is_asked

EDIT = "feedback.change_feedback"


class FeedbackError(Exception):
    """Something that cannot be done. Its text is fit to show."""


@transaction.atomic
def say(*, page, is_useful, submission_key, words="", address="", language="en", by=None):
    """Keep what a reader says about `page` and return it. Who they are is not kept, `by` neither.

    The same `submission_key` says the same thing anew, until there are words: the last answer counts, once. Raises
    `FeedbackError` where readers are not asked.
    """
    same = Feedback.objects.select_for_update(of=("self",)).filter(submission_key=submission_key).first()
    if same:
        if not same.words and same.page_id == page.pk:
            same.is_useful, same.words, same.address = is_useful, words, address if words else ""
            same.save()
        return same
    if not is_asked(page):
        raise FeedbackError(_("This page is not here any more."))
    try:
        with transaction.atomic():
            return Feedback.objects.create(
                page_id=page.pk,
                is_useful=is_useful,
                words=words,
                address=address if words else "",
                language=language,
                submission_key=submission_key,
            )
    except IntegrityError:
        raise FeedbackError(_("This could not be saved. Send it once more.")) from None


@transaction.atomic
def answer(*, feedback, text, by):
    """Write to the reader who left an address, and return the feedback, which is done then.

    The same answer a second time is not sent again. Raises `FeedbackError` unless `by` answers for the page or edits,
    and where there is no address.
    """
    feedback = _held(feedback, by)
    if feedback.answer:
        return feedback
    if not feedback.address:
        raise FeedbackError(_("This reader left no address, or it is forgotten already."))
    post([
        letter(
            "emails/feedback/answer.txt",
            to=feedback.address,
            language=feedback.language,
            feedback=feedback,
            text=text,
            by=by,
            page_url=public_address(feedback.page),
        )
    ])  # fmt: skip
    feedback.answer = text
    return _done(feedback, by)


@transaction.atomic
def mark_done(*, feedback, by):
    """Note that there is nothing more to do, and return the feedback. Raises `FeedbackError` as `answer` does."""
    feedback = _held(feedback, by)
    return feedback if feedback.done_at else _done(feedback, by)


def may_deal_with(feedback, member):
    """Return whether `member` answers for the page that this is about, or is an editor."""
    return member.has_perm(EDIT) or pages_of(member).filter(pk=feedback.page_id).exists()


def _held(feedback, by):
    if not may_deal_with(feedback, by):
        raise FeedbackError(_("Somebody else answers for this page now."))
    return Feedback.objects.select_for_update(of=("self",)).select_related("page__locale").get(pk=feedback.pk)


def _done(feedback, by):
    feedback.done_at, feedback.done_by, feedback.address = timezone.now(), by, ""
    feedback.save()
    return feedback
