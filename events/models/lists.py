"""The list of events, and how readers narrow it."""

from itertools import groupby

from django import forms
from django.db import models
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from hub.listings import IndexPageMixin, ListingForm
from hub.models import BasePage

from .pages import EventPage

NOT_A_DAY = _("We could not read this day. Write it like 2026-04-19.")


class EventListingForm(ListingForm):
    """Which events to list. Without a choice: those to come, or, where days were chosen, all of those days."""

    UPCOMING, PAST, ALL = "upcoming", "past", "all"

    kinds = EventPage.EventKind.choices
    any_kind = _("Every kind of event")

    when = forms.ChoiceField(
        label=_("When"),
        required=False,
        choices=[(UPCOMING, _("Still to come")), (PAST, _("Over")), (ALL, _("All"))],
        error_messages=ListingForm.UNKNOWN,
    )
    since = forms.DateField(
        label=_("From"),
        required=False,
        error_messages={"invalid": NOT_A_DAY},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    until = forms.DateField(
        label=_("Until"),
        required=False,
        error_messages={"invalid": NOT_A_DAY},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    where = forms.ChoiceField(
        label=_("In person or online"),
        required=False,
        choices=[
            ("", _("Either")),
            (EventPage.Format.IN_PERSON, _("In person")),
            (EventPage.Format.ONLINE, _("Online")),
        ],
        error_messages=ListingForm.UNKNOWN,
    )

    field_order = ["when", "since", "until", "theme", "area", "kind", "where"]

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("since"), cleaned.get("until")
        if first and last and last < first:
            self.add_error("until", _("This day is before the first one."))
        return cleaned

    def filter(self, pages):
        chosen = self.cleaned_data
        pages = super().filter(pages)
        if chosen.get("where"):
            pages = pages.filter(event_format__in=[chosen["where"], EventPage.Format.BOTH])
        if chosen.get("since"):
            pages = pages.filter(ends_at__date__gte=chosen["since"])
        if chosen.get("until"):
            pages = pages.filter(starts_at__date__lte=chosen["until"])
        if self.part == self.UPCOMING:
            return pages.upcoming()
        if self.part == self.PAST:
            return pages.past()
        return pages.order_by("starts_at", "pk")

    def filter_area(self, pages, area):
        """Return the events about an area, and those held in it."""
        about = super().filter_area(pages, area).values("pk")
        return pages.filter(models.Q(pk__in=about) | models.Q(venue__area__slug=area))

    def filter_kind(self, pages, kind):
        return pages.filter(event_kind=kind)

    @property
    def part(self):
        """Which part of the calendar is listed."""
        has_days = self.cleaned_data.get("since") or self.cleaned_data.get("until")
        return self.cleaned_data.get("when") or (self.ALL if has_days else self.UPCOMING)

    @cached_property
    def active_filters(self):
        days = [
            (name, self.fields[name].label, date_format(self.cleaned_data[name], "DATE_FORMAT"))
            for name in ("since", "until")
            if self.cleaned_data.get(name)
        ]
        chosen = [one for one in super().active_filters if one[0] != "when" or self.part != self.UPCOMING]
        return chosen + days


class EventIndexPage(IndexPageMixin, BasePage):
    listing_form = EventListingForm

    parent_page_types = ["hub.HomePage"]
    subpage_types = ["events.EventPage"]

    class Meta:
        verbose_name = _("list of events")

    def get_pages(self, request):
        pages = super().get_pages(request).values("pk")
        return EventPage.objects.filter(pk__in=pages).select_related("venue").with_places()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        events = context["listing"].page_obj.object_list
        context["days"] = [
            (day, list(of_day)) for day, of_day in groupby(events, key=lambda event: event.local_start.date())
        ]
        return context
