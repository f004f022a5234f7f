"""Where readers say whether a page was useful, and where those who answer for it read that."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from hub.models import BasePage
from hub.private_pages import private_page
from hub.signed_links import LinkError
from hub.today import back_from
from members.models import User

from . import actions, pressing
from .actions import EDIT, FeedbackError
from .emails import WORDS_LINK
from .forms import AnswerForm, ButtonForm, FeedbackForm, PressForm
from .models import Feedback, is_asked

ON_A_PAGE = 25


@csrf_exempt  # the page is kept for all readers; `pressing` looks where the press came from
@private_page
@require_POST
def press(request, page_pk):
    """Count a “Yes” or “No” pressed below a page, and ask why. From elsewhere it only leads to the form."""
    page = _get_page(page_pk)
    form = PressForm(request.POST)
    if not form.is_valid():
        return redirect("feedback:say", page.pk)
    useful = form.cleaned_data["useful"]
    if not pressing.is_pressed_here(request):
        return redirect(f"{reverse('feedback:say', args=[page.pk])}?useful={useful}")
    if not ratelimit.consume(request, action="say_useful"):
        return _show(request, page, FeedbackForm(initial={"is_useful": useful}), status=429, is_too_much=True)
    key = pressing.key_of(request) or pressing.new_key(request, page)
    actions.say(page=page, is_useful=useful == "yes", submission_key=key, language=get_language())
    response = redirect(f"{reverse('feedback:say', args=[page.pk])}?said={useful}")
    pressing.remember(response, page, key)
    return response


@private_page
def say(request, page_pk):
    """Ask whether a page was useful, or, once that is said, why."""
    page = _get_page(page_pk)
    if request.method != "POST":
        key = pressing.key_of(request)
        said = Feedback.objects.filter(submission_key=key, page=page.pk).first() if key else None
        if said is None and "said" in request.GET:  # a browser that keeps nothing: it counts, and that is all
            return redirect("feedback:thanks", page.pk)
        if said and not said.words:
            initial = {"is_useful": "yes" if said.is_useful else "no", "submission_key": key}
            return _show(request, page, FeedbackForm(initial=initial), is_counted=True)
        useful = request.GET.get("useful")
        return _show(request, page, FeedbackForm(initial={"is_useful": useful if useful in ("yes", "no") else None}))
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _show(request, page, form)
    if form.is_of_a_program:
        return redirect("feedback:thanks", page.pk)  # it need not know
    if not ratelimit.consume(request, action="say_useful"):
        return _show(request, page, form, status=429, is_too_much=True)
    said = {name: value for name, value in form.cleaned_data.items() if name != "website"}
    try:
        actions.say(page=page, language=get_language(), **said)
    except FeedbackError as error:
        form.add_error(None, str(error))
        return _show(request, page, form)
    pressing.begin_anew(request, page)
    return redirect("feedback:thanks", page.pk)


def _get_page(pk):
    """Return a page that readers are asked about. Else `Http404`."""
    page = get_object_or_404(BasePage.objects.select_related("locale"), pk=pk).as_kind
    if not is_asked(page):
        raise Http404("Nobody is asked about this page.")
    return page


def _show(request, page, form, *, status=200, **context):
    return render(request, "feedback/say.html", {"page": page, "form": form, **context}, status=status)


@private_page
def thank(request, page_pk):
    page = _get_page(page_pk)
    return render(request, "feedback/thanks.html", {"page": page})


# For those who answer for pages --------------------------------------------------------------------------------------


@private_page
@login_required
def list_mine(request):
    """Show what readers said about the reader's own pages; editors may see all of it."""
    may_see_all = request.user.has_perm(EDIT)
    show_all = may_see_all and request.GET.get("show") == "all"
    said = Feedback.objects.all() if show_all else Feedback.objects.about_pages_of(request.user)
    context = {
        "page_obj": Paginator(said.newest_first(), ON_A_PAGE).get_page(request.GET.get("page")),
        "may_see_all": may_see_all,
        "show_all": show_all,
        "useful": said.filter(is_useful=True).count(),
        "not_useful": said.not_useful().count(),
    }
    return render(request, "feedback/mine.html", context)


@private_page
@login_required
def answer(request, pk):
    feedback = _get_feedback(request, pk)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(feedback=feedback, text=form.cleaned_data["text"], by=request.user)
        except FeedbackError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your answer is on its way."))
            return redirect("feedback:mine")
    return render(request, "feedback/answer.html", {"feedback": feedback, "form": form})


@private_page
@login_required
@require_POST
def mark_done(request, pk):
    actions.mark_done(feedback=_get_feedback(request, pk), by=request.user)
    back = back_from(request, "feedback:mine")
    told = _("Marked as done.")
    if back != "feedback:mine":  # there it is out of sight now
        said_url = f"{reverse('feedback:mine')}?show=all#said-{pk}"
        told = format_html('{} <a href="{}">{}</a>', told, said_url, _("Look at it"))
    messages.success(request, told)
    return redirect(back)


@private_page
def deal_from_mail(request, token):
    """Let whoever has the link in a mail answer, or mark as done, for the member whom it was sent to."""
    try:
        pk, member_pk = WORDS_LINK.read(token)
    except LinkError as error:
        return _refuse(request, error.why.value)
    feedback = Feedback.objects.select_related("page__locale").filter(pk=pk).first()
    if feedback is None:
        return _refuse(request, "gone")
    member = User.objects.filter(pk=member_pk, is_active=True).first()
    if member is None or not actions.may_deal_with(feedback, member):
        return _refuse(request, "handed-over")
    pressed = ButtonForm(request.POST if request.method == "POST" else None)
    button = pressed.cleaned_data["do"] if pressed.is_valid() else None
    form = AnswerForm(request.POST if button == "answer" else None)
    try:
        if button == "done":
            actions.mark_done(feedback=feedback, by=member)
            return redirect(request.path)
        if form.is_valid():
            actions.answer(feedback=feedback, text=form.cleaned_data["text"], by=member)
            return redirect(request.path)
    except FeedbackError as error:
        if not form.is_bound:
            return _refuse(request, "handed-over")
        form.add_error(None, str(error))
    return render(request, "feedback/from_mail.html", {"feedback": feedback, "form": form, "member": member})


def _refuse(request, why):
    return render(request, "feedback/refused.html", {"why": why}, status=410)


def _get_feedback(request, pk):
    """Return what was said, if the reader answers for that page or edits. Raises `Http404` for everybody else."""
    feedback = get_object_or_404(Feedback.objects.select_related("page__locale"), pk=pk)
    if not actions.may_deal_with(feedback, request.user):
        raise Http404("Somebody else answers for this page.")
    return feedback
