"""Files that the search could not read, for those who may change them: why, and what to do about it."""

from functools import partial

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.documents.permissions import permission_policy

from hub.today import back_from

from ..models import Attachment
from .keeping import read_again
from .tasks import read_attachment


def attachments_of(user):
    """Return what is known of the documents that `user` may change."""
    documents = permission_policy.instances_user_has_permission_for(user, "change")
    return Attachment.objects.filter(document__in=documents.values("pk")).select_related("document")


class ReadAgainColumn(Column):
    """A button; it has its own form, so that nothing changes by following a link."""

    cell_template_name = "search/admin/read_again_cell.html"


class UnreadableFilesView(ReportView):
    page_title = gettext_lazy("Files that cannot be read")
    header_icon = "doc-full-inverse"
    index_url_name = "unreadable_files"
    index_results_url_name = "unreadable_files_results"
    permission_policy = permission_policy
    permission_required = "change"
    model = Attachment
    no_results_message = gettext_lazy("Every file could be read.")
    default_ordering = "document__title"
    list_export = ["document.title", "document.filename", "trouble", "read_at"]
    export_headings = {
        "document.title": gettext_lazy("Document"),
        "document.filename": gettext_lazy("File"),
        "trouble": gettext_lazy("Why, and what to do"),
        "read_at": gettext_lazy("Tried"),
    }

    @property
    def columns(self):
        return [
            TitleColumn(
                "document",
                label=_("Document"),
                accessor="document.title",
                get_url=lambda attachment: reverse("wagtaildocs:edit", args=[attachment.document_id]),
            ),
            Column("file", label=_("File"), accessor="document.filename"),
            Column("trouble", label=_("Why, and what to do")),
            DateColumn("read_at", label=_("Tried")),
            ReadAgainColumn("again", label=_("Read again")),
        ]

    def get_base_queryset(self):
        return attachments_of(self.request.user).in_trouble().order_by("document__title", "pk")

    def get_queryset(self):
        return self.get_base_queryset()


@require_POST
def read_file_again(request, pk):
    """Put one of the files in the queue once more. One that was read, or waits, stays as it is."""
    attachment = get_object_or_404(attachments_of(request.user), pk=pk)
    if attachment.is_in_trouble:
        with transaction.atomic():
            read_again(attachment)
            transaction.on_commit(partial(read_attachment.enqueue, attachment.document_id))
    messages.success(
        request,
        _("“%(title)s” is being read again. If that does not help, it is back in this list in a minute.")
        % {"title": attachment.document.title},
    )
    return redirect(back_from(request, "unreadable_files"))


def urls():
    """Return the addresses of the report, for Wagtail's admin."""
    view = UnreadableFilesView
    return [
        path("reports/unreadable-files/", view.as_view(), name="unreadable_files"),
        path("reports/unreadable-files/results/", view.as_view(results_only=True), name="unreadable_files_results"),
        path("reports/unreadable-files/<int:pk>/read-again/", read_file_again, name="read_file_again"),
    ]


class UnreadableFilesMenuItem(MenuItem):
    def is_shown(self, request):
        return permission_policy.user_has_permission(request.user, "change")


def menu_item():
    """Return the item for the menu of reports."""
    return UnreadableFilesMenuItem(
        gettext_lazy("Files that cannot be read"),
        reverse_lazy("unreadable_files"),
        name="unreadable-files",
        icon_name="doc-full-inverse",
        order=1300,
    )
