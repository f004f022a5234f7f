"""What is theirs: their address, a copy of everything, another go, and the end of it all."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from .. import actions
from ..actions import EvaluationError
from ..exports import everything_csv, everything_json
from ..forms import AddressForm, AgainForm, DeleteForm, NewLinkForm
from ..links import private_address
from .private import about, download, for_person
from .starting import refused_mail


@for_person
def change_address(request, person):
    """Change or forget the address, and have the link mailed."""
    form = AddressForm(request.POST if request.method == "POST" else None, initial={"email": person.email})
    if request.method == "POST" and form.is_valid() and not refused_mail(request, form):
        address, former = form.cleaned_data["email"], person.key
        actions.change_address(person=person, email=address, key=form.cleaned_data["new_link"])
        if address:
            messages.success(request, _("We have written to %(address)s.") % {"address": address})
        else:
            messages.success(request, _("We have forgotten your address. Keep your link: we cannot mail it again."))
        if person.key != former:
            messages.success(request, _("The old link no longer works. This is the new one."))
        return redirect(private_address(person))
    return render(
        request, "evaluation/address.html", about(person, form=form, new_link_form=NewLinkForm(auto_id=False))
    )


@for_person(methods=["POST"])
def renew_link(request, person):
    """Make the private link invalid: it reached somebody it should not."""
    form = NewLinkForm(request.POST)
    actions.renew_link(person=person, key=form.cleaned_data["new_link"] if form.is_valid() else None)
    messages.success(request, _("The old link no longer works. This is the new one."))
    return redirect(private_address(person))


@for_person(lead=True, result=True)
def start_again(request, person):
    """Begin another evaluation of the same organisation."""
    form = AgainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            lead = actions.start_again(
                person=person,
                is_team=form.is_team,
                submission_key=form.cleaned_data["submission_key"],
                by=request.user if request.user.is_authenticated else None,
            )
        except EvaluationError as error:
            form.add_error(None, str(error))
        else:
            return redirect(private_address(lead))
    return render(request, "evaluation/again.html", about(person, form=form))


@for_person(methods=["GET", "HEAD"])
def show_export(request, person):
    return render(request, "evaluation/export.html", about(person))


@for_person(methods=["GET", "HEAD"])
def download_json(request, person):
    return download(everything_json(person), "application/json", person, "json")


@for_person(methods=["GET", "HEAD"])
def download_csv(request, person):
    return download(everything_csv(person), "text/csv; charset=utf-8", person, "csv")


@for_person(lead=True)
def delete(request, person):
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.delete_evaluation(person=person)
        except EvaluationError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Everything is deleted."))
            return redirect("evaluation:list")
    people = person.evaluation.people.count()
    return render(request, "evaluation/delete.html", about(person, form=form, people_count=people))
