"""The list of case studies: narrowed by filters, as cards, or along the years."""

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.listings import IndexPageMixin, ListingForm, TermField
from hub.models import BasePage

from .methods import Method
from .pages import CaseStudyPage, Payment, Scale

YEARS_ON_A_PAGE = 120  # lines of the timeline


class CaseStudyListingForm(ListingForm):
    """The kind of a case study is how the people who took part were paid."""

    TIMELINE = "timeline"

    kinds = Payment.choices
    any_kind = _("Paid or not")

    method = TermField(Method, label=_("Method"), error_messages=ListingForm.UNKNOWN)
    year = forms.ChoiceField(label=_("Year"), required=False, error_messages=ListingForm.UNKNOWN)
    scale = forms.ChoiceField(
        label=_("How large"),
        required=False,
        choices=[("", _("Small or large")), *Scale.choices],
        error_messages=ListingForm.UNKNOWN,
    )
    show = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    field_order = ["theme", "area", "method", "year", "scale", "kind", "show"]

    def __init__(self, data):
        # Before `ListingForm` checks what was chosen: the fields of a form are copied when it is made.
        self.years = [(str(year), str(year)) for year in years_of_case_studies()]
        super().__init__(data)

    def full_clean(self):
        self.fields["kind"].label = _("Were people paid?")
        self.fields["method"].load(_("Every method"))
        self.fields["year"].choices = [("", _("Every year")), *self.years]
        super().full_clean()

    @property
    def is_timeline(self):
        return self.cleaned_data.get("show") == self.TIMELINE

    def filter(self, pages):
        pages = super().filter(pages)
        chosen = self.cleaned_data
        if chosen.get("method"):
            pages = pages.filter(
                casestudypage__methods__slug=chosen["method"],
                casestudypage__methods__locale__language_code=settings.LANGUAGE_CODE,
            )
        if chosen.get("year"):
            pages = pages.filter(casestudypage__started_on__year=int(chosen["year"]))
        if chosen.get("scale"):
            pages = pages.filter(casestudypage__scale=chosen["scale"])
        return pages

    def filter_kind(self, pages, kind):
        return pages.filter(casestudypage__payment=kind)


def years_of_case_studies():
    """Return the years in which public case studies began, the last one first."""
    began = CaseStudyPage.objects.live().public().exclude(started_on=None)
    return [day.year for day in began.order_by().dates("started_on", "year", order="DESC")]


class Timeline:
    """Case studies by the year in which they began, the latest first; those without a year at the end."""

    def __init__(self, request, pages, form):
        self.form = form
        pages = form.filter(pages).order_by(models.F("casestudypage__started_on").desc(nulls_last=True), "-pk")
        self.page_obj = Paginator(pages, YEARS_ON_A_PAGE).get_page(request.GET.get("page"))
        self.page_obj.object_list = [page.as_kind for page in self.page_obj.object_list]

    @property
    def count(self):
        return self.page_obj.paginator.count

    @property
    def years(self):
        """The years in order, each with its case studies; None for those that do not say when they began."""
        years = {}
        for page in self.page_obj.object_list:
            years.setdefault(page.started_on.year if page.started_on else None, []).append(page)
        return list(years.items())


class CaseStudyIndexPage(IndexPageMixin, BasePage):
    listing_form = CaseStudyListingForm

    parent_page_types = ["hub.HomePage"]
    subpage_types = ["casestudies.CaseStudyPage"]

    class Meta:
        verbose_name = _("list of case studies")

    def get_pages(self, request):
        return super().get_pages(request).order_by("-last_published_at", "-pk")

    def shown_pages(self, request):
        """Return the pages that everybody sees in this list, in the reader's language."""
        return self.get_pages(request).live().public().in_active_language(get_language())

    def get_context(self, request, *args, **kwargs):
        if request.GET.get("show") != CaseStudyListingForm.TIMELINE:
            return super().get_context(request, *args, **kwargs)
        context = super(IndexPageMixin, self).get_context(request, *args, **kwargs)
        pages = self.shown_pages(request).for_compact_cards()
        context["listing"] = Timeline(request, pages, self.listing_form(request.GET))
        return context
