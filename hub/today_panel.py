"""The first thing in the admin: what waits for the editor who opens it, with the buttons to deal with it there."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .today import heaps_for


class TodayPanel(Component):
    """All heaps that hold something for this reader, one below the other."""

    name, order = "today", 1
    template_name = "hub/admin/today.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context):
        return {
            "heaps": heaps_for(self.request),
            "request": self.request,
            "csrf_token": parent_context.get("csrf_token"),
            "here": reverse("wagtailadmin_home"),
        }
