"""One page that is kept true, in the admin: who looks after it, what was said, still right; and members who leave."""

from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .. import actions
from ..actions import Place, StewardshipError
from ..forms import BulkOwnerForm, StewardshipForm
from ..models import Stewardship
from .report import StewardshipReportView, back_from, editors_only


@method_decorator(editors_only, name="dispatch")
class Screen(WagtailAdminTemplateMixin, TemplateView):
    _show_breadcrumbs = True
    header_icon = "check"

    def get_breadcrumbs_items(self):
        report = {"url": reverse("stewardship_report"), "label": StewardshipReportView.page_title}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.get_page_title()}]


class EditView(Screen):
    """Say who looks after one page, and see what was said about it."""

    template_name = "stewardship/admin/edit.html"

    @cached_property
    def row(self):
        rows = Stewardship.objects.with_people().exclude(page=None).select_related("page")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self):
        return str(self.row)

    def get_context_data(self, form=None, **kwargs):
        return super().get_context_data(
            stewardship=self.row,
            form=form or StewardshipForm(stewardship=self.row),
            checks=self.row.checks.select_related("said_by")[:50],
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        form = StewardshipForm(request.POST, stewardship=self.row)
        if form.is_valid():
            try:
                form.save(by=request.user)
            except StewardshipError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Saved. It holds at once."))
                return redirect("stewardship_report")
        return self.render_to_response(self.get_context_data(form=form))


@require_POST
@editors_only
def confirm(request, pk):
    """Mark a page as checked today by an editor."""
    row = get_object_or_404(Stewardship.objects.exclude(page=None), pk=pk)
    actions.confirm(stewardship=row, by=request.user, place=Place.ADMIN)
    change = messages.button(reverse("stewardship_edit", args=[row.pk]), _("Change this"))
    messages.success(request, _("“%(title)s” is marked as checked today.") % {"title": row}, buttons=[change])
    return redirect(back_from(request))


class HandOverView(Screen):
    """Hand over all pages of a member who leaves."""

    template_name = "stewardship/admin/hand_over.html"
    page_title = gettext_lazy("Hand over all pages of a member")

    @cached_property
    def member(self):
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])

    @property
    def rows(self):
        return Stewardship.objects.of(self.member).exclude(page=None).select_related("page", "deputy").order_by("pk")

    def get_context_data(self, form=None, **kwargs):
        form = form or BulkOwnerForm(is_required=False)
        return super().get_context_data(member=self.member, rows=list(self.rows), form=form, **kwargs)

    def post(self, request, *args, **kwargs):
        form = BulkOwnerForm(request.POST, is_required=False)
        if form.is_valid() and form.cleaned_data["owner"] == self.member:
            form.add_error("owner", _("Choose somebody else: these pages are theirs already."))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        taken, left = actions.hand_over(
            stewardships=list(self.rows), to=form.cleaned_data["owner"], by=request.user, place=Place.ADMIN
        )
        messages.success(
            request,
            _("Handed over: %(taken)d. Without an owner now: %(left)d.") % {"taken": len(taken), "left": len(left)},
        )
        return redirect("stewardship_report")


def urls():
    """Return the addresses of these screens, for Wagtail's admin."""
    return [
        path("reports/stewardship/<int:pk>/", EditView.as_view(), name="stewardship_edit"),
        path("reports/stewardship/<int:pk>/confirm/", confirm, name="stewardship_confirm"),
        path("reports/stewardship/members/<int:pk>/", HandOverView.as_view(), name="stewardship_hand_over"),
    ]
