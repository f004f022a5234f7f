"""The case studies' corner of Wagtail's admin: the methods that they are filed under, and what buttons are called."""

from wagtail import hooks
from wagtail.admin.action_menu import WorkflowMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Method, PeerApprovalTask


class MethodViewSet(SnippetViewSet):
    model = Method
    icon = "cogs"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["name", "slug"]
    search_fields = ["name", "description"]
    ordering = ["name"]


register_snippet(MethodViewSet)


@hooks.register("construct_page_action_menu")
def call_buttons_what_they_do(menu_items, request, context):
    """Take back the “and Publish” that Wagtail adds to the last yes: a peer’s may not do it; an editor’s says so."""
    page = context.get("page")
    task = page.current_workflow_task if page else None
    if isinstance(task, PeerApprovalTask):
        labels = {name: label for name, label, _modal in task.get_actions(page, request.user)}
        for item in menu_items:
            if isinstance(item, WorkflowMenuItem):
                item.label = labels[item.name]
