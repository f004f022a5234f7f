"""Choosing a member in the admin, where there may be thousands."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet


class ActiveMembersMixin:
    """Only those who have not left, with what tells one Sam from the other; never their addresses."""

    def get_object_list(self):
        return super().get_object_list().filter(is_active=True).order_by("name", "pk")

    @property
    def columns(self):
        return [self.title_column, Column("organisation", label=_("Organisation"))]


class ChooseMemberView(ActiveMembersMixin, ChooseView):
    pass


class ChooseMemberResultsView(ActiveMembersMixin, ChooseResultsView):
    pass


class MemberChooserViewSet(ChooserViewSet):
    model = "members.User"
    icon = "user"
    choose_one_text = _("Choose a member")
    choose_another_text = _("Choose another member")
    per_page = 20
    # Other rooms choose their people as they did.
    register_widget = False
    choose_view_class = ChooseMemberView
    choose_results_view_class = ChooseMemberResultsView


member_chooser = MemberChooserViewSet("choose_member", url_prefix="choose-member")
