"""The case studies' corner of Wagtail's admin: the methods that they are filed under."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Method


class MethodViewSet(SnippetViewSet):
    model = Method
    icon = "cogs"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["name", "slug"]
    search_fields = ["name", "description"]
    ordering = ["name"]


register_snippet(MethodViewSet)
