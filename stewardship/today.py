"""Pages that are to be checked, and pages that nobody looks after."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.today import SHOWN, Action, Heap, Waiting, register_heap

from .emails import EDIT
from .models import OutgoingLink, Stewardship


@register_heap(10)
def without_owner(request):
    if not request.user.has_perm(EDIT):
        return None
    rows = Stewardship.objects.exclude(page=None).without_owner().select_related("page").order_by("next_check_on", "pk")
    return Heap(
        heading=_("Pages that nobody looks after"),
        things=[
            Waiting(
                title=str(row),
                url=reverse("stewardship_edit", args=[row.pk]),
                since=row.without_owner_since,
                actions=[
                    Action(
                        _("I’ll look after it"),
                        reverse("stewardship_change_owner"),
                        {"row": row.pk, "owner": request.user.pk},
                    )
                ],
            )
            for row in rows[:SHOWN]
        ],
        count=rows.count(),
        more_url=f"{reverse('stewardship_report')}?state=without-owner",
    )


@register_heap(15)
def checks_due(request):
    if not request.user.has_perm(EDIT):
        return None
    rows = Stewardship.objects.exclude(page=None).due().with_people().select_related("page")
    return Heap(
        heading=_("Pages to check"),
        things=[
            Waiting(
                title=str(row),
                url=reverse("stewardship_edit", args=[row.pk]),
                detail=_("looked after by %(name)s") % {"name": row.owner} if row.has_owner else "",
                since=row.next_check_on,
                actions=[Action(_("Still right"), reverse("stewardship_confirm", args=[row.pk]))],
            )
            for row in rows.order_by("next_check_on", "pk")[:SHOWN]
        ],
        count=rows.count(),
        more_url=f"{reverse('stewardship_report')}?state=due",
    )


@register_heap(50)
def dead_links(request):
    if not request.user.has_perm(EDIT):
        return None
    links = OutgoingLink.objects.dead().order_by("first_failed_on", "pk")
    return Heap(
        heading=_("Links that no longer answer"),
        things=[_dead(link) for link in links.prefetch_related("pages")[:SHOWN]],
        count=links.count(),
        more_url=reverse("dead_links"),
    )


def _dead(link):
    pages = sorted((page for page in link.pages.all() if page.live), key=lambda page: page.pk)
    return Waiting(
        title=link.url,
        url=reverse("wagtailadmin_pages:edit", args=[pages[0].pk]),
        detail=_("On “%(title)s”. %(problem)s")
        % {"title": "”, “".join(page.title for page in pages[:3]), "problem": link.get_problem_display()},
        since=link.first_failed_on,
        actions=[
            Action(_("Try it again"), reverse("ask_link_again", args=[link.pk])),
            Action(_("Leave it"), reverse("leave_link", args=[link.pk])),
        ],
    )
