"""Sending a story: it becomes a draft page in a workflow, which its author changes through their own form."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowState, WorkflowTask

from .. import agreement, emails
from ..models import PeerApproval, PeerApprovalTask, Story, StoryNote
from . import page_drafts
from .drafting import StoryError, _need_writer, lock

READERS = "Story readers"


@transaction.atomic
def send(*, story, by):
    """Send a story to the readers, or what was changed since, and return it. A second time changes nothing.

    Raises `StoryError` if nothing is told yet, if it can no longer be changed, and if there is no list to put it in.
    """
    story = lock(story)
    _need_writer(story, by)
    if not story.answers.get("what_happened", "").strip():
        raise StoryError(_("Tell at least what you tried. Everything else can come later."))
    began, ended = (page_drafts.day_in(story.answers.get(name, "")) for name in ("started_on", "ended_on"))
    if began and ended and ended < began:
        raise StoryError(_("A case study must end after it starts."))
    if story.photo_id and not story.answers.get("photo_agreed"):
        raise StoryError(_("Say that everybody in the photograph agreed, or remove it."))
    try:
        if story.page is None:
            page_drafts.make_page(story, by)
            # Without a requester, so that Wagtail does not also write to the author, with links into the admin.
            story_workflow().start(story.page, None)
            transaction.on_commit(lambda: emails.tell_readers(story), robust=True)
        elif story.has_unsent_changes:
            _send_anew(story, by)
            transaction.on_commit(lambda: emails.tell_readers(story, is_revised=True), robust=True)
        elif story.status != Story.Status.ASKED:
            return story
    except ValidationError as error:
        raise StoryError(" ".join(error.messages)) from error
    story.status, story.sent_at, story.decline_reason = Story.Status.SENT, timezone.now(), ""
    story.sent_answers = story.told
    story.save()
    return story


@transaction.atomic
def answer(*, story, text, submission_key, by):
    """Answer the readers' question, and return the note. The same `submission_key` returns the note made before.

    Raises `StoryError` if nobody reads the story now.
    """
    story = lock(story)
    _need_writer(story, by)
    note = StoryNote.objects.filter(submission_key=submission_key, story=story).first()
    if note:
        return note
    if not story.is_in_reading:
        raise StoryError(_("Nobody is reading this story now."))
    try:
        with transaction.atomic():
            note = StoryNote.objects.create(story=story, by=by, text=text, submission_key=submission_key)
    except IntegrityError:
        raise StoryError(_("This could not be saved. Send it once more.")) from None
    story.status = Story.Status.SENT
    story.save()
    _go_on(story.page)
    transaction.on_commit(lambda: emails.tell_answer(note), robust=True)
    return note


@transaction.atomic
def take_back(*, story, by):
    """Take back what readers have before them: it is its author's alone again.

    Of a story that is published this is the change to it; the page stays. Raises `StoryError` for one that was
    declined. A second time changes nothing.
    """
    story = lock(story)
    _need_writer(story, by)
    if not story.is_in_reading:
        return story
    if story.is_on_site:
        end_change(story, by)
        return story
    page, story.page = story.page, None
    story.status, story.sent_answers = Story.Status.DRAFT, {}
    story.save()
    if page:
        page.delete()
    return story


@transaction.atomic
def ask_removal(*, story, by, is_wanted=True):
    """Ask the editors to take a published story off the site, or no longer, and return it. Twice is once.

    Raises `StoryError` unless it is published, and its author asks.
    """
    story = lock(story)
    _need_writer(story, by)
    if not story.is_on_site:
        raise StoryError(_("This story is not on the site."))
    if bool(story.removal_asked_at) != is_wanted:
        story.removal_asked_at = timezone.now() if is_wanted else None
        story.save()
    return story


def end_change(story, by):
    """Let go of the change that readers have before them. The words stay with the author, the page as it is."""
    if state := story.page.current_workflow_state:
        state.cancel(user=None)
    page_drafts.drop_change(story, by)
    story.status, story.sent_answers = Story.Status.PUBLISHED, story.published_answers
    story.save()


def story_workflow():
    """Return the workflow of stories: the first active one with our task. Makes one where there is none yet."""
    tasks = PeerApprovalTask.objects.filter(active=True)
    found = Workflow.objects.active().filter(workflow_tasks__task__in=tasks.values("task_ptr")).order_by("pk").first()
    if found:
        return found
    readers, _made = Group.objects.get_or_create(name=READERS)
    task = tasks.first() or PeerApprovalTask.objects.create(name="Two peers or an editor", readers=readers)
    workflow = Workflow.objects.create(name="Stories")
    WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    return workflow


def _send_anew(story, by):
    """Put what was changed into the draft, and let readers begin anew: who said yes, said it to other words."""
    if story.is_on_site and story.answers.get("name_shown") != story.sent_answers.get("name_shown"):
        agreement.note_name(story, story.byline)  # before the page shows it: it may have been taken back before
    page_drafts.change_page(story, by)
    state = story.page.current_workflow_state
    if state is None and story.is_on_site:
        story_workflow().start(story.page, None)
        return
    PeerApproval.objects.filter(task_state__workflow_state=state).delete()
    _go_on(story.page)


def _go_on(page):
    """Let readers decide again, where one of them had sent it back in Wagtail's admin."""
    state = page.current_workflow_state if page else None
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=None)
