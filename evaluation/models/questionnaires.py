"""Questionnaires as editors write them, and the versions that publishing freezes."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PublishingPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from hub.kinds import Kind

from ..blocks import SectionsStreamBlock
from ..content import Content, frozen

# Parts of addresses below /self-evaluation/ that are taken.
TAKEN = {"mine", "join", "confirm", "reminders", "lost-link"}


def refuse_taken(slug):
    """Raise `ValidationError` for an address that leads elsewhere."""
    if slug in TAKEN:
        raise ValidationError(_("This address is taken. Choose another one."))


class QuestionnaireQuerySet(models.QuerySet):
    def published(self):
        """Return the questionnaires that everybody may read and answer."""
        return self.filter(live=True, versions__isnull=False).distinct()


class Questionnaire(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A self-evaluation. What editors save is a draft; publishing freezes it as the next version, which is answered."""

    kind = Kind.TOOLKIT

    title = models.CharField(_("title"), max_length=120, help_text=_("What it evaluates."))
    slug = models.SlugField(
        _("address part"), max_length=100, unique=True, validators=[refuse_taken],
        help_text=_("The last part of its address."),
    )  # fmt: skip
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One or two plain sentences."))
    introduction = models.TextField(
        _("before you begin"),
        blank=True,
        max_length=4000,
        help_text=_("Who should answer, how long it takes, what it is good for. Plain text."),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    sections = StreamField(SectionsStreamBlock(), verbose_name=_("sections"))

    objects = QuestionnaireQuerySet.as_manager()

    panels = [
        TitleFieldPanel("title", targets=["slug"]),
        FieldRowPanel(["slug", "language"]),
        "summary",
        "introduction",
        FieldPanel("sections"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("evaluation:questionnaire", args=[self.slug])

    @cached_property
    def newest(self):
        """The version that is answered now, or None while nothing is published."""
        return self.versions.order_by("-number").first()

    def known_keys(self):
        """Return the key that each lineage had last, over all versions."""
        keys = {}
        for version in self.versions.order_by("number"):
            for section in version.data["sections"]:
                keys |= {question["lineage"]: question["key"] for question in section["questions"]}
        return keys

    def get_preview_template(self, request, mode_name):
        return "evaluation/workbook.html"

    def get_preview_context(self, request, mode_name):
        content = Content(frozen(self.sections, {}))
        return {**super().get_preview_context(request, mode_name), "questionnaire": self, "content": content}


class FrozenError(TypeError):
    """Somebody tried to change a frozen version."""


class FrozenQuerySet(models.QuerySet):
    """Rows that are made once. The database has a trigger that refuses updates too."""

    def update(self, **kwargs):
        raise FrozenError("A frozen version cannot be changed.")

    def bulk_update(self, *args, **kwargs):
        raise FrozenError("A frozen version cannot be changed.")


class QuestionnaireVersion(models.Model):
    """What was published once. Nobody can change it: answers refer to it for years."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    data = models.JSONField()
    frozen_at = models.DateTimeField(_("published at"))

    objects = FrozenQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("version of a questionnaire")
        verbose_name_plural = _("versions of questionnaires")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "number"], name="one_version_of_each_number"),
        ]

    def __str__(self):
        return f"{self.questionnaire} {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise FrozenError("A frozen version cannot be changed.")
        super().save(*args, **kwargs)

    @cached_property
    def content(self):
        return Content(self.data)
