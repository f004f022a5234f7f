"""Comments that wait for a moderator."""

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from hub.models import BasePage
from hub.today import SHOWN, Action, Heap, Waiting, register_heap

from .actions import MODERATE
from .models import PageComment


@register_heap(20)
def comments_waiting(request):
    if not request.user.has_perm(MODERATE):
        return None
    comments = PageComment.objects.to_moderate().select_related("user")
    shown = list(comments[:SHOWN])
    pages = BasePage.objects.in_bulk([int(comment.object_pk) for comment in shown])
    return Heap(
        heading=_("Comments to look at"),
        things=[_waiting(comment, pages.get(int(comment.object_pk))) for comment in shown],
        count=comments.count(),
        more_url=reverse("comment_moderation"),
    )


def _waiting(comment, page):
    name = comment.user.name if comment.user else _("Somebody who has left the hub")
    title = page.title if page else _("a page that is gone")
    return Waiting(
        title=_("%(name)s on “%(title)s”") % {"name": name, "title": title},
        url=reverse("comment_moderation"),
        detail=Truncator(comment.comment).chars(300),
        since=comment.submit_date,
        actions=[
            Action(_("Keep it") if comment.is_public else _("Approve"), reverse("approve_comment", args=[comment.pk])),
            Action(_("Remove"), reverse("remove_comment", args=[comment.pk]), is_grave=True),
        ],
    )
