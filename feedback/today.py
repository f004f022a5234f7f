"""What readers missed and nobody has dealt with."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.today import SHOWN, Action, Heap, Waiting, register_heap

from .actions import EDIT
from .models import Feedback


@register_heap(30)
def not_useful(request):
    if not request.user.has_perm(EDIT):
        return None
    said = Feedback.objects.open().not_useful().select_related("page").order_by("said_at", "pk")
    return Heap(
        heading=_("“Not useful”, and why"),
        things=[_waiting(each) for each in said[:SHOWN]],
        count=said.count(),
        more_url=f"{reverse('feedback:mine')}?show=all",
    )


def _waiting(said):
    answer = reverse("feedback:answer", args=[said.pk])
    return Waiting(
        title=said.page.title,
        url=answer if said.address else f"{reverse('feedback:mine')}?show=all#said-{said.pk}",
        detail=said.words[:300],
        since=said.said_at,
        actions=[Action(_("Mark as done"), reverse("feedback:done", args=[said.pk]))],
    )
