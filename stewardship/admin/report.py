"""All pages that are kept true, in one report."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView

from ..models import Stewardship


class StewardshipReportView(ReportView):
    page_title = _("Who keeps it true")
    header_icon = "check"
    model = Stewardship
    index_url_name = "stewardship_report"
    index_results_url_name = "stewardship_report_results"


def urls():
    """Return the addresses of the report, for Wagtail's admin."""
    view = StewardshipReportView
    return [
        path("reports/stewardship/", view.as_view(), name="stewardship_report"),
        path("reports/stewardship/results/", view.as_view(results_only=True), name="stewardship_report_results"),
    ]
