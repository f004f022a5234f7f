"""What the home page shows of groups."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.home import Section, register_section

from .models import PeerGroup


@register_section(40)
def groups_to_join(request):
    """Return the groups with most members that one can join."""
    groups = PeerGroup.objects.open().with_member_count().order_by("-member_count", "name")[:3]
    return Section(
        heading=_("Groups you can join"),
        items=list(groups),
        more_words=_("All groups"),
        more_url=reverse("groups:list"),
        template="groups/_home_section.html",
    )
