"""Where a member sees what became of their stories, answers, and takes them back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consent.links import path_for
from consent.models import Consent
from hub.private_pages import private_page

from .. import actions
from ..actions import StoryError
from ..forms import AnswerForm, StoryForm
from ..models import Story
from ..questions import unanswered
from .own_stories import do_or_say, own_story


@private_page
@login_required
@require_safe
def list_my_stories(request):
    stories = Story.objects.of(request.user).select_related("page", "author")
    return render(request, "casestudies/my_stories.html", {"stories": stories})


@private_page
@login_required
@require_safe
def show_story(request, pk):
    story = own_story(request, pk)
    return _show_status(request, story, AnswerForm())


@private_page
@login_required
@require_POST
def answer_question(request, pk):
    story = own_story(request, pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer(story=story, by=request.user, **form.cleaned_data)
        except StoryError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your answer is sent."))
            return redirect(story)
    return _show_status(request, story, form)


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_story_back(request, pk):
    story = own_story(request, pk)
    if request.method == "POST":
        return do_or_say(
            request,
            lambda: actions.take_back(story=story, by=request.user),
            story,
            _("Your change is yours alone again.") if story.is_on_site else _("The story is yours alone again."),
        )
    if not story.is_in_reading:
        return redirect(story)
    return render(request, "casestudies/take_back.html", {"story": story})


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def discard_story(request, pk):
    story = Story.objects.of(request.user).filter(pk=pk).first()
    if request.method == "POST":
        if story is None:  # pressed twice
            return redirect("casestudies:my_stories")
        try:
            actions.discard(story=story, by=request.user)
        except StoryError as error:
            messages.error(request, str(error))
            return redirect(story)
        if story.is_on_site:
            messages.success(request, _("Your change is thrown away. The page is as it was."))
            return redirect(story)
        messages.success(request, _("The story is thrown away."))
        return redirect("casestudies:my_stories")
    if story is None or not (story.is_draft or (story.can_be_sent_anew and not story.is_in_reading)):
        raise Http404("There is no such draft.")
    return render(request, "casestudies/discard.html", {"story": story})


@private_page
@login_required
@require_POST
def ask_removal(request, pk):
    story = own_story(request, pk)
    is_wanted = request.POST.get("wanted") != "no"
    told = (
        _("It is on the editors’ list now. We write to you when it is off the site.")
        if is_wanted
        else _("The story stays on the site.")
    )
    return do_or_say(
        request, lambda: actions.ask_removal(story=story, by=request.user, is_wanted=is_wanted), story, told
    )


def _show_status(request, story, form):
    is_shown = story.page and (story.is_in_reading or not story.is_on_site)
    draft = story.page.get_latest_revision_as_object() if is_shown else None
    notes = list(story.notes.select_related("by"))
    is_asked = story.is_in_reading and bool(notes) and notes[-1].is_question
    context = {
        "story": story,
        "form": form,
        "draft": draft,
        "marks": StoryForm(story=story, door=story.door)["marks"].value(),  # what is kept on the device may go
        "notes": notes,
        "can_answer": is_asked or form.is_bound,  # what was typed comes back, also when it came too late
        "unanswered": unanswered(story.answers),
        "consents": _own_consents(request.user, story),
    }
    return render(request, "casestudies/story.html", context)


def _own_consents(user, story):
    """Return what the author agreed to with this story and can take back: (what it is, the address for it)."""
    if story.page_id is None or story.author_id != user.pk:
        return []
    mine = Consent.objects.in_force().filter(uses__page=story.page_id, member=user, how=Consent.How.FORM)
    words = {Consent.Covers.NAME: _("Your name"), Consent.Covers.PHOTO: _("Your photograph")}
    return [(words.get(consent.covers, consent.get_covers_display()), path_for(consent)) for consent in mine]
