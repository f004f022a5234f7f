"""Where moderators decide about comments: a list in Wagtail's admin, and a line about it on the admin's first page."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from hub.models import BasePage
from hub.today import back_from

from . import actions
from .actions import MODERATE, CommentError
from .models import PageComment, Report

moderators_only = permission_required(MODERATE)
COMMENTS_ON_A_PAGE = 30


@method_decorator(moderators_only, name="dispatch")
class ModerationView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "comments/admin/moderation.html"
    page_title = gettext_lazy("Comments to look at")
    header_icon = "comment"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        comments = (
            PageComment.objects.to_moderate()
            .select_related("user")
            .prefetch_related(Prefetch("reports", queryset=Report.objects.open(), to_attr="open_reports"))
        )
        page_obj = Paginator(comments, COMMENTS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        pages = BasePage.objects.in_bulk([int(comment.object_pk) for comment in page_obj])
        for comment in page_obj:
            comment.on_page = pages.get(int(comment.object_pk))
        return super().get_context_data(page_obj=page_obj, **kwargs)


def _decide(action, told):
    """Return a view that lets a moderator decide about one comment and says `told`."""

    @require_POST
    @moderators_only
    def view(request, pk):
        try:
            action(comment=get_object_or_404(PageComment, pk=pk), by=request.user)
        except CommentError as error:
            messages.error(request, str(error))
        else:
            undo = messages.button(reverse("decided_comment", args=[pk]), gettext("Take this back"))
            messages.success(request, told, buttons=[undo])
        return redirect(back_from(request, "comment_moderation"))

    return view


approve_comment = _decide(actions.approve, gettext_lazy("The comment can be read by everybody."))
remove_comment = _decide(actions.remove, gettext_lazy("The comment is removed."))


put_comment_back = _decide(actions.put_back, gettext_lazy("The comment is back where it was."))


@method_decorator(moderators_only, name="dispatch")
class DecidedView(WagtailAdminTemplateMixin, TemplateView):
    """One comment that somebody decided about, with the button that takes the decision back."""

    template_name = "comments/admin/decided.html"
    page_title = gettext_lazy("Take this back")
    header_icon = "comment"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        above = {"url": reverse("comment_moderation"), "label": ModerationView.page_title}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        comment = get_object_or_404(PageComment.objects.select_related("user"), pk=self.kwargs["pk"])
        return super().get_context_data(comment=comment, **kwargs)


@hooks.register("register_admin_urls")
def register_moderation():
    return [
        path("comments/", ModerationView.as_view(), name="comment_moderation"),
        path("comments/<int:pk>/approve/", approve_comment, name="approve_comment"),
        path("comments/<int:pk>/", DecidedView.as_view(), name="decided_comment"),
        path("comments/<int:pk>/put-back/", put_comment_back, name="put_comment_back"),
        path("comments/<int:pk>/remove/", remove_comment, name="remove_comment"),
    ]


class ModerationMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(MODERATE)


@hooks.register("register_admin_menu_item")
def register_moderation_menu_item():
    return ModerationMenuItem(
        gettext_lazy("Comments"), reverse_lazy("comment_moderation"), name="comments", icon_name="comment", order=350
    )


class ModerationSummaryItem(SummaryItem):
    order = 400
    template_name = "comments/admin/summary.html"

    def get_context_data(self, parent_context):
        number = PageComment.objects.to_moderate().count()
        return {"number": number, "url": reverse("comment_moderation")}

    def is_shown(self):
        return self.request.user.has_perm(MODERATE)


@hooks.register("construct_homepage_summary_items")
def add_moderation_summary(request, items):
    items.append(ModerationSummaryItem(request))
