"""The resources of the demo: each is one document, with what it is, why to use it and a few words from somebody."""

from tests.factories.knowledge import ResourcePageFactory

from ..markup import stream
from . import for_groups, for_meetings, for_money

RESOURCES = [*for_groups.RESOURCES, *for_meetings.RESOURCES, *for_money.RESOURCES]


def load(world, library):
    """Publish the resources below `library`."""
    for resource in RESOURCES:
        fields = dict(resource)
        checked, next_check = fields.pop("checked")
        by = fields["by"]
        keeper = fields.pop("looked_after_by", by)
        page = world.publish(
            ResourcePageFactory,
            parent=library,
            document=world.documents[fields.pop("document")],
            body=stream(fields.pop("body", ""), world),
            **fields,
        )
        world.keep(page, keeper, checked=checked, next_check=next_check)
