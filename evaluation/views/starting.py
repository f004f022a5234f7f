"""Beginning, joining, and coming back. Nothing here tells whether an address or a link is known to us."""

from allauth.core import ratelimit
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.mail_limit import may_write_to
from hub.private_pages import private_page
from hub.signed_links import LinkError, Refusal

from .. import actions
from ..actions import EvaluationError
from ..forms import JoinForm, LostLinkForm, StartForm
from ..links import CONFIRM, END_REMINDERS, JOIN, confirm_state, private_address, read
from ..models import Evaluation, Person
from .public import get_questionnaire


def too_many():
    return _("Too many were begun from here in a short time. Try again in an hour.")


def too_many_mails():
    return _("We have written to this address several times. Try again in an hour.")


def refused_mail(request, form):
    """Say in `form` why we do not write to its address, and return whether we do not. No address is fine."""
    address = form.cleaned_data.get("email")
    if not address:
        return False
    if not ratelimit.consume(request, action="mail_evaluation"):
        form.add_error(None, too_many())
        return True
    if not may_write_to(address):
        form.add_error("email", too_many_mails())
        return True
    return False


def _begin(request, form, begin):
    """Return the person that `begin` makes of what a form holds, or None where the form says why not."""
    if not form.is_valid():
        return None
    if not ratelimit.consume(request, action="start_evaluation"):
        form.add_error(None, too_many())
    elif not refused_mail(request, form):
        try:
            return begin(form.cleaned_data)
        except EvaluationError as error:
            form.add_error(None, str(error))
    return None


def _known(user):
    return {"name": user.name, "email": user.email} if user.is_authenticated else {}


@private_page
def start(request, slug):
    questionnaire = get_questionnaire(slug)
    form = StartForm(request.POST if request.method == "POST" else None, initial=_known(request.user))

    def begin(typed):
        return actions.start(
            questionnaire=questionnaire,
            organisation=typed["organisation"],
            name=typed["name"],
            email=typed["email"],
            is_team=form.is_team,
            language=get_language(),
            submission_key=typed["submission_key"],
            by=request.user,
        )

    if person := _begin(request, form, begin):
        return redirect(private_address(person))
    return render(request, "evaluation/start.html", {"questionnaire": questionnaire, "form": form})


@private_page
def join(request, token):
    try:
        evaluation = read(JOIN, token, _evaluation_to_join)
    except LinkError as error:
        return _show_refusal(request, error)
    user = request.user
    already = evaluation.people.filter(user=user).first() if user.is_authenticated else None
    if already:
        return redirect(private_address(already))
    form = JoinForm(request.POST if request.method == "POST" else None, initial=_known(user))
    if person := _begin(request, form, lambda typed: actions.join(evaluation=evaluation, by=user, **typed)):
        return redirect(private_address(person))
    lead = evaluation.people.get(is_lead=True)
    context = {"evaluation": evaluation, "questionnaire": evaluation.version.questionnaire, "lead": lead, "form": form}
    return render(request, "evaluation/join.html", context)


def _evaluation_to_join(key):
    evaluation = (
        Evaluation.objects.filter(pk=key, is_team=True).select_related("organisation", "version__questionnaire").first()
    )
    return evaluation and (evaluation, evaluation.join_key)


@private_page
def confirm(request, token):
    """Opening the link changes nothing; the button does."""
    return _press(
        request,
        CONFIRM,
        token,
        "evaluation/confirm.html",
        lambda person: actions.confirm_address(person=person),
        _("Thank you. Your address is confirmed."),
        state=confirm_state,
    )


@private_page
def end_reminders(request, token):
    return _press(
        request,
        END_REMINDERS,
        token,
        "evaluation/end_reminders.html",
        lambda person: actions.want_reminders(person=person, wants=False),
        "",
        state=lambda person: person.email,
    )


def _press(request, kind, token, template, action, done, *, state):
    try:
        person = read(kind, token, lambda key: _person_with_state(key, state))
    except LinkError as error:
        return _show_refusal(request, error)
    if request.method == "POST":
        action(person)
        if done:
            messages.success(request, done)
            return redirect(private_address(person))
        return render(request, template, {"person": person, "is_done": True})
    return render(request, template, {"person": person})


def _person_with_state(key, state):
    person = Person.objects.filter(pk=key).select_related("evaluation__organisation", "user").first()
    return person and (person, state(person))


def _show_refusal(request, error):
    context = {"is_over": error.why is Refusal.ENDED}
    return render(request, "evaluation/link_refused.html", context, status=404)


@private_page
def lost_link(request):
    """Mail somebody their links. Says the same whether or not the address is known."""
    form = LostLinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and not refused_mail(request, form):
        actions.mail_links(email=form.cleaned_data["email"])
        return redirect(f"{reverse('evaluation:lost-link')}?sent=yes")
    return render(request, "evaluation/lost_link.html", {"form": form, "is_sent": request.GET.get("sent") == "yes"})
