"""Promoted results in the admin: what is shown now, later or no more, and what cannot be shown."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Answer, Entry, PromotedResult
from .synonyms import AnsweringCreateView


class CreatePromotedView(AnsweringCreateView):
    answer_kind = Answer.Kind.PROMOTED
    filled_in = "phrases"


class PromotedIndexView(IndexView):
    def get_base_queryset(self):
        entry = Entry.objects.for_audiences([]).filter(
            thing_id=OuterRef("page_id"), thing_type_id=OuterRef("page__content_type_id")
        )
        return super().get_base_queryset().select_related("page").annotate(is_found=Exists(entry))


def target(promoted):
    """Return what a promoted result leads to."""
    return promoted.page.title if promoted.page else promoted.address or _("A note alone")


def warning(promoted):
    """Return why a promoted result is not shown to everybody, or an empty text."""
    if promoted.page is None or promoted.is_found:
        return ""
    if not promoted.page.live:
        return _("Its page is not published, so nobody sees this.")
    return _("Its page is not for everybody, or has run out. Only those who may read it see this.")


class WarningColumn(Column):
    cell_template_name = "search/admin/warning_cell.html"


class PromotedViewSet(ModelViewSet):
    model = PromotedResult
    icon = "pick"
    menu_label = gettext_lazy("Promoted results")
    add_view_class = CreatePromotedView
    index_view_class = PromotedIndexView
    copy_view_enabled = False
    list_display = [
        "__str__",
        Column("target", label=gettext_lazy("Leads to"), accessor=target),
        "language",
        Column("state", label=gettext_lazy("State")),
        "starts_on",
        "ends_on",
        WarningColumn("warning", label=gettext_lazy("To look at"), accessor=warning),
    ]
    list_filter = ["language"]
    search_fields = ["phrases", "title", "note", "page__title"]
    search_backend_name = None
    list_per_page = 50
    panels = [
        "phrases",
        "language",
        MultiFieldPanel(["page", "address", "title", "note"], heading=gettext_lazy("What is shown")),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], heading=gettext_lazy("When")),
        "sort_order",
    ]
