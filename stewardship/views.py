"""Where those who look after pages say how they are: from a mail without signing in, or from their own list."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hub.private_pages import private_page
from hub.signed_links import LinkError, Refusal
from members.models import User

from . import actions
from .actions import Place, StewardshipError
from .emails import CHECK_LINK, EDIT
from .forms import AnswerForm, HandOverForm
from .models import Stewardship

# Behind the link in the mail -----------------------------------------------------------------------------------------


@private_page
def answer_check(request, token):
    """Ask how a page is, and write it down. Whoever has the link answers for the reader it was sent to."""
    try:
        (row_pk, reader_pk), due_on = CHECK_LINK.read_with_state(token)
        due_on = date.fromisoformat(due_on)
    except LinkError as error:
        return _refuse(request, "ended" if error.why == Refusal.ENDED else "broken")
    except (TypeError, ValueError):
        return _refuse(request, "broken")
    row = Stewardship.objects.select_related("page__locale", "owner", "deputy", "checked_by").filter(pk=row_pk).first()
    reader = User.objects.filter(pk=reader_pk).first()
    if row is None or row.page is None:
        return _refuse(request, "gone")
    if reader is None or not reader.is_active or not _may_answer(row, reader):
        return _refuse(request, "handed-over", row)
    if row.next_check_on != due_on:
        return _refuse(request, "answered", row)
    form = AnswerForm(request.POST if request.method == "POST" else None, stewardship=row)
    if request.method == "POST" and form.is_valid():
        try:
            answered = _answer(form, row, reader, Place.MAIL, due_on)
        except StewardshipError as error:
            form.add_error(None, str(error))
        else:
            context = {"stewardship": answered, "may_edit": _may_edit(answered.page, reader), **form.cleaned_data}
            return render(request, "stewardship/answered.html", context)
    context = {
        "stewardship": row,
        "form": form,
        "reader": reader,
        "is_deputy": row.deputy_id == reader.pk,
        "is_kept_by_reader": row.is_kept_by(reader),
    }
    return render(request, "stewardship/check.html", context)


def _may_answer(row, reader):
    return row.is_kept_by(reader) or reader.has_perm(EDIT)


def _may_edit(page, reader):
    return reader.has_perm("wagtailadmin.access_admin") and page.permissions_for_user(reader).can_edit()


def _answer(form, row, reader, place, due_on=None):
    action = {"right": actions.confirm, "changing": actions.promise, "not-mine": actions.give_up}[
        form.cleaned_data["said"]
    ]
    return action(stewardship=row, by=reader, place=place, words=form.cleaned_data["words"], due_on=due_on)


def _refuse(request, why, row=None):
    return render(request, "stewardship/refused.html", {"why": why, "stewardship": row})


# Their own list ------------------------------------------------------------------------------------------------------


@private_page
@login_required
def list_mine(request):
    """Show what the reader looks after, and as whose deputy, with the ways to answer."""
    rows = Stewardship.objects.with_people().select_related("page__locale").order_by("next_check_on", "pk")
    own = list(rows.of(request.user))
    return render(
        request,
        "stewardship/mine.html",
        {"own": own, "as_deputy": list(rows.filter(deputy=request.user)), "due": sum(row.is_due for row in own)},
    )


@private_page
@login_required
@require_POST
def answer_own(request, pk):
    row = get_object_or_404(Stewardship.objects.select_related("page"), pk=pk)
    if not row.is_kept_by(request.user):
        messages.info(request, _("Somebody else looks after this page now. Thank you all the same."))
        return redirect("stewardship:mine")
    form = AnswerForm(request.POST, stewardship=row)
    if not form.is_valid():
        messages.error(request, _("That did not work. Choose one of the buttons."))
        return redirect("stewardship:mine")
    try:
        _answer(form, row, request.user, Place.HUB)
    except StewardshipError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Thank you. We have noted it for “%(title)s”.") % {"title": row})
    return redirect("stewardship:mine")


@private_page
@login_required
def hand_over(request):
    """Let somebody who leaves hand over all their pages at once."""
    rows = list(Stewardship.objects.of(request.user).select_related("page", "deputy").order_by("pk"))
    form = HandOverForm(request.POST if request.method == "POST" else None, member=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            taken, left = actions.hand_over(stewardships=rows, by=request.user, to=form.cleaned_data["to"])
        except StewardshipError as error:
            form.add_error("to", str(error))
        else:
            messages.success(request, form.told(len(taken), len(left)))
            return redirect("stewardship:mine")
    with_deputy = sum(bool(row.deputy and row.deputy.is_active) for row in rows)
    context = {"form": form, "rows": rows, "with_deputy": with_deputy, "without_deputy": len(rows) - with_deputy}
    return render(request, "stewardship/hand_over.html", context)
