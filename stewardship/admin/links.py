"""The links that no longer answer, in the admin."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from hub.cells import csv_cell, plain_cell
from hub.today import back_from

from .. import links
from ..models import OutgoingLink, Stewardship
from .report import DayColumn, ReportMenuItem, editors_only


class LinkColumn(Column):
    cell_template_name = "stewardship/admin/link_cell.html"


class DeadLinksView(ReportView):
    template_name = "stewardship/admin/dead_links.html"
    page_title = gettext_lazy("Links that no longer answer")
    header_icon = "link-external"
    model = OutgoingLink
    permission_policy = ModelPermissionPolicy(Stewardship)
    permission_required = "change"
    index_url_name = "dead_links"
    index_results_url_name = "dead_links_results"
    default_ordering = "first_failed_on"
    is_searchable = False
    no_results_message = gettext_lazy("Every link answers.")
    export_filename = "dead-links"
    custom_value_preprocess = ReportView.custom_value_preprocess | {str: {"csv": csv_cell, "xlsx": plain_cell}}
    export_headings = {
        "url": gettext_lazy("Address"),
        "pages": gettext_lazy("Pages"),
        "problem": gettext_lazy("Problem"),
        "first_failed_on": gettext_lazy("Dead since"),
    }
    list_export = list(export_headings)

    @property
    def columns(self):
        return [
            LinkColumn("url", label=_("Address")),
            Column("problem", label=_("Problem"), accessor="get_problem_display"),
            DayColumn("first_failed_on", label=_("Dead since"), sort_key="first_failed_on"),
        ]

    def get_base_queryset(self):
        return OutgoingLink.objects.dead().prefetch_related("pages")

    def get_queryset(self):
        return self.order_queryset(self.get_base_queryset())

    def to_row_dict(self, link):
        return {
            "url": link.url,
            "pages": "; ".join(page.title for page in link.pages.all()),
            "problem": link.get_problem_display(),
            "first_failed_on": link.first_failed_on,
        }


@require_POST
@editors_only
def ask_again(request, pk):
    links.ask_again(get_object_or_404(OutgoingLink, pk=pk))
    messages.success(request, _("The link is asked again soon. If it fails on three days, it is back here."))
    return redirect(back_from(request, "dead_links"))


@require_POST
@editors_only
def leave(request, pk):
    links.leave(get_object_or_404(OutgoingLink, pk=pk), by=request.user)
    messages.success(request, _("The link stays as it is."))
    return redirect(back_from(request, "dead_links"))


def urls():
    """Return the addresses of the report, for Wagtail's admin."""
    view = DeadLinksView
    return [
        path("reports/dead-links/", view.as_view(), name="dead_links"),
        path("reports/dead-links/results/", view.as_view(results_only=True), name="dead_links_results"),
        path("reports/dead-links/<int:pk>/again/", ask_again, name="ask_link_again"),
        path("reports/dead-links/<int:pk>/leave/", leave, name="leave_link"),
    ]


def menu_item():
    """Return the item for the menu of reports."""
    return ReportMenuItem(
        DeadLinksView.page_title,
        reverse_lazy("dead_links"),
        name="dead-links",
        icon_name=DeadLinksView.header_icon,
        order=60,
    )
