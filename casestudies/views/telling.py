"""Where a member writes a story: begins it, goes on with it, and sends it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from hub.kinds import Kind
from hub.private_pages import private_page
from hub.visibility import only_public

from .. import actions
from ..actions import StoryError
from ..actions.reading import is_any_editor
from ..forms import StoryForm
from ..models import Story
from ..models.stories import title_in
from ..questions import FIVE, unanswered
from ..wording import mark_of
from .own_stories import do_or_say, own_story

DOORS = {Story.Door.FIVE, Story.Door.FULL}
SEND = "send"
NOTHING_YET = gettext_lazy("There is nothing to save yet. Write a few words here first.")


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def share(request):
    """Begin a story. Whoever is not signed in sees the questions first; nothing that they typed is lost."""
    door = request.GET.get("door") if request.GET.get("door") in DOORS else Story.Door.FIVE
    if not request.user.is_authenticated:
        if request.method != "POST":
            return render(
                request, "casestudies/before_sharing.html", {"questions": FIVE, "next": request.get_full_path()}
            )
        form = StoryForm(request.POST, request.FILES, door=_door_of(request, door))
        form.is_valid()
        form.errors.clear()
        form.add_error(
            None,
            _("You are signed out. Your words are still here: sign in in another window, then press the button again."),
        )
        return _show(request, form, None)
    if request.method == "POST":
        return _write(request, story=None, door=_door_of(request, door))
    form = StoryForm(door=door, origin=_origin(request.GET.get("from")))
    return _show(request, form, None, unfinished=Story.objects.of(request.user).unfinished().exclude(author=None)[:3])


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_story(request, pk):
    story = own_story(request, pk)
    if not story.can_be_changed:
        return redirect(story)
    door = request.GET.get("door") if request.GET.get("door") in DOORS else story.door
    if story.door == Story.Door.INTERVIEW:
        door = Story.Door.INTERVIEW
    if request.method == "POST":
        return _write(request, story=story, door=_door_of(request, door))
    return _show(request, StoryForm(story=story, door=door), story)


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def interview(request):
    """Let an editor ask somebody and type what they say."""
    if not is_any_editor(request.user):
        raise Http404("Only editors note down what somebody else tells.")
    if request.method == "POST":
        return _write(request, story=None, door=Story.Door.INTERVIEW)
    return _show(request, StoryForm(door=Story.Door.INTERVIEW), None)


@private_page
@require_POST
def keep_story(request):
    """Save what changed while somebody types. Answers with JSON; the page's script asks it."""
    if not request.user.is_authenticated:
        return JsonResponse({"message": _("You are signed out. Your words are kept on this device.")}, status=403)
    door = request.POST.get("door")
    form = StoryForm(request.POST, door=door if door in Story.Door.values else Story.Door.FIVE)
    if not form.tells_anything and not Story.objects.of(request.user).filter(submission_key=form.key).exists():
        return JsonResponse({"message": str(NOTHING_YET)}, status=409)
    kept = _keep(request, form, door=form.door)
    if isinstance(kept, StoryError):
        return JsonResponse({"message": str(kept)}, status=409)
    if kept is None:
        return JsonResponse({"message": _("Something went wrong on the way. Send it once more.")}, status=400)
    story = kept.story
    answers = {name: str(story.answers.get(name) or getattr(story, name, "") or "") for name in form.typed()}
    return JsonResponse(
        {
            "message": " ".join([*_about_pictures(kept), *_about_overlaps(kept), _saved(story)]),
            "url": story.edit_url,
            "marks": {name: mark_of(text) for name, text in answers.items()},
            "overlaps": kept.overlaps,
        }
    )


@private_page
@login_required
@require_POST
def choose_overlap(request, pk, overlap_pk):
    story = own_story(request, pk)
    overlap = story.overlaps.filter(pk=overlap_pk).first()
    if overlap:
        use = request.POST.get("use") == "other"
        told = _("The other text is in its place.") if use else _("The other text is thrown away.")
        try:
            actions.choose_overlap(overlap=overlap, use=use, by=request.user)
        except StoryError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, told)
    return redirect(story.edit_url)


@private_page
@login_required
@require_POST
def remove_photo(request, pk):
    story = own_story(request, pk)
    do_or_say(
        request, lambda: actions.remove_photo(story=story, by=request.user), story, _("The photograph is removed.")
    )
    return redirect(story.edit_url)


def _write(request, *, story, door):
    form = StoryForm(request.POST, request.FILES, story=story, door=door)
    is_right = form.is_valid()
    if story is None and not form.tells_anything:
        if request.POST.get("do") != SEND:
            form.errors.clear()
            form.add_error("what_happened", NOTHING_YET)
        return _show(request, form, None)
    kept = _keep(request, form, door=door)
    if kept is None or isinstance(kept, StoryError):
        form.errors.clear()
        form.add_error(None, str(kept) if kept else _("Something went wrong on the way. Send it once more."))
        return _show(request, form, story)
    story = kept.story
    form.story = story
    if (file := form.cleaned_data.get("photo")) and "photo" not in form.errors:
        try:
            actions.add_photo(story=story, file=file, by=request.user)
        except StoryError as error:
            form.add_error(None, str(error))
        story.refresh_from_db()
    for told in (*_about_pictures(kept), *_about_overlaps(kept)):
        messages.warning(request, told)
    if request.POST.get("do") == SEND:
        if is_right and not form.cleaned_data["title"].strip():
            form.propose_title(story.sent_answers.get("title") or title_in(story.answers))
        elif is_right:
            return _send(request, form, story)
        return _show(request, form, story)
    if "photo" in form.errors:
        return _show(request, form, story, only={"photo"})
    messages.success(request, _("%(saved)s You can go on at any time, on any device.") % {"saved": _saved(story)})
    return redirect(_address(story, door))


def _send(request, form, story):
    was_draft = story.is_draft
    try:
        story = actions.send(story=story, by=request.user)
    except StoryError as error:
        form.add_error(None, str(error))
        return _show(request, form, story)
    messages.success(
        request,
        _("Thank you. Your story is on its way to its first readers.")
        if was_draft
        else _("Thank you. Your changes are with the readers."),
    )
    return redirect(story)


def _keep(request, form, *, door):
    """Save what was typed. Returns `Kept`, the `StoryError`, or None where the form is not one of ours."""
    if form.key is None:
        return None
    try:
        return actions.keep(
            submission_key=form.key,
            answers=form.typed(),
            marks=form.seen(),
            by=request.user,
            door=door,
            toolkit=_origin(request.POST.get("origin")),
            language=get_language(),
        )
    except StoryError as error:
        return error


def _show(request, form, story, *, only=None, **context):
    if only:
        for name in [name for name in form.errors if name not in only]:
            del form.errors[name]
    toolkit = story.toolkit if story else _origin(form["origin"].value())
    context |= {
        "form": form,
        "story": story,
        "toolkit": toolkit,
        "overlaps": _overlaps(story, form),
        "keep_url": reverse("casestudies:keep"),
        "is_full": form.door == Story.Door.FULL,
        "is_interview": form.door == Story.Door.INTERVIEW,
        "unanswered": unanswered(story.answers) if story else [],
    }
    return render(request, "casestudies/share.html", context, status=200)


def _overlaps(story, form):
    if not story:
        return []
    return [
        (overlap, form.fields[overlap.name].label if overlap.name in form.fields else overlap.name)
        for overlap in story.overlaps.all()
    ]


def _door_of(request, door):
    chosen = request.POST.get("door")
    return chosen if chosen in DOORS and door != Story.Door.INTERVIEW else door


def _address(story, door):
    return f"{story.edit_url}?door={door}" if door in DOORS and door != story.door else story.edit_url


def _origin(value):
    """Return the toolkit or the case study that a story began with, if everybody can read it: the address names it."""
    text = str(value or "")
    if not (text.isdecimal() and len(text) < 10):
        return None
    page = only_public(Page.objects.live()).filter(pk=int(text)).first()
    return page if page and getattr(page.specific_class, "kind", None) in (Kind.TOOLKIT, Kind.CASE_STUDY) else None


def _saved(story):
    # Translators: %(time)s is a time of day, such as 10:32
    return _("Saved at %(time)s.") % {"time": date_format(timezone.localtime(story.saved_at), "H:i")}


def _about_pictures(kept):
    if kept.pictures:
        yield ngettext(
            "There was a picture in what you pasted. We kept the words. You can add a photograph below.",
            "There were %(number)s pictures in what you pasted. We kept the words. You can add a photograph below.",
            kept.pictures,
        ) % {"number": kept.pictures}


def _about_overlaps(kept):
    if kept.overlaps:
        yield _("You wrote here on another device as well. Both texts are kept: open the story again to choose.")
