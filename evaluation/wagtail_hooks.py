"""Questionnaires in Wagtail's admin. What organisations answer has no screen here: it is theirs."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Questionnaire


class QuestionnaireViewSet(SnippetViewSet):
    model = Questionnaire
    icon = "clipboard-list"
    menu_label = _("Self-evaluations")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["title", "language"]
    search_fields = ["title", "summary"]
    search_backend_name = None


register_snippet(QuestionnaireViewSet)
