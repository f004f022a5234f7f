"""Where peers and editors read a story before it is published: ask, say yes, decline."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.private_pages import private_page
from hub.ways_back import way_back

from .. import actions
from ..actions import StoryError
from ..actions.reading import is_any_editor, is_editor_of, is_reader, task_of
from ..forms import ApproveForm, DeclineForm, QuestionForm
from ..models import Story
from ..questions import changes_to


@private_page
@login_required
@require_safe
def list_stories_to_read(request):
    """List what waits for this reader; nobody else knows of the page."""
    stories = list(actions.stories_to_read(request.user))
    if not stories and not is_reader(request.user):
        raise Http404("Only those who read stories have such a list.")
    context = {"stories": stories, "is_editor": is_any_editor(request.user)}
    return render(request, "casestudies/reading.html", context)


@private_page
@login_required
@require_safe
def read_story(request, pk):
    return _show(request, _get_story(request, pk))


@private_page
@login_required
@require_POST
def ask_author(request, pk):
    story = _get_story(request, pk)
    form = QuestionForm(request.POST)
    if form.is_valid():
        try:
            actions.ask(story=story, by=request.user, **form.cleaned_data)
        except StoryError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your question is sent to the author."))
            return redirect("casestudies:read_story", pk)
    return _show(request, story, question_form=form)


@private_page
@login_required
@require_POST
def approve_story(request, pk):
    story = _get_story(request, pk)
    form = ApproveForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else None
    is_change = story.is_on_site
    try:
        story = actions.approve(story=story, by=request.user, seen=seen)
    except StoryError as error:
        messages.error(request, str(error))
        return redirect(story.reading_url)
    if story.status == Story.Status.PUBLISHED:
        told = _("The story is published. Its author is told.")
        if is_change:
            told = _("The change is published. Its author is told.")
        if is_editor_of(story, request.user):
            undo_url = reverse("wagtailadmin_pages:unpublish", args=[story.page_id])
            told = format_html('{} <a href="{}">{}</a>', told, undo_url, _("Take it off the site again"))
        messages.success(request, told)
    else:
        messages.success(request, _("Thank you. One more of you says yes, and it is published."))
    return redirect(_back(request) or _after(story, request.user))


@private_page
@login_required
@require_POST
def decline_story(request, pk):
    story = _get_story(request, pk)
    form = DeclineForm(request.POST)
    if form.is_valid():
        try:
            actions.decline(story=story, by=request.user, **form.cleaned_data)
        except StoryError as error:
            messages.error(request, str(error))
            return redirect(story.reading_url)
        else:
            messages.success(request, _("The author is told, in your words."))
            return redirect("casestudies:reading")
    return _show(request, story, decline_form=form)


def _get_story(request, pk):
    story = get_object_or_404(Story.objects.select_related("page", "author", "photo"), pk=pk)
    if not actions.may_read(story, request.user):
        raise Http404("This story is not for this reader.")
    return story


def _show(request, story, *, question_form=None, decline_form=None):
    # What was changed after it was published is a draft of the editors' again.
    page = story.page if story.status == Story.Status.PUBLISHED else story.page.get_latest_revision_as_object()
    task, state = task_of(story.page), story.page.current_workflow_task_state
    said_yes = list(state.peer_approvals.select_related("user")) if state and task else []
    context = {
        "story": story,
        "draft": page,
        "changes": changes_to(story) if story.is_in_reading and story.is_on_site else [],
        "notes": story.notes.select_related("by"),
        "is_open": story.is_in_reading,
        "is_editor": is_editor_of(story, request.user),
        "said_yes": said_yes,
        "has_said_yes": any(yes.user_id == request.user.pk for yes in said_yes),
        "peers_needed": task.peers_needed if task else 0,
        "approve_form": ApproveForm(initial={"seen": page.latest_revision_id}, auto_id=False),
        "question_form": question_form or QuestionForm(),
        "decline_form": decline_form or DeclineForm(),
    }
    return render(request, "casestudies/read_story.html", context)


def _after(story, user):
    return "casestudies:reading" if story.status == Story.Status.PUBLISHED else story.reading_url


def _back(request):
    """Return where the button was pressed, such as the editors' list of what waits."""
    return way_back(request, "")
