"""What members say about themselves, and what other members see of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.private_pages import private_page

from .forms import ProfileForm
from .models import User


@private_page
@login_required
def edit_profile(request):
    # A fresh row: a form that is not valid must not change the name in the page's header.
    member = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=member)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("members:me")
    return render(request, "members/profile.html", {"form": form})


@private_page
@login_required
@require_safe
def show_member(request, pk):
    member = get_object_or_404(User.objects.filter(is_active=True), pk=pk)
    return render(request, "members/member.html", {"member": member})
