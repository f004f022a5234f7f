import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ReferenceIndex

from groups.models import Membership, PeerGroup, Post, Topic
from tests.factories.groups import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def faye(site, charlie):
    """Somebody with the role of facilitators."""
    charlie.groups.add(Group.objects.get(name="Facilitators"))
    return charlie


@pytest.fixture
def root(charlie):
    charlie.is_superuser = True
    charlie.save()
    return charlie


def test_whoever_makes_a_group_is_its_first_facilitator(client, faye):
    client.force_login(faye)
    data = {
        "name": "New starters", "slug": "new-starters", "summary": "For those who are new.", "description": "",
        "meets": "", "language": "en", "joining": "open", "closed_at": "",
    }  # fmt: skip
    response = client.post(reverse("peer_groups:add"), data)
    assert response.status_code == 302
    group = PeerGroup.objects.get(slug="new-starters")
    assert [membership.user for membership in group.memberships.facilitators()] == [faye]


ADDRESSES = ["edit", "history", "history_results", "usage"]


def test_facilitators_list_search_and_change_their_groups(client, group, faye):
    MembershipFactory(group=group, user=faye, role=Membership.Role.FACILITATOR)
    client.force_login(faye)
    assert "Paying people fairly" in client.get(reverse("peer_groups:index")).text
    assert "Paying people fairly" in client.get(reverse("peer_groups:index"), {"q": "paying"}).text
    for name in ADDRESSES:
        assert client.get(reverse(f"peer_groups:{name}", args=[group.pk])).status_code == 200


@pytest.mark.parametrize("role", [None, Membership.Role.MEMBER])
def test_a_facilitator_of_another_group_changes_nothing_here(client, group, faye, role):
    if role:
        MembershipFactory(group=group, user=faye, role=role)
    client.force_login(faye)
    assert "Paying people fairly" not in client.get(reverse("peer_groups:index")).text
    assert "Paying people fairly" not in client.get(reverse("peer_groups:index"), {"q": "paying"}).text
    for name in ADDRESSES:
        assert client.get(reverse(f"peer_groups:{name}", args=[group.pk])).status_code == 404
    changed = client.post(reverse("peer_groups:edit", args=[group.pk]), {"name": "Mine", "joining": "open"})
    assert changed.status_code == 404
    group.refresh_from_db()
    assert group.name == "Paying people fairly"


def test_administrators_change_every_group(client, group, root):
    client.force_login(root)
    for name in ADDRESSES:
        assert client.get(reverse(f"peer_groups:{name}", args=[group.pk])).status_code == 200


def test_who_is_in_which_group_is_for_administrators(client, group, faye):
    client.force_login(faye)
    assert client.get(reverse("memberships:index")).status_code == 302
    faye.groups.add(Group.objects.get(name="Administrators"))
    response = client.get(reverse("memberships:index"), {"q": "bob"})
    assert "Bob Marsh" in response.text
    assert "Alice" not in response.text


def test_members_have_no_way_in(client, group, bob):
    client.force_login(bob)
    assert client.get(reverse("peer_groups:index")).status_code == 302


def test_no_screen_shows_what_is_said_inside(client, topic, root):
    client.force_login(root)
    ReferenceIndex.create_or_update_for_object(topic.group)
    for model in (Topic, Post, Membership):
        assert not ReferenceIndex.model_is_indexable(model)
    for name in ("edit", "usage", "history", "delete"):
        text = client.get(reverse(f"peer_groups:{name}", args=[topic.group.pk])).text
        assert "Zebra" not in text
        assert "quokka" not in text
