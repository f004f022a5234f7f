"""What happens to a story's page in Wagtail's admin is told to the author as if it had happened on the hub."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, task_rejected

from consent import actions as consents
from consent.models import Consent

from . import emails, photographs
from .models import CaseStudyPage, Story, StoryNote


def connect():
    page_published.connect(page_went_live, sender=CaseStudyPage, dispatch_uid="stories")
    task_rejected.connect(changes_asked_for, dispatch_uid="stories")


def page_went_live(sender, instance, **kwargs):
    """The story is published, whoever published its page, and how."""
    story = Story.objects.filter(page=instance.pk).exclude(status=Story.Status.PUBLISHED).first()
    if story is None:
        return
    story.status, story.decided_at = Story.Status.PUBLISHED, timezone.now()
    story.decline_reason = ""
    story.save()
    if story.photo:
        photographs.put_in_library(story.photo)
    _note_consents(story)
    transaction.on_commit(lambda: emails.tell_published(story), robust=True)


def _note_consents(story):
    """Note in the ledger what the author agreed to with the form: their name, and their photograph."""
    author = story.author
    about = {
        "person_name": story.teller or story.byline,
        "member": author,
        "contact": author.email if author else story.teller_contact,
        "language": author.language if author else story.language,
        "pages": [story.page],
        "how": story.agreed_how or Consent.How.FORM,
        "by": story.noted_by,
    }
    page = CaseStudyPage.objects.get(pk=story.page_id)
    if page.byline and about["person_name"]:
        consents.note(covers=Consent.Covers.NAME, wording=page.byline, **about)
    if story.photo_id and page.cover_image_id == story.photo_id and about["person_name"]:
        consents.note(covers=Consent.Covers.PHOTO, image=story.photo, **about)


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
