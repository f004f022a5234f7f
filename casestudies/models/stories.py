"""What a member tells: answers to questions, saved while they type, until it is a draft page that peers read."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..meter import Meter, told_in
from ..wording import in_short
from .pages import CaseStudyPage

LONGEST_TITLE = 70  # characters, where it is made of the first words


def title_in(answers):
    """Return what a story with these answers is called: as its author says, or else its first words."""
    return answers.get("title", "").strip() or in_short(answers.get("what_happened", ""), LONGEST_TITLE)


class StoryQuerySet(models.QuerySet):
    def of(self, user):
        """Return the stories that `user` tells, or noted down for somebody else."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Q(author=user.pk) | models.Q(noted_by=user.pk))

    def unfinished(self):
        """Return the stories that nobody has been sent yet."""
        return self.filter(status=Story.Status.DRAFT)

    def waiting(self):
        """Return the stories that wait for a reader, the one that waits longest first."""
        return self.filter(status=Story.Status.SENT, page__isnull=False).order_by("sent_at", "pk")

    def wanted_gone(self):
        """Return the stories that readers see and whose authors want them off the site, the longest wait first."""
        return self.filter(removal_asked_at__isnull=False, page__live=True).order_by("removal_asked_at", "pk")

    def in_reading(self):
        """Return the stories that readers have before them, whether they wait for a reader or for the author."""
        return self.filter(status__in=[Story.Status.SENT, Story.Status.ASKED], page__isnull=False)


class Story(models.Model):
    """One story, whichever of the three doors it came through. Its answers are texts by the names of the questions."""

    class Door(models.TextChoices):
        FIVE = "five", _("Five questions")
        INTERVIEW = "interview", _("Told to an editor")
        FULL = "full", _("All questions")

    class Status(models.TextChoices):
        DRAFT = "draft", _("You are still writing it")
        SENT = "sent", _("It is being read")
        ASKED = "asked", _("There is a question for you")
        PUBLISHED = "published", _("It is published")
        DECLINED = "declined", _("It will not be published")

    class NameShown(models.TextChoices):
        NAME = "name", _("My name")
        FIRST = "first", _("My first name only")
        NONE = "none", _("No name")

    class Agreement(models.TextChoices):
        WRITTEN = "written", _("In writing")
        RECORDED = "recorded", _("On tape")
        PHONE = "phone", _("By telephone")
        IN_PERSON = "in-person", _("In person")

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="stories"
    )
    door = models.CharField(max_length=20, choices=Door, default=Door.FIVE)
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default="en")
    answers = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=0)  # counts up with each save
    sent_answers = models.JSONField(default=dict, blank=True)  # as they last became the draft page
    published_answers = models.JSONField(default=dict, blank=True)  # as readers of the page know them
    # Set by the form when it is shown, so that what is sent twice is one story.
    submission_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    # Somebody tells it, an editor writes it down.
    teller_name = models.CharField(_("who tells it"), max_length=120, blank=True)
    teller_contact = models.CharField(_("how to reach them"), max_length=200, blank=True)
    agreed_how = models.CharField(_("how they agreed"), max_length=20, choices=Agreement, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    toolkit = models.ForeignKey(Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    photo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    page = models.OneToOneField(CaseStudyPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="story")

    decline_reason = models.TextField(max_length=2000, blank=True)  # of the story, or of the last change to it
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    removal_asked_at = models.DateTimeField(null=True, blank=True)  # its author wants it off the site

    objects = StoryQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would tell who writes about what

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="draft") | models.Q(sent_at__isnull=False),
                name="story_that_was_sent_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="declined") | ~models.Q(decline_reason=""),
                name="story_that_was_declined_says_why",
            ),
        ]
        indexes = [models.Index(fields=["status", "sent_at"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("casestudies:story", args=[self.pk])

    @property
    def edit_url(self):
        return reverse("casestudies:edit_story", args=[self.pk])

    @property
    def reading_url(self):
        return reverse("casestudies:read_story", args=[self.pk])

    @property
    def title(self):
        """What the story is called: as its author says, or else its first words."""
        return title_in(self.answers) or str(_("A story without a name yet"))

    @property
    def teller(self):
        """The name of whoever tells it, for readers of drafts; never for the published page."""
        return self.teller_name or (self.author.name if self.author else "")

    @property
    def byline(self):
        """The name that the published page shows: all of it, the first part of it, or none."""
        shown = self.answers.get("name_shown") or self.NameShown.NONE
        if shown == self.NameShown.NAME:
            return self.teller
        return self.teller.split(" ")[0] if shown == self.NameShown.FIRST else ""

    @property
    def told(self):
        """The answers, with the key of the photograph, as they are sent."""
        return {**self.answers, "photo": self.photo_id} if self.photo_id else dict(self.answers)

    @cached_property
    def meter(self):
        return Meter(told_in({**self.answers, "toolkit": self.toolkit_id}))

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def can_be_changed(self):
        """Whether its author may write in it: until it is declined, and again while readers see it."""
        return self.status in (self.Status.DRAFT, self.Status.SENT, self.Status.ASKED) or self.is_on_site

    @property
    def is_on_site(self):
        """Whether readers see it. What its author changes then is a proposal beside the page that they see."""
        return self.page is not None and self.page.live

    @property
    def is_in_reading(self):
        """Whether it was sent, and nobody has decided yet."""
        return self.status in (self.Status.SENT, self.Status.ASKED)

    @property
    def is_taken_down(self):
        return self.status == self.Status.PUBLISHED and not self.is_on_site

    @property
    def has_unsent_changes(self):
        return not self.is_draft and self.told != self.sent_answers

    @property
    def can_be_sent_anew(self):
        """Whether its author has written a change that nobody was sent yet, or that was not taken."""
        return self.has_unsent_changes and self.can_be_changed

    def may_be_written_by(self, user):
        """Return whether `user` tells it, or notes it down for somebody."""
        return user.pk is not None and user.pk in (self.author_id, self.noted_by_id)


class StoryNote(models.Model):
    """A question to the author, or an answer to one. Only the author and the readers see it."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_question = models.BooleanField(default=False)
    text = models.TextField(max_length=4000)
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("note on a story")
        verbose_name_plural = _("notes on stories")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return self.text[:60]


class StoryOverlap(models.Model):
    """What was in an answer when another device wrote something else there: both are kept until the author chooses."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="overlaps")
    name = models.CharField(max_length=40)
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("other version of an answer")
        verbose_name_plural = _("other versions of answers")
        ordering = ["created_at", "pk"]

    def __str__(self):
        return self.text[:60]
