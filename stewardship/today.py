"""Pages that are to be checked, and pages that nobody looks after."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.today import SHOWN, Action, Heap, Waiting, register_heap

from .emails import EDIT
from .models import Stewardship


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
