"""What happens to a story's page in Wagtail's admin is told to the author as if it had happened on the hub."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, task_rejected

from hub.removal import taken_out

from . import agreement, emails, photographs
from .actions.page_drafts import learn_from_page
from .models import CaseStudyPage, Story, StoryNote


def connect():
    page_published.connect(page_went_live, sender=CaseStudyPage, dispatch_uid="stories")
    page_unpublished.connect(page_went_off, sender=CaseStudyPage, dispatch_uid="stories")
    task_rejected.connect(changes_asked_for, dispatch_uid="stories")
    taken_out.connect(something_was_taken_out, dispatch_uid="stories")


@transaction.atomic
def page_went_live(sender, instance, revision=None, **kwargs):
    """The story is published, or the change to it, whoever published its page, and how."""
    story = _story_of(instance)
    if story is None:
        return
    is_change = bool(story.published_answers)
    # A change waits in the newest draft: an older version, such as one that was to go live today, is not it.
    is_news = story.status != Story.Status.PUBLISHED and not (
        is_change and revision and revision.pk != instance.latest_revision_id
    )
    if is_news:
        story.status, story.decided_at = Story.Status.PUBLISHED, timezone.now()
        story.decline_reason = ""
        if story.photo:
            photographs.put_in_library(story.photo)
        agreement.note_what_is_shown(story)
        transaction.on_commit(lambda: emails.tell_published(story, is_change=is_change), robust=True)
    if story.status == Story.Status.PUBLISHED:
        learn_from_page(story)
        story.save()


@transaction.atomic
def page_went_off(sender, instance, **kwargs):
    """An editor took the page off the site: what its author proposed to change in it goes back to them."""
    story = _story_of(instance)
    if story is None:
        return
    if story.is_in_reading:
        if state := instance.current_workflow_state:
            state.cancel(user=None)
        story.status, story.sent_answers = Story.Status.PUBLISHED, story.published_answers
    if story.removal_asked_at:
        story.removal_asked_at = None
        transaction.on_commit(lambda: emails.tell_removed(story), robust=True)
    story.save()


@transaction.atomic
def something_was_taken_out(sender, pages, **kwargs):
    """Somebody took back what they had agreed to: it does not stand in the author's form as if it were on the page."""
    stories = Story.objects.select_for_update(of=("self",)).filter(page__in=[page.pk for page in pages])
    for story in stories.filter(status=Story.Status.PUBLISHED):
        learn_from_page(story)
        story.save()


def _story_of(page):
    """Return the story of a page, and hold it: its author may be typing."""
    return Story.objects.select_for_update(of=("self",)).filter(page=page.pk).first()


def changes_asked_for(sender, instance, user=None, **kwargs):
    """A reader sent the page back in the admin: their comment is a question to the author."""
    page = instance.workflow_state.content_object
    story = Story.objects.in_reading().filter(page=page.pk).first() if isinstance(page, Page) else None
    if story is None:
        return
    story.status = Story.Status.ASKED
    story.save()
    note = StoryNote.objects.create(story=story, by=user, is_question=True, text=instance.comment or "…")
    transaction.on_commit(lambda: emails.tell_question(note), robust=True)
