"""Where a team differs, and what it settles: all on one page, or one question by itself."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import actions
from ..actions import ChangedMeanwhileError, EvaluationError
from ..forms import PressedForm, SettleForm, TakeOverForm, spoken
from ..links import private_address
from ..results import differences, next_open, widest_first
from .private import about, for_person


@for_person(team=True, result=True)
def show_differences(request, person):
    """Show each difference with its form. One button saves whatever was chosen on the page, and leads to the next
    question; what could not be saved is shown again as it was typed, with the reason.

    `?saved=` names a question that was just settled: beside the next one stands how far the team has come.
    """
    refused = {}
    if request.method == "POST":
        sent = [SettleForm(request.POST, difference=each) for each in widest_first(differences(person.evaluation))]
        pressed = PressedForm(request.POST, content=person.evaluation.content).key
        filled = [form for form in sent if form.was_shown and form.has_changed()]
        # Who presses a button and has chosen nothing is told so.
        filled = filled or [form for form in sent if form.difference.question.key == pressed]
        refused = {form.difference.question.key: form for form in filled if not _settle(person, form)}
        if filled and not refused:
            return redirect(_address_after(person, pressed, filled))
    found = differences(person.evaluation)
    settled = [each for each in found if each.settled]
    saved = next((each for each in settled if each.question.key == request.GET.get("saved")), None)
    agreed = [each for each in found if each.is_agreed]
    forms = [
        refused.get(each.question.key) or SettleForm(difference=each)
        for each in widest_first(found)
        if each.is_open or each.question.key in refused
    ]
    return render(
        request,
        "evaluation/differences.html",
        about(
            person,
            forms=forms,
            refused=list(refused.values()),
            agreed=agreed,
            is_agreed_by_all=all(each.is_answered_by_all for each in agreed),
            settled=settled,
            unanswered=[each for each in found if each.is_unanswered],
            of=len(found),
            saved=saved,
            following=next_open(found, saved) if saved else None,
        ),
    )


@for_person(methods=["POST"], team=True, result=True)
def settle_agreed(request, person):
    """Settle at once all questions to which all who answered said the same."""
    back = redirect(private_address(person, "differences"))
    form = TakeOverForm(request.POST, content=person.evaluation.content)
    if not form.is_valid():
        messages.error(request, _("This could not be saved. Send it once more."))
        return back
    try:
        settled = actions.settle_agreed(person=person, questions=set(form.cleaned_data["question"]))
    except EvaluationError as error:
        messages.error(request, str(error))
        return back
    if settled:
        text = ngettext("%(count)d answer is taken over.", "%(count)d answers are taken over.", len(settled))
        messages.success(request, text % {"count": len(settled)})
    else:
        messages.info(request, _("This is done already. There is nothing left to take over."))
    return back


@for_person(team=True, result=True)
def settle(request, person, key):
    """Settle one question by itself, or change what was settled."""
    difference = next((each for each in differences(person.evaluation) if each.question.key == key), None)
    if difference is None:
        raise Http404("There is no such question.")
    earlier = list(person.evaluation.settlements.filter(question=key).select_related("settled_by").order_by("-number"))
    form = SettleForm(
        request.POST if request.method == "POST" else None,
        difference=difference,
        settlement=earlier[0] if earlier else None,
    )
    if request.method == "POST" and _settle(person, form):
        return redirect(_address_after(person, key, [form]))
    context = about(
        person,
        form=form,
        refused=[form] if form.errors else [],
        earlier=[spoken(difference.question, one) | {"settlement": one} for one in earlier],
    )
    return render(request, "evaluation/settle.html", context)


def _settle(person, form):
    """Settle what a form holds, and return whether that is done; if not, the form says why."""
    if not form.is_valid():
        return False
    try:
        actions.settle(person=person, question=form.difference.question.key, **form.settled)
    except ChangedMeanwhileError as error:
        form.add_error(None, str(error))
        form.show_against(error.current)
        return False
    except EvaluationError as error:
        form.add_error(None, str(error))
        return False
    return True


def _address_after(person, pressed, saved):
    """Return where somebody goes on after saving some forms: at what is said beside the next question, which browsers
    then focus by themselves."""
    keys = [form.difference.question.key for form in saved]
    last = pressed if pressed in keys else keys[-1]
    return f"{private_address(person, 'differences')}?saved={last}#saved"
