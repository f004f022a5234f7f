"""The action plan that follows from a result: its page, its actions, its files."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from .. import actions
from ..actions import ChangedMeanwhileError, EvaluationError
from ..calendar_files import CONTENT_TYPE, plan_calendar
from ..exports import plan_csv
from ..forms import ActionForm, ChangeActionForm
from ..links import private_address
from ..results import proposals
from ..steps import step_links
from .private import about, do, download, for_person


@for_person(result=True)
def show_plan(request, person):
    """Show the plan; a POST adds an action of their own."""
    form = ActionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_action(person=person, submission_key=form.cleaned_data["submission_key"], **form.planned)
        except EvaluationError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It is in your plan."))
            return redirect(private_address(person, "plan"))
    evaluation = person.evaluation
    planned = sorted(evaluation.actions.all(), key=lambda action: action.is_done)  # what is left to do comes first
    links = step_links([(action.page_id, action.step) for action in planned])
    proposed = [each for each in proposals(evaluation) if not each.is_in_plan]
    return render(
        request,
        "evaluation/plan.html",
        about(
            person,
            form=form,
            planned=[(action, links.get((action.page_id, action.step))) for action in planned],
            proposed=proposed,
            has_dates=any(action.due_on for action in planned),
        ),
    )


@for_person(methods=["POST"], result=True)
def take_proposed(request, person):
    back = private_address(person, "plan")
    try:
        taken = actions.take_proposed(person=person, questions=set(request.POST.getlist("question")))
    except EvaluationError as error:
        messages.error(request, str(error))
        return redirect(back)
    if taken:
        messages.success(request, _("It is in your plan. Now say who does it, and by when."))
    else:
        messages.info(request, _("Tick what you want to do. What is ticked comes into your plan."))
    return redirect(back)


@for_person(result=True)
def change_action(request, person, pk):
    """Change an action. If somebody else was quicker, both texts stand there."""
    action = get_object_or_404(person.evaluation.actions, pk=pk)
    form = ChangeActionForm(request.POST if request.method == "POST" else None, action=action)
    against = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_action(
                person=person,
                action=action,
                is_done=form.cleaned_data["is_done"],
                seen=form.cleaned_data["seen"] or 0,
                **form.planned,
            )
        except ChangedMeanwhileError as error:
            form.add_error(None, str(error))
            form.show_current(error.current)
            against = error.current
        except EvaluationError as error:
            messages.error(request, str(error))
            return redirect(private_address(person, "plan"))
        else:
            messages.success(request, _("Your plan is saved."))
            return redirect(private_address(person, "plan"))
    return render(request, "evaluation/action.html", about(person, form=form, action=action, against=against))


@for_person(methods=["POST"], result=True)
def tick_action(request, person, pk):
    action = get_object_or_404(person.evaluation.actions, pk=pk)
    is_done = request.POST.get("done") == "yes"
    return do(
        request,
        lambda: actions.set_done(person=person, action=action, is_done=is_done),
        _("Done: well done.") if is_done else _("It is open again."),
        private_address(person, "plan"),
    )


@for_person(result=True)
def remove_action(request, person, pk):
    action = get_object_or_404(person.evaluation.actions, pk=pk)
    if request.method != "POST":
        return render(request, "evaluation/remove_action.html", about(person, action=action))
    return do(
        request,
        lambda: actions.remove_action(person=person, action=action),
        _("It is no longer in your plan."),
        private_address(person, "plan"),
    )


@for_person(methods=["POST"], result=True)
def change_reminders(request, person):
    wants = request.POST.get("wants") == "yes"
    return do(
        request,
        lambda: actions.want_reminders(person=person, wants=wants),
        _("We remind you a week before and on the day.") if wants else _("You get no more reminders."),
        private_address(person, "plan"),
    )


@for_person(methods=["GET", "HEAD"], result=True)
def download_plan_csv(request, person):
    return download(plan_csv(person.evaluation), "text/csv; charset=utf-8", person, "csv")


@for_person(methods=["GET", "HEAD"], result=True)
def download_plan_calendar(request, person):
    return download(plan_calendar(person.evaluation), CONTENT_TYPE, person, "ics")
