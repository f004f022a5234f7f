"""The hub's own corner of Wagtail's admin: what waits today, themes and areas, a word about a standstill."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .lost_tasks import waiting_since
from .models import Area, Theme
from .rich_text import TranslatedPageLinkHandler
from .today_panel import TodayPanel


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", "slug"]
    search_fields = ["name", "description"]
    ordering = ["name"]


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "site"
    list_display = ["name", "slug", "area_kind"]
    list_filter = ["area_kind"]
    search_fields = ["name", "description"]
    ordering = ["name"]


class TermViewSetGroup(SnippetViewSetGroup):
    menu_label = _("Themes and areas")
    menu_icon = "tag"
    menu_order = 250
    items = (ThemeViewSet, AreaViewSet)


register_snippet(TermViewSetGroup)


class StandstillPanel(Component):
    """Tells editors why nothing of what they publish is found, where no worker runs."""

    name, order = "standstill", 0
    template_name = "hub/admin/standstill.html"

    def __init__(self, since):
        self.since = since

    def get_context_data(self, parent_context):
        return {"since": self.since}


@hooks.register("construct_homepage_panels")
def tell_of_standstill(request, panels):
    since = waiting_since()
    if since:
        panels.append(StandstillPanel(since))


@hooks.register("construct_homepage_panels")
def show_today(request, panels):
    panels.append(TodayPanel(request))


@hooks.register("insert_global_admin_css")
def style_today():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/today.css"))


@hooks.register("register_rich_text_features", order=100)  # after Wagtail's own, whose place it takes
def register_links(features):
    features.register_link_type(TranslatedPageLinkHandler)
