"""Writing a story: everything that is typed is kept, also when two devices write at once."""

import uuid
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Page

from .. import photographs
from ..models import CaseStudyIndexPage, Story, StoryOverlap
from ..questions import KNOWN
from ..wording import clean, mark_of

# What an editor notes about the person who tells the story.
ABOUT_THE_TELLER = {"teller_name": 120, "teller_contact": 200, "agreed_how": 20}


class StoryError(Exception):
    """Something that cannot be done. Its text is fit to show."""


@dataclass(frozen=True)
class Kept:
    """What came of saving: the story, the answers where two devices wrote, and how many pictures were left out."""

    story: Story
    overlaps: list = field(default_factory=list)  # names of answers
    pictures: int = 0


@transaction.atomic
def keep(*, submission_key, answers, by, marks=None, door=None, toolkit=None, language="en"):
    """Save what was typed and return `Kept`. Makes the story if there is none with this `submission_key`.

    `answers` are texts by the names of questions; those that are not among them stay. `marks` say what the device saw
    in them before (`mark_of`): where the answer has changed since, both texts are kept. Raises `StoryError` if the
    story is somebody else's, or can no longer be changed, and if somebody who is no editor notes down an interview.
    """
    story = _find_or_make(submission_key, by, door=door, toolkit=toolkit, language=language)
    if not story.can_be_changed:
        raise StoryError(_("This story can no longer be changed here. Write to the editors if something is wrong."))
    marks, overlaps, pictures, has_changed = marks or {}, [], 0, False
    for name, typed in answers.items():
        if name in ABOUT_THE_TELLER and story.noted_by_id == by.pk:
            value = clean(typed).text.strip()[: ABOUT_THE_TELLER[name]]
            has_changed |= getattr(story, name) != value
            setattr(story, name, value)
        if name not in KNOWN:
            continue
        cleaned = clean(typed)
        pictures += cleaned.pictures
        before, text = story.answers.get(name, ""), cleaned.text
        seen = marks.get(name)
        if text == before or (seen and seen == mark_of(text)):
            continue  # this device did not change it
        if seen and seen != mark_of(before) and _keep_both(story, name, before, text):
            overlaps.append(name)
        story.answers[name] = text
        has_changed = True
    if door and door != story.door and story.door != Story.Door.INTERVIEW and door != Story.Door.INTERVIEW:
        story.door, has_changed = door, True
    if has_changed:
        story.version += 1
        story.saved_at = timezone.now()
        story.save()
    return Kept(story, overlaps, pictures)


@transaction.atomic
def choose_overlap(*, overlap, use, by):
    """Put the other version of an answer in its place (`use`), or let it go. What was in its place goes then.

    Raises `StoryError` if the story can no longer be changed.
    """
    story = lock(overlap.story)
    _need_writer(story, by)
    if use:
        story.answers[overlap.name] = overlap.text
        story.version += 1
        story.saved_at = timezone.now()
        story.save()
    overlap.delete()
    return story


@transaction.atomic
def add_photo(*, story, file, by):
    """Put a photograph to the story and return it; `file` was cleaned by `hub.uploads.clean_picture`.

    Its name is made up, so that nobody guesses the address of a picture that is not published yet; and no editor finds
    it in the library before.
    """
    story = lock(story)
    _need_writer(story, by)
    old = story.photo
    file.name = f"{uuid.uuid4().hex}{Path(file.name).suffix.lower()}"
    image = get_image_model()(
        title=_("Photograph of a story"),
        file=file,
        uploaded_by_user=by,
        collection=photographs.private_collection(),
    )
    image.save()
    story.photo = image
    story.version += 1
    story.saved_at = timezone.now()
    story.save()
    photographs.forget(old, story=story)
    return image


@transaction.atomic
def remove_photo(*, story, by):
    """Remove the photograph again. Does nothing where there is none."""
    story = lock(story)
    _need_writer(story, by)
    old, story.photo = story.photo, None
    for name in ("photo_alt", "photo_agreed"):
        story.answers.pop(name, None)
    story.version += 1
    story.save()
    photographs.forget(old, story=story)
    return story


@transaction.atomic
def discard(*, story, by):
    """Throw away a story that was never sent, or the change to a published one that nobody has before them.

    Raises `StoryError` for what is being read.
    """
    try:
        story = lock(story)
    except Story.DoesNotExist:  # also while this one waited for the same press to end
        return
    _need_writer(story, by)
    if story.is_in_reading:
        raise StoryError(_("This story was sent already. Take it back first."))
    old = story.photo
    if story.is_on_site:
        _write_anew(story, story.published_answers)
    else:
        story.delete()
    if old and old.pk != story.photo_id:
        photographs.forget(old, story=story)


def is_any_editor(user):
    """Return whether `user` may publish case studies."""
    index = CaseStudyIndexPage.objects.order_by("path").first()
    return bool(index and index.permissions_for_user(user).can_publish_subpage())


def lock(story):
    """Return the story as it is now, and hold it: its page first, because Wagtail's editor comes to the story last."""
    Page.objects.select_for_update(of=("self",)).filter(pk__in=Story.objects.filter(pk=story.pk).values("page")).first()
    return Story.objects.select_for_update(of=("self",)).get(pk=story.pk)


def _need_writer(story, by):
    if not story.may_be_written_by(by):
        raise StoryError(_("Only whoever tells a story can change it."))
    if not story.can_be_changed:
        raise StoryError(_("This story can no longer be changed here. Write to the editors if something is wrong."))


def _find_or_make(submission_key, by, *, door, toolkit, language):
    stories = Story.objects.select_for_update(of=("self",))
    story = stories.filter(submission_key=submission_key).first()
    if story is None:
        is_interview = door == Story.Door.INTERVIEW
        if is_interview and not is_any_editor(by):  # what it says of another person's agreement counts
            raise StoryError(_("Only editors note down what somebody else tells."))
        try:
            with transaction.atomic():
                story = Story.objects.create(
                    submission_key=submission_key,
                    author=None if is_interview else by,
                    noted_by=by if is_interview else None,
                    door=door or Story.Door.FIVE,
                    toolkit=toolkit,
                    language=language,
                )
        except IntegrityError:  # by another request with the same form, at the same moment
            story = stories.get(submission_key=submission_key)
    if not story.may_be_written_by(by):
        raise StoryError(_("This form was sent by somebody else. Open it again and send it once more."))
    return story


def _write_anew(story, answers):
    """Put the answers back to what they were, with the photograph if it is still there."""
    story.answers = {name: text for name, text in answers.items() if name != "photo"}
    story.photo = get_image_model().objects.filter(pk=answers.get("photo")).first()
    story.decline_reason = ""
    story.version += 1
    story.saved_at = timezone.now()
    story.save()
    story.overlaps.all().delete()


def _keep_both(story, name, before, text):
    """Keep what is in the answer beside what another device wrote. Says whether there was anything to keep."""
    if not before.strip() or before.strip() in text:
        return False
    for other in story.overlaps.filter(name=name):
        if other.text.strip() in before:
            other.delete()  # the beginning of what is kept now
    StoryOverlap.objects.create(story=story, name=name, text=before)
    return True
