"""Where facilitators choose what their group works with. Everybody sees it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hub.models import BasePage
from hub.private_pages import private_page

from .. import actions
from ..actions import GroupError
from ..forms import AddWorkForm, FindWorkForm
from ..models import Membership
from ..works import find_works, works_of


@private_page
@login_required
def choose_works(request, slug):
    """Show what the group works with, and what has the words asked for in its title. Posting adds a page."""
    group = get_facilitated(request, slug)
    if request.method == "POST":
        _add(request, group)
        return redirect("groups:works", slug)
    form = FindWorkForm(request.GET)
    works = works_of(group)
    shown = {work.key for work in works}
    chosen = list(group.works_with.order_by("pk"))
    context = {
        "group": group,
        "works": works,
        "hidden": [page for page in chosen if page.translation_key not in shown],
        "form": form,
        "asked": form.words,
        "found": find_works(form.words) if form.words and not group.is_closed else [],
        "chosen": {page.translation_key for page in chosen},
    }
    return render(request, "groups/works.html", context)


def _add(request, group):
    form = AddWorkForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("This page is not open to everybody. Choose another."))
        return
    page = form.cleaned_data["page"]
    try:
        actions.work_with(group=group, page=page, by=request.user)
    except GroupError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("“%(title)s” is among what the group works with.") % {"title": page.title})


@private_page
@login_required
def remove_work(request, slug, pk):
    group = get_facilitated(request, slug)
    page = BasePage.objects.filter(pk=pk).first()
    if request.method == "POST" and page:
        try:
            actions.stop_working_with(group=group, page=page, by=request.user)
        except GroupError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("It is not among what the group works with any more."))
    return redirect("groups:works", slug)


def get_facilitated(request, slug):
    """Return a group to a facilitator of it. Else `Http404`."""
    memberships = Membership.objects.facilitators().select_related("group")
    return get_object_or_404(memberships, group__slug=slug, user=request.user).group
