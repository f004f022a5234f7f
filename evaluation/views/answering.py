"""Answering behind a private link: the overview, the sections, the team, its differences, and what it settles."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from .. import actions
from ..actions import ChangedMeanwhileError, EvaluationError
from ..forms import InviteForm, SectionForm, SettleForm, seen_of, spoken
from ..links import full, join_address, private_address
from ..models import Person
from ..results import differences, own_answers
from .private import about, do, for_person
from .starting import refused_mail


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


# The team -------------------------------------------------------------------------------------------------------------


@for_person(lead=True, team=True)
def invite(request, person):
    """Show the link by which colleagues join, and mail it."""
    if not person.evaluation.is_open:
        return redirect(private_address(person))
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not refused_mail(request, form):
        address = form.cleaned_data["email"]
        return do(
            request,
            lambda: actions.invite(person=person, email=address),
            _("We have written to %(address)s.") % {"address": address},
            private_address(person, "invite"),
        )
    link = full(join_address(person.evaluation))
    people = list(person.evaluation.people.with_given())
    return render(request, "evaluation/invite.html", about(person, form=form, link=link, people=people))


@for_person(methods=["POST"], lead=True, team=True)
def renew_invitation(request, person):
    done = _("The old link no longer works. This is the new one.")
    return do(request, lambda: actions.renew_invitation(person=person), done, private_address(person, "invite"))


@for_person(team=True)
def remove_person(request, person, pk):
    """Take somebody out of the team, after asking: the lead anybody else, others themselves."""
    other = get_object_or_404(Person, pk=pk, evaluation=person.evaluation, is_lead=False)
    if other.pk != person.pk and not (person.is_lead and person.evaluation.is_open):
        raise Http404("This is for the lead.")
    if request.method != "POST":
        return render(request, "evaluation/remove_person.html", about(person, other=other))
    is_self = other.pk == person.pk
    try:
        actions.remove_person(person=other, by=person)
    except EvaluationError as error:
        messages.error(request, str(error))
        return redirect(private_address(person))
    if is_self:
        messages.success(request, _("You have left the team. Your answers are deleted."))
        return redirect("evaluation:list")
    messages.success(request, _("%(name)s is no longer in the team.") % {"name": other.name})
    return redirect(private_address(person, "invite"))


@for_person(lead=True, team=True)
def close(request, person):
    """Ask, then end answering."""
    evaluation = person.evaluation
    if not evaluation.is_open:
        return redirect(private_address(person, "differences"))
    if request.method != "POST":
        people = list(evaluation.people.with_given())
        context = about(person, people=people, of=len(evaluation.content.questions))
        return render(request, "evaluation/close.html", context)
    try:
        actions.close(person=person)
    except EvaluationError as error:
        messages.error(request, str(error))
        return redirect(private_address(person, "close"))
    messages.success(request, _("Answering is over. Here is where you differ."))
    return redirect(private_address(person, "differences"))


@for_person(methods=["GET", "HEAD"], team=True, result=True)
def show_differences(request, person):
    found = differences(person.evaluation)
    return render(
        request,
        "evaluation/differences.html",
        about(
            person,
            open_ones=[each for each in found if each.is_open],
            settled=[each for each in found if each.final],
            unanswered=[each for each in found if not each.answers and not each.final],
        ),
    )


@for_person(team=True, result=True)
def settle(request, person, key):
    """Write down what the team agreed on. If somebody else was quicker, both texts stand there."""
    evaluation = person.evaluation
    difference = next((each for each in differences(evaluation) if each.question.key == key), None)
    if difference is None:
        raise Http404("There is no such question.")
    earlier = list(evaluation.settlements.filter(question=key).select_related("settled_by").order_by("-number"))
    form = SettleForm(
        request.POST if request.method == "POST" else None,
        question=difference.question,
        settlement=earlier[0] if earlier else None,
    )
    against = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.settle(person=person, question=key, **form.settled)
        except ChangedMeanwhileError as error:
            form.add_error(None, str(error))
            form.show_current(error.current)
            against = error.current
        except EvaluationError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("What you agreed on is saved."))
            return redirect(private_address(person, "differences"))
    question = difference.question
    context = about(
        person,
        difference=difference,
        form=form,
        question=question,
        answers=[(who, spoken(question, answer)) for who, answer in difference.answers],
        against=_settled(question, against) if against else None,
        earlier=[_settled(question, one) for one in earlier],
    )
    return render(request, "evaluation/settle.html", context)


def _settled(question, settlement):
    return spoken(question, settlement) | {"settlement": settlement}
