"""Where editors decide about what members say of toolkits, and keep the authors of articles."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from hub.ways_back import way_back

from .actions import KitError, experiences
from .forms import DeclineForm
from .models import Author, Experience


class ExperiencePermissionPolicy(ModelPermissionPolicy):
    """Members write them and delete them; editors decide."""

    def user_has_permission(self, user, action):
        return action in ("view", "change") and super().user_has_permission(user, action)


class ExperienceIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("kit", "user").order_by("-created_at", "-pk")


class DecideView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """One of them, with the two ways to decide. Posting approves, or declines where a reason is sent."""

    template_name = "knowledge/admin/decide.html"
    permission_policy = ExperiencePermissionPolicy(Experience)
    permission_required = "change"
    page_title = gettext_lazy("What happened with a toolkit")
    header_icon = "comment"
    _show_breadcrumbs = True
    form = None

    def get_breadcrumbs_items(self):
        above = {"url": reverse("experiences:index"), "label": ExperienceViewSet.menu_label}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        found = Experience.objects.select_related("kit__locale", "user", "decided_by")
        experience = get_object_or_404(found, pk=self.kwargs["pk"])
        return super().get_context_data(experience=experience, form=self.form or DeclineForm(), **kwargs)

    def post(self, request, *args, **kwargs):
        experience = get_object_or_404(Experience, pk=self.kwargs["pk"])
        self.form = DeclineForm(request.POST)
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(**kwargs))
        return _done(
            request,
            lambda: experiences.decline(experience=experience, by=request.user, **self.form.cleaned_data),
            _("It is not shown. The member gets a mail with the reason."),
        )


class ApproveView(PermissionCheckedMixin, TemplateView):
    permission_policy = ExperiencePermissionPolicy(Experience)
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        experience = get_object_or_404(Experience, pk=self.kwargs["pk"])
        return _done(
            request,
            lambda: experiences.approve(experience=experience, by=request.user),
            _("It is on the page. The member gets a mail."),
            undo_url=reverse("experiences:edit", args=[experience.pk]),
        )


def _done(request, action, said, *, undo_url=None):
    """Do it, say so and how to take it back, and go back to where the button was."""
    try:
        action()
    except KitError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said, buttons=[messages.button(undo_url, _("Take this back"))] if undo_url else None)
    return redirect(way_back(request, reverse("experiences:index")))


class ExperienceViewSet(ModelViewSet):
    model = Experience
    icon = "comment"
    menu_label = gettext_lazy("Used toolkits")
    menu_order = 360
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = ExperienceIndexView
    form_fields = ["place", "text"]
    list_display = [
        "__str__",
        Column("kit", label=gettext_lazy("Toolkit"), accessor="kit.title", sort_key="kit__title"),
        Column("user", label=gettext_lazy("Member"), accessor="user"),
        Column("status", label=gettext_lazy("Status"), accessor="get_status_display", sort_key="status"),
        DateColumn("created_at"),
    ]
    list_filter = ["status"]
    search_backend_name = None
    search_fields = ["text", "place", "kit__title", "user__name"]

    @property
    def permission_policy(self):
        return ExperiencePermissionPolicy(self.model)

    @property
    def edit_view(self):
        return DecideView.as_view()

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/approve/", ApproveView.as_view(), name="approve"),
        ]


@hooks.register("register_admin_viewset")
def register_experiences():
    return ExperienceViewSet("experiences")


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "user"
    menu_order = 265
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "__str__",
        Column("member", label=gettext_lazy("Member"), accessor="member", sort_key="member__name"),
    ]
    search_backend_name = None
    search_fields = ["name", "member__name"]

    def get_queryset(self, request):
        return Author.objects.select_related("member").order_by("name", "member__name", "pk")


register_snippet(AuthorViewSet)
