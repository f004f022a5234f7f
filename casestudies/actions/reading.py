"""Reading a story that was sent: ask, say yes, decline. Peers of the named group do, and editors."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from .. import emails
from ..models import PeerApproval, PeerApprovalTask, Story, StoryNote
from .drafting import StoryError, is_any_editor, lock
from .sending import end_change


def task_of(page):
    """Return our task that the page stands at, or None where it is in no workflow of ours."""
    state = page.current_workflow_state
    task = state.current_task_state.task.specific if state and state.current_task_state else None
    return task if isinstance(task, PeerApprovalTask) else None


def is_editor_of(story, user):
    """Return whether `user` may publish and decline the story by themselves. Not their own."""
    return not story.may_be_written_by(user) and PeerApprovalTask.is_editor(story.page, user)


def may_read(story, user):
    """Return whether `user` is one of those who decide about the story."""
    if not user.is_authenticated or story.page is None or story.may_be_written_by(user):
        return False
    if is_editor_of(story, user):
        return True
    task = task_of(story.page)
    if story.is_in_reading:
        return task is not None and task.is_peer(user)
    said_yes = PeerApproval.objects.filter(
        task_state__workflow_state__in=WorkflowState.objects.for_instance(story.page)
    )
    return said_yes.filter(user=user).exists()  # whoever said yes may see what came of it


def is_reader(user):
    """Return whether `user` is somebody who reads stories, also while none waits."""
    return PeerApprovalTask.objects.filter(active=True, readers__in=user.groups.all()).exists() or is_any_editor(user)


def stories_to_read(user):
    """Return the stories that wait for `user` as a peer or as an editor, the oldest first. Five queries at most."""
    stories = Story.objects.in_reading().exclude(author=user.pk).exclude(noted_by=user.pk)
    stories = stories.select_related("author", "page").order_by("sent_at", "pk")
    if is_any_editor(user):
        return stories
    tasks = PeerApprovalTask.objects.filter(readers__in=user.groups.all())
    states = TaskState.objects.filter(
        task__in=tasks.values("task_ptr"),
        workflow_state__status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    )
    pages = [int(key) for key in states.values_list("workflow_state__object_id", flat=True)]
    return stories.filter(page__in=pages)


@transaction.atomic
def ask(*, story, text, submission_key, by):
    """Ask the author a question and return the note; they are told by mail. The same key returns the note made before.

    Raises `StoryError` unless `by` reads the story, and if it is decided already.
    """
    story = lock(story)
    _need_reader(story, by)
    note = StoryNote.objects.filter(submission_key=submission_key, story=story).first()
    if note:
        return note
    _need_open(story)
    try:
        with transaction.atomic():
            note = StoryNote.objects.create(
                story=story, by=by, text=text, is_question=True, submission_key=submission_key
            )
    except IntegrityError:
        raise StoryError(_("This could not be saved. Send it once more.")) from None
    story.status = Story.Status.ASKED
    story.save()
    transaction.on_commit(lambda: emails.tell_question(note), robust=True)
    return note


@transaction.atomic
def approve(*, story, by, seen):
    """Say yes to a story and return it: an editor's yes, or the last of the peers', publishes it.

    `seen` is the key of the revision that `by` had before them. A second yes of the same person changes nothing. Raises
    `StoryError` unless `by` reads the story, if it was declined, and if its draft has changed since it was seen.
    """
    story = lock(story)
    _need_reader(story, by)
    if story.status == Story.Status.PUBLISHED and not story.decline_reason:
        return story
    _need_open(story)
    if story.page.latest_revision_id != seen:
        raise StoryError(_("The story has changed since you opened it. Read it again, then decide."))
    task = task_of(story.page)
    state = story.page.current_workflow_state
    if task is None:  # an editor stopped the workflow in the admin
        story.page.get_latest_revision().publish(user=by)
    else:
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.resume(user=by)
        task.on_action(story.page.current_workflow_task_state, by, "approve")
    return Story.objects.get(pk=story.pk)  # publishing has changed it (`signals`)


@transaction.atomic
def decline(*, story, reason, by):
    """Say kindly that a story will not be published, and why. A second time changes nothing and tells nobody.

    Of a story that is published this is the change that its author proposes; the page stays as it is. Raises
    `StoryError` unless `by` is an editor, without a reason, and if nobody waits for an answer.
    """
    story = lock(story)
    if story.page is None or not is_editor_of(story, by):
        raise StoryError(_("Only an editor can decline a story."))
    if story.status == Story.Status.DECLINED or (not story.is_in_reading and story.decline_reason):
        return story
    if not reason.strip():
        raise StoryError(_("Say why. The author reads it."))
    _need_open(story)
    story.decline_reason = reason.strip()
    if story.is_on_site:
        end_change(story, by)
    else:
        state = story.page.current_workflow_state
        if state:
            state.cancel(user=by)
        story.status, story.decided_at = Story.Status.DECLINED, timezone.now()
        story.save()
    transaction.on_commit(lambda: emails.tell_declined(story), robust=True)
    return story


def _need_reader(story, user):
    if not may_read(story, user):
        raise StoryError(_("Only those who read stories can do this."))


def _need_open(story):
    if not story.is_in_reading:
        raise StoryError(_("This story is decided already."))
