"""What waits for editors: stories that nobody has decided about."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.today import Action, Heap, Waiting, register_heap

from . import actions
from .actions.reading import is_any_editor

A_HANDFUL = 5


@register_heap(20)
def stories_waiting(request):
    """Return the stories that wait for a reader, for those who may publish them."""
    if not is_any_editor(request.user):
        return None
    stories = actions.stories_to_read(request.user).waiting()
    things = [
        Waiting(
            title=story.title,
            url=story.reading_url,
            detail=story.teller,
            since=story.sent_at,
            actions=[
                Action(
                    _("Publish it"),
                    reverse("casestudies:approve", args=[story.pk]),
                    fields={"seen": story.page.latest_revision_id},
                )
            ],
        )
        for story in stories[:A_HANDFUL]
    ]
    return Heap(_("Stories waiting"), things, stories.count(), reverse("casestudies:reading"))
