"""Questionnaires, for everybody: which there are, what each asks, and a workbook to print."""

from django.db.models import Max
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hub.page_cache import public_page

from ..links import private_address
from ..models import Person, Questionnaire


@require_safe
@public_page
def list_questionnaires(request):
    questionnaires = Questionnaire.objects.published().annotate(published_at=Max("versions__frozen_at"))
    context = {"questionnaires": questionnaires}
    if request.user.is_authenticated:
        people = (
            Person.objects.filter(user=request.user)
            .select_related("evaluation__organisation", "evaluation__version__questionnaire")
            .order_by("-evaluation__created_at")[:20]
        )
        context["own"] = [(person.evaluation, private_address(person)) for person in people]
    return render(request, "evaluation/list.html", context)


@require_safe
@public_page
def show_questionnaire(request, slug):
    return render(request, "evaluation/questionnaire.html", _about(slug))


@require_safe
@public_page
def print_workbook(request, slug):
    """Show the whole questionnaire as a document to print, with room to write."""
    return render(request, "evaluation/workbook.html", _about(slug))


def get_questionnaire(slug):
    return get_object_or_404(Questionnaire.objects.published(), slug=slug)


def _about(slug):
    questionnaire = get_questionnaire(slug)
    version = questionnaire.newest
    return {"questionnaire": questionnaire, "version": version, "content": version.content}
