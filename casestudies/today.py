"""What waits for editors: stories that nobody has decided about, and those whose authors want them gone."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.today import Action, Heap, Waiting, register_heap

from . import actions
from .actions.reading import is_any_editor
from .models import Story

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
            detail=_("%(name)s, a change to what is published") % {"name": story.teller}
            if story.is_on_site
            else story.teller,
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


@register_heap(21)
def stories_wanted_gone(request):
    """Return the stories that their authors want off the site, for those who may take them off."""
    if not is_any_editor(request.user):
        return None
    stories = Story.objects.wanted_gone().select_related("page", "author")
    things = [
        Waiting(
            title=story.title,
            url=reverse("wagtailadmin_pages:unpublish", args=[story.page_id]),
            detail=story.teller,
            since=story.removal_asked_at,
        )
        for story in stories[:A_HANDFUL]
    ]
    return Heap(_("Stories that their authors want taken down"), things, stories.count())
