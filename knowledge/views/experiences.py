"""“We used this, and this is what happened”: where members say it, and take it back."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.private_pages import private_page

from ..actions import KitError, experiences
from ..forms import ExperienceForm
from ..models import Experience
from ..story_doors import story_url
from ..visibility import may_see
from .getting import get_kit


@private_page
@login_required
def send_experience(request, pk):
    kit = get_kit(request, pk)
    form = ExperienceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="send_experience"):
            form.add_error(None, _("You have sent many in a short time. Try again in an hour."))
        else:
            try:
                sent = experiences.send(kit=kit, by=request.user, language=get_language(), **form.cleaned_data)
            except KitError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Thank you. An editor reads it before it appears, and writes to you."))
                return redirect(sent)
    return render(request, "knowledge/send_experience.html", {"kit": kit, "form": form})


@private_page(methods=("GET", "HEAD"))
def find_experience(request, pk):
    """Lead to its place on the kit's page; show whoever wrote it how it stands."""
    experience = get_object_or_404(Experience.objects.select_related("kit__locale"), pk=pk)
    kit = experience.kit
    if request.user.is_authenticated and experience.user_id == request.user.pk:
        context = {"experience": experience, "kit": kit, "story_url": story_url(kit)}
        return render(request, "knowledge/own_experience.html", context)
    if not experience.is_approved or not may_see(kit, request.user):
        raise Http404("It waits, was declined, or is about a toolkit that is not shown.")
    return redirect(f"{kit.url}#experience-{experience.pk}")


@private_page
@login_required
def take_back_experience(request, pk):
    experience = get_object_or_404(Experience.objects.filter(user=request.user).select_related("kit__locale"), pk=pk)
    if request.method == "POST":
        try:
            experiences.take_back(experience=experience, by=request.user)
        except KitError as error:
            messages.error(request, str(error))
            return redirect(experience)
        messages.success(request, _("It is deleted."))
        return redirect(experience.kit.url or "/")
    return render(request, "knowledge/take_back_experience.html", {"experience": experience, "kit": experience.kit})
