"""Who keeps pages true, in Wagtail's admin."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.menus import MenuItem

from .admin import links, report, screens
from .choosers import member_chooser
from .emails import EDIT
from .kept import is_kept


@hooks.register("register_admin_viewset")
def register_member_chooser():
    return member_chooser


hooks.register("register_admin_urls", report.urls)
hooks.register("register_admin_urls", screens.urls)
hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_admin_urls", links.urls)
hooks.register("register_reports_menu_item", links.menu_item)


class KeptItem(MenuItem):
    def is_shown(self, user):
        return user.has_perm(EDIT)


@hooks.register("register_page_header_buttons")
def link_from_page(page, user, view_name, next_url=None):
    """Lead from a page in the admin to what was said about it."""
    if is_kept(page) and page.specific.stewardship:
        url = reverse("stewardship_edit", args=[page.specific.stewardship.pk])
        yield KeptItem(_("Who keeps it true"), url=url, icon_name="check", priority=6)


@hooks.register("register_user_listing_buttons")
def link_from_member(user, request_user):
    """Lead from a member to the handing over of their pages."""
    if request_user.has_perm(EDIT):
        url = reverse("stewardship_hand_over", args=[user.pk])
        yield MenuItem(_("Hand over pages"), url=url, icon_name="resubmit", priority=40)
