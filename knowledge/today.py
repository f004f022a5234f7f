"""What waits for editors in the library."""

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from hub.today import Action, Heap, Waiting, register_heap

from .actions.experiences import DECIDE
from .models import Experience

SHOWN = 5


@register_heap(35)
def experiences_waiting(request):
    """Return what members said about toolkits and nobody has read yet."""
    if not request.user.has_perm(DECIDE):
        return None
    waiting = Experience.objects.waiting().select_related("kit", "user")
    return Heap(
        heading=_("What happened with toolkits"),
        count=waiting.count(),
        more_url=reverse("experiences:index"),
        things=[
            Waiting(
                title=Truncator(experience.text).chars(90),
                url=reverse("experiences:edit", args=[experience.pk]),
                detail=_("%(name)s about “%(title)s”")
                % {"name": experience.user or _("Somebody who has left the hub"), "title": experience.kit.title},
                since=experience.created_at,
                actions=[Action(_("Show it on the page"), reverse("experiences:approve", args=[experience.pk]))],
            )
            for experience in waiting[:SHOWN]
        ],
    )
