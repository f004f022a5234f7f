"""Case studies: what was tried, with whom, what changed, and what did not work."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page

from hub.blocks import BodyStreamBlock
from hub.blocks.text import TEXT_FEATURES
from hub.kinds import Kind
from hub.listings import IndexPageMixin, ListingForm
from hub.models import BasePage


class Payment(models.TextChoices):
    PAID = "paid", _("Paid")
    EXPENSES = "expenses", _("Expenses only")
    UNPAID = "unpaid", _("Not paid")


class CaseStudyListingForm(ListingForm):
    """The kind of a case study is how the people who took part were paid."""

    kinds = Payment.choices
    any_kind = _("Paid or not")

    def __init__(self, data):
        super().__init__(data)
        self.fields["kind"].label = _("Were people paid?")

    def filter_kind(self, pages, kind):
        return pages.filter(casestudypage__payment=kind)


class CaseStudyIndexPage(IndexPageMixin, BasePage):
    listing_form = CaseStudyListingForm

    parent_page_types = ["hub.HomePage"]
    subpage_types = ["casestudies.CaseStudyPage"]

    class Meta:
        verbose_name = _("list of case studies")

    def get_pages(self, request):
        return super().get_pages(request).order_by("-last_published_at", "-pk")


class CaseStudyPage(BasePage):
    kind = Kind.CASE_STUDY

    organisation = models.CharField(_("who led it"), max_length=160, blank=True)
    where = models.CharField(
        _("where"), max_length=160, blank=True, help_text=_("A place people know, such as Peckham.")
    )
    started_on = models.DateField(_("started"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True, help_text=_("Empty if it is still going."))

    who_took_part = RichTextField(_("who took part"), features=TEXT_FEATURES, blank=True)
    how_people_were_found = RichTextField(_("how they were found"), features=TEXT_FEATURES, blank=True)
    people_count = models.PositiveIntegerField(_("how many people"), null=True, blank=True)
    payment = models.CharField(_("were they paid"), max_length=20, choices=Payment, blank=True)
    payment_note = models.CharField(_("how they were paid"), max_length=200, blank=True)

    body = StreamField(BodyStreamBlock(), verbose_name=_("what happened"), blank=True)
    what_changed = RichTextField(_("what changed"), features=TEXT_FEATURES, blank=True)
    what_did_not_work = RichTextField(_("what did not work"), features=TEXT_FEATURES, blank=True)
    what_we_would_do_differently = RichTextField(_("what we would do differently"), features=TEXT_FEATURES, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            ["organisation", "where", FieldRowPanel(["started_on", "ended_on"])], heading=_("Where and when")
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
        "body",
        MultiFieldPanel(
            ["what_changed", "what_did_not_work", "what_we_would_do_differently"], heading=_("What came of it")
        ),
        InlinePanel("toolkits_used", heading=_("Toolkits used"), label=_("toolkit")),
        *BasePage.about_panels,
        FieldPanel("is_open_for_comments"),
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
            )
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        chosen = [use.toolkit_id for use in self.toolkits_used.all()]
        shown = BasePage.objects.live().public().filter(pk__in=chosen)
        context["toolkits"] = sorted(shown, key=lambda page: chosen.index(page.pk))
        return context

    def card_facts(self):
        return [fact for fact in (self.where, str(self.started_on.year) if self.started_on else "") if fact]

    def structured_data(self):
        data = super().structured_data() | {"@type": "Article", "headline": self.title, "genre": "case study"}
        if self.where:
            data["contentLocation"] = {"@type": "Place", "name": self.where}
        return data


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
