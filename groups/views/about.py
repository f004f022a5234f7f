"""Where facilitators say what their group is for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.private_pages import private_page

from .. import actions
from ..actions import GroupError
from ..forms import DescribeGroupForm
from .works import get_facilitated


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_group(request, slug):
    group = get_facilitated(request, slug)
    name = group.name
    form = DescribeGroupForm(request.POST if request.method == "POST" else None, instance=group)
    if request.method == "POST" and form.is_valid():
        try:
            actions.describe(group=group, by=request.user, **form.cleaned_data)
        except GroupError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It is saved. Everybody reads it like this now."))
            return redirect(group)
    return render(request, "groups/edit.html", {"form": form, "group": group, "name": name})
