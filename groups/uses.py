"""Groups are named on the pages of what they work with."""

from hub.kinds import Kind
from hub.uses import Use, register_uses

from .models import PeerGroup

MOST = 12


@register_uses
def groups_that_work_with(page):
    """Return the groups that are still going and work with `page`, or with a translation of it."""
    groups = PeerGroup.objects.open().filter(works_with__translation_key=page.translation_key).distinct()
    return [Use(Kind.GROUP.value, group.name, group.get_absolute_url(), group.language) for group in groups[:MOST]]
