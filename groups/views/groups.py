"""The list of groups and the page of each. What a group is for is public; what is said inside is for its members."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hub.listings import ListingForm
from hub.models import Area, Theme
from hub.page_cache import public_page

from ..models import Membership, PeerGroup
from ..works import works_of
from .paging import page_of

GROUPS_ON_A_PAGE = 24
TOPICS_ON_A_PAGE = 20


@require_safe
@public_page
def list_groups(request):
    form = ListingForm(request.GET)
    groups = form.filter(PeerGroup.objects.open()).with_member_count().prefetch_related(*_terms())
    return render(request, "groups/list.html", {"form": form, "page_obj": page_of(request, groups, GROUPS_ON_A_PAGE)})


@require_safe
@public_page
def show_group(request, slug):
    group = get_object_or_404(PeerGroup.objects.with_member_count().prefetch_related(*_terms()), slug=slug)
    context = {"group": group}
    if request.user.is_authenticated:
        context |= _inside(request, group)
    context["works"] = works_of(group)
    return render(request, "groups/group.html", context)


def _inside(request, group):
    """Return what a signed-in person sees of a group besides what everybody sees."""
    people = Membership.objects.visible_to(request.user).filter(group=group).select_related("user")
    people = list(people.order_by("user__name", "pk"))
    context = {
        "own": next((membership for membership in people if membership.user_id == request.user.pk), None),
        "facilitators": [membership for membership in people if membership.is_facilitator],
        "people": [membership for membership in people if membership.is_active],
    }
    if context["own"] and context["own"].is_active:
        topics = group.topics.visible_to(request.user).with_post_count()
        context["page_obj"] = page_of(request, topics, TOPICS_ON_A_PAGE)
    if context["own"] and context["own"].is_facilitator:
        context["requests"] = [membership for membership in people if not membership.is_active]
    return context


def _terms():
    return [
        Prefetch("themes", queryset=Theme.objects.with_local_name()),
        Prefetch("areas", queryset=Area.objects.with_local_name()),
    ]
