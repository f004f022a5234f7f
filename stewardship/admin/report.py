"""All pages that are kept true, in one report: by whom, when they were checked, what is due."""

import django_filters
from django.shortcuts import redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from hub.cells import csv_cell, plain_cell
from hub.letters import public_address
from members.models import User

from .. import actions
from ..actions import Place, StewardshipError
from ..emails import EDIT
from ..forms import BulkOwnerForm
from ..models import Stewardship

editors_only = permission_required(EDIT)


def people_who(relation):
    """Return a function that gives the members who are `relation` of a page, for a filter."""

    def people(request):
        return User.objects.filter(pk__in=Stewardship.objects.values(relation)).order_by("name", "pk")

    return people


class StewardshipFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        method="filter_state",
        empty_label=gettext_lazy("All"),
        choices=[
            ("due", gettext_lazy("Due, or overdue")),
            ("overdue", gettext_lazy("Overdue for four weeks or more")),
            ("changing", gettext_lazy("Being changed")),
            ("without-owner", gettext_lazy("Without an owner")),
            ("without-deputy", gettext_lazy("Without a deputy")),
            ("never", gettext_lazy("Never checked")),
        ],
    )
    owner = django_filters.ModelChoiceFilter(queryset=people_who("owner"), label=gettext_lazy("Looked after by"))
    deputy = django_filters.ModelChoiceFilter(queryset=people_who("deputy"), label=gettext_lazy("Deputy"))

    class Meta:
        model = Stewardship
        fields = ["state", "owner", "deputy"]

    def filter_state(self, rows, name, state):
        return {
            "due": lambda: rows.due(),
            "overdue": lambda: rows.due(for_days=28),
            "changing": lambda: rows.exclude(changing_since=None),
            "without-owner": lambda: rows.without_owner(),
            "without-deputy": lambda: rows.filter(deputy=None),
            "never": lambda: rows.filter(checked_on=None),
        }[state]()


class CheckboxColumn(Column):
    """Marks rows for the form below the table, which stands outside of it."""

    cell_template_name = "stewardship/admin/checkbox_cell.html"


class DayColumn(Column):
    """A day, also one to come, of which Wagtail's own column would say "just now"."""

    def get_value(self, instance):
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else "–"


class PageColumn(Column):
    cell_template_name = "stewardship/admin/page_cell.html"


class OwnerColumn(Column):
    cell_template_name = "stewardship/admin/owner_cell.html"


class StateColumn(Column):
    cell_template_name = "stewardship/admin/state_cell.html"


class StewardshipReportView(ReportView):
    template_name = "stewardship/admin/report.html"
    page_title = gettext_lazy("Who keeps it true")
    header_icon = "check"
    model = Stewardship
    permission_policy = ModelPermissionPolicy(Stewardship)
    permission_required = "change"
    index_url_name = "stewardship_report"
    index_results_url_name = "stewardship_report_results"
    filterset_class = StewardshipFilterSet
    default_ordering = "next_check_on"
    is_searchable = False
    no_results_message = gettext_lazy("There is no such page.")
    export_filename = "who-keeps-it-true"
    custom_value_preprocess = ReportView.custom_value_preprocess | {str: {"csv": csv_cell, "xlsx": plain_cell}}
    export_headings = {
        "page": gettext_lazy("Page"),
        "address": gettext_lazy("Address"),
        "owner": gettext_lazy("Looked after by"),
        "owner_email": gettext_lazy("E-mail"),
        "role": gettext_lazy("As what"),
        "deputy": gettext_lazy("Deputy"),
        "interval": gettext_lazy("Months between checks"),
        "checked_on": gettext_lazy("Checked on"),
        "checked_by": gettext_lazy("Checked by"),
        "next_check_on": gettext_lazy("Next check on"),
        "state": gettext_lazy("State"),
    }
    list_export = list(export_headings)

    def order_queryset(self, queryset):
        ordered = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "pk")  # rows of one day are on one page of the list only

    def to_row_dict(self, row):
        """Return the cells of a row as plain texts and days, so that each is made safe for spreadsheets."""
        return {
            "page": row.page.title,
            "address": public_address(row.page),
            "owner": str(row.owner or ""),
            "owner_email": row.owner.email if row.owner else "",
            "role": row.role,
            "deputy": str(row.deputy or ""),
            "interval": row.interval,
            "checked_on": row.checked_on,
            "checked_by": str(row.checked_by or ""),
            "next_check_on": row.next_check_on,
            "state": str(row.state_in_words),
        }

    @property
    def columns(self):
        return [
            CheckboxColumn("row", label=_("Choose")),
            PageColumn("page", label=_("Page"), sort_key="page__title"),
            OwnerColumn("owner", label=_("Looked after by"), sort_key="owner__name"),
            Column("deputy", label=_("Deputy"), sort_key="deputy__name"),
            DayColumn("checked_on", label=_("Checked on"), sort_key="checked_on"),
            DayColumn("next_check_on", label=_("Next check on"), sort_key="next_check_on"),
            StateColumn("state", label=_("State")),
        ]

    def get_base_queryset(self):
        return Stewardship.objects.with_people().exclude(page=None).select_related("page__locale")

    def get_queryset(self):
        return self.order_queryset(self.get_base_queryset())

    def get_context_data(self, **kwargs):
        rows = Stewardship.objects.exclude(page=None)
        return super().get_context_data(
            bulk_form=BulkOwnerForm(),
            counts={
                "all": rows.count(),
                "due": rows.due().count(),
                "without_owner": rows.without_owner().count(),
            },
            here=self.request.get_full_path(),
            **kwargs,
        )


@require_POST
@editors_only
def change_owner(request):
    """Give the rows that were chosen another owner, all at once."""
    form = BulkOwnerForm(request.POST)
    chosen = [pk for pk in request.POST.getlist("row") if _is_key(pk)]
    rows = Stewardship.objects.exclude(page=None).filter(pk__in=chosen)
    rows = list(rows.select_related("page", "owner", "deputy").order_by("pk"))
    if not form.is_valid():
        messages.error(request, _("Choose who looks after the pages."))
    elif not rows:
        messages.error(request, _("Choose at least one page."))
    else:
        try:
            taken, _left = actions.hand_over(
                stewardships=rows, to=form.cleaned_data["owner"], by=request.user, place=Place.ADMIN
            )
        except StewardshipError as error:
            messages.error(request, str(error))
        else:
            told = ngettext(
                "%(name)s looks after %(number)d page more.", "%(name)s looks after %(number)d pages more.", len(taken)
            )
            messages.success(request, told % {"name": form.cleaned_data["owner"], "number": len(taken)})
    return redirect(back_from(request))


def _is_key(text):
    return text.isdecimal() and len(text) < 19


def back_from(request):
    """Return where the reader came from, if that is a screen of the admin."""
    there = request.POST.get("next", "")
    return there if there.startswith(reverse("wagtailadmin_home")) else reverse("stewardship_report")


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(EDIT)


def menu_item():
    """Return the item for the menu of reports."""
    return ReportMenuItem(
        gettext_lazy("Who keeps it true"),
        reverse_lazy("stewardship_report"),
        name="stewardship",
        icon_name="check",
        order=50,
    )


def urls():
    """Return the addresses of the report, for Wagtail's admin."""
    view = StewardshipReportView
    return [
        path("reports/stewardship/", view.as_view(), name="stewardship_report"),
        path("reports/stewardship/results/", view.as_view(results_only=True), name="stewardship_report_results"),
        path("reports/stewardship/owner/", change_owner, name="stewardship_change_owner"),
    ]
