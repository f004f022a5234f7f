"""The grades that staff gave to results: to look at, to take away, and to measure by."""

from django.http import HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_required
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from ..judging import as_lines
from ..models import Entry, Judgement


class JudgementPermissionPolicy(ModelPermissionPolicy):
    """Grades are given on the results page, where the result is seen."""

    def user_has_permission(self, user, action):
        return action in ("view", "delete") and super().user_has_permission(user, action)


class JudgementIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("judged_by")

    @property
    def header_buttons(self):
        return [HeaderButton(_("Download for measuring"), url=reverse("search_judgements:lines"), icon_name="download")]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = list(context["object_list"])
        entries = Entry.objects.visible_to(self.request.user).filter(thing_id__in=[row.thing_id for row in rows])
        titles = {
            (kind, thing): title for kind, thing, title in entries.values_list("thing_type_id", "thing_id", "title")
        }
        for row in context["object_list"]:
            row.thing_title = titles.get((row.thing_type_id, row.thing_id), _("Not there any more"))
        return context


@permission_required("search.view_judgement")
def download_judgements(request):
    """Answer with the judgements, a line of JSON for each question."""
    response = HttpResponse(
        "".join(f"{line}\n" for line in as_lines()), content_type="application/jsonl; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="judgements.jsonl"'
    return response


class JudgementViewSet(ModelViewSet):
    model = Judgement
    icon = "tick"
    menu_label = gettext_lazy("Grades of results")
    index_view_class = JudgementIndexView
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["grade"]
    list_display = [
        "question",
        "language",
        Column("thing_title", label=gettext_lazy("Result")),
        Column("grade", label=gettext_lazy("Grade"), accessor="get_grade_display"),
        Column("judged_by", label=gettext_lazy("Judged by")),
        DateColumn("judged_at", label=gettext_lazy("When")),
    ]
    list_filter = ["language", "grade"]
    search_fields = ["question"]
    search_backend_name = None
    list_per_page = 50

    @property
    def permission_policy(self):
        return JudgementPermissionPolicy(self.model)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("judgements.jsonl", download_judgements, name="lines")]
