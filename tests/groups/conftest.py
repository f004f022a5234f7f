import pytest
from django.utils import timezone

from groups.models import Membership
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory

FACILITATOR = Membership.Role.FACILITATOR


def close(group):
    group.closed_at = timezone.now()
    group.save()


@pytest.fixture
def group(site, alice, bob):
    """Alice facilitates it, Bob is a member, Charlie is a stranger."""
    group = PeerGroupFactory(name="Paying people fairly", slug="paying-people", summary="How we thank people.")
    MembershipFactory(group=group, user=alice, role=FACILITATOR)
    MembershipFactory(group=group, user=bob)
    return group


@pytest.fixture
def topic(group, alice):
    """A private talk; its words must never reach anybody outside the group."""
    topic = TopicFactory(group=group, title="Zebra vouchers", started_by=alice)
    PostFactory(topic=topic, author=alice, text="The quokka budget is secret.")
    return topic
