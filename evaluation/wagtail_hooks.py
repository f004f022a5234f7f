"""Questionnaires in Wagtail's admin. What organisations answer has no screen here: it is theirs."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Evaluation, Questionnaire


class QuestionnaireViewSet(SnippetViewSet):
    model = Questionnaire
    icon = "clipboard-list"
    menu_label = gettext_lazy("Self-evaluations")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["title", "language"]
    search_fields = ["title", "summary"]
    search_backend_name = None


register_snippet(QuestionnaireViewSet)


@hooks.register("before_delete_snippet")
def keep_what_is_answered(request, instances):
    """Answers need the versions that they were given to: such a questionnaire can be taken down, not deleted."""
    answered = [
        one
        for one in instances
        if isinstance(one, Questionnaire) and Evaluation.objects.filter(version__questionnaire=one).exists()
    ]
    if not answered:
        return None
    messages.error(
        request,
        _("“%(title)s” has been answered, so it cannot be deleted. Unpublish it instead: nobody can begin it then.")
        % {"title": answered[0].title},
    )
    return redirect(QuestionnaireViewSet().get_url_name("list"))
