"""What the screens about the search share: who may see them, how they look, and their place in the menu."""

from django.urls import path
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

TEND = "search.tend_search"
tenders_only = permission_required(TEND)


@method_decorator(tenders_only, name="dispatch")
class Screen(WagtailAdminTemplateMixin, TemplateView):
    """A page of the admin for those who look after the search."""

    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class TendersMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(TEND)


class ScreenViewSet(ViewSet):
    """A screen, with its addresses and its place in the menu."""

    menu_item_class = TendersMenuItem
    screen = None
    more = ()  # further (address, view, name)

    @property
    def menu_label(self):
        return self.screen.page_title

    @property
    def icon(self):
        return self.screen.header_icon

    def get_urlpatterns(self):
        return [
            path("", self.screen.as_view(), name="index"),
            *(path(address, view, name=name) for address, view, name in self.more),
        ]
