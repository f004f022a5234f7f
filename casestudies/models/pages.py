"""A case study: where, when, with whom, what changed and how one knows, what did not work, what came from where."""

from html import unescape

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page

from hub.blocks import BodyStreamBlock
from hub.blocks.text import TEXT_FEATURES
from hub.kinds import Kind
from hub.models import BasePage
from hub.models.pages import IN_SOURCE_LANGUAGE

from ..families import ancestors_of, family_of
from ..meter import Meter, told_by
from ..panels import MeterPanel
from .methods import Method

# Addresses of views that lie beside the case studies: a page with such an address part could not be opened.
TAKEN_SLUGS = {"share", "stories", "reading", "interview", "list.csv", "list.json"}


class Payment(models.TextChoices):
    PAID = "paid", _("Paid")
    EXPENSES = "expenses", _("Expenses only")
    UNPAID = "unpaid", _("Not paid")


class Scale(models.TextChoices):
    GROUP = "group", _("One group or project")
    ORGANISATION = "organisation", _("One organisation")
    PLACE = "place", _("A neighbourhood or a town")
    REGION = "region", _("A city or a region")
    NATION = "nation", _("A whole country")


class CaseStudyPage(BasePage):
    kind = Kind.CASE_STUDY

    byline = models.CharField(
        _("told by"),
        max_length=120,
        blank=True,
        help_text=_("The name that readers see, as the person wants it. Empty if they want none."),
    )
    organisation = models.CharField(_("who led it"), max_length=160, blank=True)
    where = models.CharField(
        _("where"), max_length=160, blank=True, help_text=_("A place people know, such as Peckham.")
    )
    started_on = models.DateField(_("started"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True, help_text=_("Empty if it is still going."))
    scale = models.CharField(
        _("how large"),
        max_length=20,
        choices=Scale,
        blank=True,
        help_text=_("How far it reached, so that others can tell whether it would fit them."),
    )

    who_took_part = RichTextField(_("who took part"), features=TEXT_FEATURES, blank=True)
    how_people_were_found = RichTextField(_("how they were found"), features=TEXT_FEATURES, blank=True)
    people_count = models.PositiveIntegerField(_("how many people"), null=True, blank=True)
    payment = models.CharField(_("were they paid"), max_length=20, choices=Payment, blank=True)
    payment_note = models.CharField(_("how they were paid"), max_length=200, blank=True)

    methods = ParentalManyToManyField(
        Method, verbose_name=_("methods"), blank=True, related_name="pages", limit_choices_to=IN_SOURCE_LANGUAGE
    )
    cost = models.CharField(
        _("what it cost"),
        max_length=200,
        blank=True,
        help_text=_("Money, and what was given for nothing. Such as: £4,200, and the hall for free."),
    )
    time_spent = models.CharField(
        _("how long it took"),
        max_length=200,
        blank=True,
        help_text=_("The time of staff and of those who took part. Such as: a day a week for a year."),
    )

    body = StreamField(BodyStreamBlock(), verbose_name=_("what happened"), blank=True)
    what_changed = RichTextField(_("what changed"), features=TEXT_FEATURES, blank=True)
    how_we_know = RichTextField(
        _("how we know"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("Who counted, asked or saw it, and when. “People told us” is an answer too."),
    )
    what_did_not_work = RichTextField(_("what did not work"), features=TEXT_FEATURES, blank=True)
    what_we_would_do_differently = RichTextField(_("what we would do differently"), features=TEXT_FEATURES, blank=True)
    advice = RichTextField(
        _("advice to others"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("What you would tell somebody who begins tomorrow."),
    )
    questions_before_copying = models.TextField(
        _("questions to ask before you copy this"),
        blank=True,
        max_length=2000,
        help_text=_("One question a line. Empty for the five that we ask of every case study."),
    )
    contact = models.CharField(
        _("whom to ask"),
        max_length=200,
        blank=True,
        help_text=_("Everybody can read it: a name and an address that you may publish."),
    )

    # A plain page would do, as for toolkits; this one says that it is a case study, which is what a family is made of.
    came_from = models.ForeignKey(
        "self",
        verbose_name=_("adapted from"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="adaptations",
        help_text=_("The case study that this one began with, if there is one."),
    )
    what_we_adapted = RichTextField(
        _("what we changed about it"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("What you kept, what you did in another way, and why."),
    )

    content_panels = [
        MeterPanel(heading=_("What is still missing")),
        *BasePage.content_panels,
        "byline",
        MultiFieldPanel(
            ["organisation", "where", FieldRowPanel(["started_on", "ended_on"]), "scale"], heading=_("Where and when")
        ),
        MultiFieldPanel(
            [
                "who_took_part",
                "how_people_were_found",
                "people_count",
                FieldRowPanel(["payment", "payment_note"]),
            ],
            heading=_("Who took part"),
        ),
        MultiFieldPanel(
            [FieldPanel("methods", widget=forms.CheckboxSelectMultiple), FieldRowPanel(["cost", "time_spent"])],
            heading=_("How it was done"),
        ),
        InlinePanel("toolkits_used", heading=_("Toolkits used"), label=_("toolkit")),
        "body",
        MultiFieldPanel(
            ["what_changed", "how_we_know", "what_did_not_work", "what_we_would_do_differently"],
            heading=_("What came of it"),
        ),
        MultiFieldPanel(["advice", "questions_before_copying", "contact"], heading=_("For those who come after")),
        MultiFieldPanel(
            [PageChooserPanel("came_from", "casestudies.CaseStudyPage"), "what_we_adapted"],
            heading=_("We adapted this"),
        ),
        *BasePage.about_panels,
        *BasePage.comment_panels,
    ]

    parent_page_types = ["casestudies.CaseStudyIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(started_on=None)
                | models.Q(ended_on__gte=models.F("started_on")),
                name="case_study_ends_after_it_starts",
                violation_error_message=_("A case study must end after it starts."),
            ),
            models.CheckConstraint(
                condition=models.Q(came_from=None) | ~models.Q(came_from=models.F("basepage_ptr")),
                name="case_study_does_not_come_from_itself",
                violation_error_message=_("A case study cannot be adapted from itself."),
            ),
        ]

    def clean(self):
        super().clean()
        if self.slug in TAKEN_SLUGS:
            raise ValidationError({"slug": _("The hub uses this address for something else. Choose another.")})
        self._check_descent()

    def _check_descent(self):
        """Raise `ValidationError` if this case would come from itself, directly or through others."""
        if not self.came_from_id:
            return
        if self.pk and self.pk == self.came_from_id:
            raise ValidationError({"came_from": _("A case study cannot be adapted from itself.")})
        if self.pk and self.pk in ancestors_of(self.came_from_id):
            raise ValidationError(
                {
                    "came_from": _(
                        "“%(title)s” was itself adapted from this case study, so this one cannot come from it. "
                        "Choose another, or change that one first."
                    )
                    % {"title": self.came_from.title}
                }
            )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["toolkits"] = self._public_toolkits()
        context["family"] = family_of(self)
        context["own_story"] = self._story_of(getattr(request, "user", None))
        return context

    def _story_of(self, user):
        """Return the story that this page came from, if `user` tells it. Whoever is not signed in costs no query."""
        story = getattr(self, "story", None) if self.pk and user and user.is_authenticated else None
        return story if story and story.may_be_written_by(user) else None

    def _public_toolkits(self):
        """Return the toolkits used that everybody may read, in their order: in one query, or two for a draft."""
        public = BasePage.objects.live().public()
        if not self.toolkits_used.is_deferring:
            return list(public.filter(uses__case_study=self.pk).order_by("uses__sort_order"))
        chosen = [use.toolkit_id for use in self.toolkits_used.all()]
        return sorted(public.filter(pk__in=chosen), key=lambda page: chosen.index(page.pk))

    @property
    def lead(self):
        """The summary, unless the text begins with the very same words: that of a story does."""
        first = self.body[0].value.source if self.body and self.body[0].block_type == "text" else ""
        return "" if _letters(first).startswith(_letters(self.summary).rstrip("…")) else self.summary

    @property
    def when(self):
        """The month, or from which month to which, in words; empty where it does not say when it began."""
        if not self.started_on:
            return ""
        began = date_format(self.started_on, "YEAR_MONTH_FORMAT")
        ended = date_format(self.ended_on, "YEAR_MONTH_FORMAT") if self.ended_on else _("still going")
        return began if began == ended else f"{began} – {ended}"

    def card_facts(self):
        return [fact for fact in (self.where, str(self.started_on.year) if self.started_on else "") if fact]

    def structured_data(self):
        data = super().structured_data() | {"@type": "Article", "headline": self.title, "genre": "case study"}
        if self.where:
            data["contentLocation"] = {"@type": "Place", "name": self.where}
        if self.byline:
            data["author"] = {"@type": "Person", "name": self.byline}
        return data

    @cached_property
    def ways(self):
        """The methods with their names in the active language, in one query."""
        return self._terms("methods", Method)

    @property
    def meter(self):
        """What is told and what is still missing, a `Meter`."""
        return Meter(told_by(self))

    @property
    def questions_to_ask(self):
        """What to ask oneself before copying this: the case's own questions, or those that we ask of every case."""
        own = [line.strip() for line in self.questions_before_copying.splitlines() if line.strip()]
        return own or QUESTIONS_BEFORE_COPYING


def _letters(text):
    """Return a text, also one with tags, without what lies between its words."""
    return "".join(unescape(strip_tags(text)).split())


QUESTIONS_BEFORE_COPYING = [
    _("Who here asked for it, and who would decide about it?"),
    _("What did they have that we do not: people, money, a room, trust?"),
    _("What did not work for them, and would it work for us?"),
    _("Who would be left out if we did it in the same way?"),
    _("Whom do we ask first, and how do we pay them?"),
]


class ToolkitUse(Orderable):
    """That a case study used a toolkit. Points at a plain page: the rooms of content do not know each other."""

    case_study = ParentalKey(CaseStudyPage, on_delete=models.CASCADE, related_name="toolkits_used")
    toolkit = models.ForeignKey(Page, verbose_name=_("toolkit"), on_delete=models.CASCADE, related_name="uses")

    panels = [PageChooserPanel("toolkit", "knowledge.ToolkitPage")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case_study", "toolkit"], name="one_use_of_a_toolkit_per_case_study")
        ]

    def __str__(self):
        return f"{self.case_study_id} used {self.toolkit_id}"
