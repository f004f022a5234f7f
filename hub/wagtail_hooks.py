"""The hub's own corner of Wagtail's admin: themes and areas."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Area, Theme


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
