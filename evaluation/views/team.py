"""A team: inviting colleagues, taking somebody out, and saying that all have finished."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from .. import actions
from ..actions import EvaluationError
from ..forms import InviteForm
from ..links import full, join_address, private_address
from ..models import Person
from .private import about, do, for_person
from .starting import refused_mail


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
