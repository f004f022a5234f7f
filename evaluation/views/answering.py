"""Answering behind a private link: the overview, and the sections."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from .. import actions
from ..actions import EvaluationError
from ..forms import SectionForm, seen_of
from ..links import full, private_address
from ..results import own_answers
from .private import about, for_person


@for_person(methods=["GET", "HEAD"])
def show_mine(request, person):
    """Show where somebody is: what is answered, what comes next, the way back, the team."""
    evaluation = person.evaluation
    answers = own_answers(person)
    sections = [_progress(section, answers) for section in evaluation.content.sections]
    newest = evaluation.version.questionnaire.newest
    return render(
        request,
        "evaluation/mine.html",
        about(
            person,
            sections=sections,
            given=sum(each["given"] for each in sections),
            of=len(evaluation.content.questions),
            link=full(private_address(person)),
            newer=newest if newest and newest.number > evaluation.version.number else None,
            people=list(evaluation.people.with_given()) if evaluation.is_team else [],
            next_section=next((each for each in sections if each["given"] < each["of"]), None),
        ),
    )


def _progress(section, answers):
    given = sum(1 for question in section.questions if (one := answers.get(question.key)) and one.is_given)
    return {"section": section, "given": given, "of": len(section.questions)}


@for_person
def answer_section(request, person, key):
    """Answer one section. What another window saved meanwhile is shown beside what was typed, and nothing is lost."""
    evaluation = person.evaluation
    sections = evaluation.content.sections
    place = next((at for at, one in enumerate(sections) if one.key == key), None)
    if place is None:
        raise Http404("There is no such section.")
    if not evaluation.is_open:
        messages.info(request, _("Your team has finished answering. Own answers can no longer be changed."))
        return redirect(private_address(person, "differences"))
    following = sections[place + 1] if place + 1 < len(sections) else None
    by_script = request.headers.get("X-Requested-With") == "autosave"
    form = SectionForm(
        request.POST if request.method == "POST" else None, section=sections[place], answers=own_answers(person)
    )
    if request.method == "POST" and form.is_valid():
        try:
            against = actions.save_answers(person=person, answers=form.typed)
        except EvaluationError as error:
            form.add_error(None, str(error))
        else:
            if by_script:
                return JsonResponse(_saved(person, form, against))
            if not against:
                messages.success(request, _("Your answers are saved."))
                return redirect(
                    private_address(person, "section", key=following.key)
                    if following and "next" in request.POST
                    else private_address(person)
                )
            form.answers = own_answers(person)
            form.show_against(against)
    if by_script and request.method == "POST":
        return JsonResponse({"is_saved": False}, status=400)
    context = about(
        person,
        form=form,
        section=sections[place],
        following=following,
        before=sections[place - 1] if place else None,
        count=len(sections),
    )
    return render(request, "evaluation/section.html", context)


def _saved(person, form, against):
    """Return what the page needs to know after saving by itself: what each question is seen as from now on."""
    answers = own_answers(person)
    seen = {}
    for question in form.section.questions:
        answer = answers.get(question.key)
        if answer and question.key not in against:
            seen[form.name("seen", question)] = seen_of(answer)
    return {"is_saved": not against, "seen": seen}
