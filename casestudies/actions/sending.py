"""Sending a story: it becomes a draft page in a workflow, which its author changes through their own form."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Workflow, WorkflowState, WorkflowTask

from hub.kinds import Kind

from .. import emails
from ..models import CaseStudyIndexPage, CaseStudyPage, PeerApproval, PeerApprovalTask, Story, StoryNote, ToolkitUse
from ..models.pages import TAKEN_SLUGS
from ..questions import BY_NAME, CHOICE, DAY, LONG, NUMBER
from ..wording import in_short, to_rich
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
    began, ended = (_day(story.answers.get(name, "")) for name in ("started_on", "ended_on"))
    if began and ended and ended < began:
        raise StoryError(_("A case study must end after it starts."))
    if story.photo_id and not story.answers.get("photo_agreed"):
        raise StoryError(_("Say that everybody in the photograph agreed, or remove it."))
    try:
        if story.page is None:
            _make_page(story, by)
            transaction.on_commit(lambda: emails.tell_readers(story), robust=True)
        elif story.has_unsent_changes or _photo_differs(story):
            _change_page(story, by)
            transaction.on_commit(lambda: emails.tell_readers(story, is_revised=True), robust=True)
        elif story.status == Story.Status.SENT:
            return story
    except ValidationError as error:
        raise StoryError(" ".join(error.messages)) from error
    story.status, story.sent_at = Story.Status.SENT, timezone.now()
    story.sent_answers = dict(story.answers)
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
    """Take a story back that was sent and not published: it is a draft of its author's own again.

    Raises `StoryError` once it is published or declined. A second time changes nothing.
    """
    story = lock(story)
    if story.is_draft:
        return story
    _need_writer(story, by)
    page, story.page = story.page, None
    story.status, story.sent_answers = Story.Status.DRAFT, {}
    story.save()
    if page:
        if page.live:
            raise StoryError(_("This story is published. Write to the editors if it has to go."))
        page.delete()
    return story


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


# The page -------------------------------------------------------------------------------------------------------------


def _make_page(story, by):
    parent = _list_in(story.language)
    title = story.title
    page = CaseStudyPage(title=title, live=False, owner=story.author or story.noted_by, locale=parent.locale)
    slug = slugify(title, allow_unicode=True)
    if slug in TAKEN_SLUGS or not slug:
        page.slug = f"{slug or 'story'}-{story.pk}"
    _fill(page, story.answers, names=[*BY_NAME])
    page.summary = _summary(story.answers)
    page.byline = story.byline
    _put_photo(page, story)
    if story.toolkit_id:
        _put_origin(page, story.toolkit.specific)
    parent.add_child(instance=page)
    page.save_revision(user=by)
    # Without a requester, so that Wagtail does not also write to the author, with links into the admin.
    story_workflow().start(page, None)
    story.page = page


def _put_origin(page, origin):
    """Note what the author began with: a toolkit that they used, or a case study that they adapted."""
    if origin.kind == Kind.CASE_STUDY:
        page.came_from = origin
    elif origin.kind == Kind.TOOLKIT:
        page.toolkits_used.add(ToolkitUse(toolkit_id=origin.pk))


def _change_page(story, by):
    """Put what the author changed into the draft; what editors changed elsewhere in it stays."""
    draft = story.page.get_latest_revision_as_object()
    before = story.sent_answers
    changed = [name for name in BY_NAME if story.answers.get(name, "") != before.get(name, "")]
    if "what_happened" in changed:
        changed.remove("what_happened")
        if draft.summary == _summary(before):  # no editor wrote another
            draft.summary = _summary(story.answers)
        _change_body(draft, before.get("what_happened", ""), story.answers.get("what_happened", ""))
    if "title" in changed and not story.answers["title"].strip():
        changed.remove("title")
    _fill(draft, story.answers, names=changed)
    draft.byline = story.byline
    _put_photo(draft, story)
    draft.full_clean()
    draft.save_revision(user=by)
    # Who said yes, said it to other words.
    PeerApproval.objects.filter(task_state__workflow_state__in=_states_of(story.page)).delete()
    _go_on(story.page)
    story.page = CaseStudyPage.objects.get(pk=draft.pk)  # it knows of its new draft


def _change_body(draft, before, after):
    """Exchange the text that came from the author. Where an editor took it apart, the new one is put at the end."""
    blocks = [(block.block_type, block.value) for block in draft.body]
    is_as_sent = len(blocks) == 1 and blocks[0][0] == "text" and blocks[0][1].source == to_rich(before)
    draft.body = [("text", to_rich(after))] if is_as_sent or not blocks else [*blocks, ("text", to_rich(after))]


def _summary(answers):
    return in_short(answers.get("what_happened", ""), 200)


def _fill(page, answers, *, names):
    for name in names:
        text, question = answers.get(name, "").strip(), BY_NAME[name]
        if name == "title":
            page.title = page.draft_title = (text or page.title)[:255]
        elif name == "what_happened":
            page.body = [("text", to_rich(text))] if text else []
        elif question.kind == LONG:
            setattr(page, name, to_rich(text) if text else "")
        elif question.kind == NUMBER:
            page.people_count = int(text) if text.isdecimal() and len(text) < 7 else None
        elif question.kind == DAY:
            setattr(page, name, _day(text))
        elif question.kind == CHOICE:
            setattr(page, name, text if text in dict(question.choices) else "")
        else:
            setattr(page, name, text[: question.longest])


def _day(text):
    try:
        return parse_date(text)
    except ValueError:
        return None


def _put_photo(page, story):
    page.cover_image = story.photo
    page.cover_alt = story.answers.get("photo_alt", "")[:200] if story.photo_id else ""


def _photo_differs(story):
    return story.page.get_latest_revision_as_object().cover_image_id != story.photo_id


def _list_in(language):
    """Return the list of case studies in `language`, or else in the source language. Raises `StoryError`."""
    lists = CaseStudyIndexPage.objects.live().select_related("locale").order_by("-path")
    found = {each.locale.language_code: each for each in lists}
    parent = found.get(language) or found.get(settings.LANGUAGE_CODE)
    if parent is None:
        with override(language):
            raise StoryError(_("There is no list of case studies to put this in. Write to the editors."))
    return parent


def _states_of(page):
    return WorkflowState.objects.for_instance(page)


def _go_on(page):
    """Let readers decide again, where one of them had sent it back in Wagtail's admin."""
    state = page.current_workflow_state if page else None
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=None)
