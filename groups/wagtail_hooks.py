"""Groups in Wagtail's admin: what they are for and who is in them. What is said inside has no screen here."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Membership, PeerGroup


class CreateGroupView(CreateView):
    def save_instance(self):
        """Return the new group; whoever makes it is its first facilitator, so that somebody can let others in."""
        with transaction.atomic():
            group = super().save_instance()
            Membership.objects.create(group=group, user=self.request.user, role=Membership.Role.FACILITATOR)
        return group


class GroupIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().changeable_by(self.request.user).with_member_count()


class OwnGroup:
    """A screen about one group, for those who facilitate it and for administrators."""

    def get_object(self, *args, **kwargs):
        group = super().get_object(*args, **kwargs)
        return get_object_or_404(PeerGroup.objects.changeable_by(self.request.user), pk=group.pk)


class GroupEditView(OwnGroup, EditView):
    pass


class GroupHistoryView(OwnGroup, HistoryView):
    pass


class GroupUsageView(OwnGroup, UsageView):
    pass


class PeerGroupViewSet(ModelViewSet):
    model = PeerGroup
    icon = "group"
    menu_label = _("Groups")
    add_view_class = CreateGroupView
    index_view_class = GroupIndexView
    edit_view_class = GroupEditView
    history_view_class = GroupHistoryView
    usage_view_class = GroupUsageView
    copy_view_enabled = False
    list_display = ["name", "joining", Column("member_count", label=_("Members")), DateColumn("closed_at")]
    list_filter = ["joining", "language"]
    search_fields = ["name", "summary"]
    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=_("Name")),
        "slug",
        "summary",
        "description",
        "meets",
        FieldRowPanel(["language", "joining"]),
        MultiFieldPanel([FieldPanel("themes"), FieldPanel("areas")], heading=_("Themes and areas")),
        "closed_at",
    ]


class MembershipIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("user", "group").order_by("group__name", "user__name")


class MembershipViewSet(ModelViewSet):
    model = Membership
    icon = "user"
    menu_label = _("Memberships")
    index_view_class = MembershipIndexView
    copy_view_enabled = False
    list_display = ["user", "group", "role", "status", DateColumn("joined_at")]
    list_filter = ["group", "role", "status"]
    search_fields = ["user__name", "user__email", "group__name"]
    form_fields = ["group", "user", "role", "status"]


class GroupsViewSetGroup(ViewSetGroup):
    menu_label = _("Peer groups")
    menu_icon = "group"
    menu_order = 300
    items = (PeerGroupViewSet("peer_groups"), MembershipViewSet("memberships"))


@hooks.register("register_admin_viewset")
def register_groups():
    return GroupsViewSetGroup()
