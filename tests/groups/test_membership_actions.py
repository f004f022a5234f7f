"""Every exit of every action on who belongs to a group."""

import pytest

from groups import actions
from groups.actions import GroupError
from groups.models import Membership, PeerGroup
from tests.factories.groups import MembershipFactory, PeerGroupFactory

from .conftest import FACILITATOR, close

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_request(group):
    group.joining = PeerGroup.Joining.ON_REQUEST
    group.save()
    return group


@pytest.fixture
def asked(on_request, charlie):
    return MembershipFactory(group=on_request, user=charlie, status=Membership.Status.ASKED)


def membership_of(user):
    return Membership.objects.get(user=user)


class TestJoin:
    def test_makes_a_member(self, group, charlie):
        membership = actions.join(group=group, by=charlie)
        assert (membership.status, membership.role) == ("active", "member")

    def test_twice_makes_one_membership(self, group, charlie):
        first, second = actions.join(group=group, by=charlie), actions.join(group=group, by=charlie)
        assert first == second

    def test_keeps_a_facilitator_a_facilitator(self, group, alice):
        assert actions.join(group=group, by=alice).role == FACILITATOR

    def test_lets_in_who_asked_before_the_group_was_opened(self, group, charlie):
        MembershipFactory(group=group, user=charlie, status=Membership.Status.ASKED)
        assert actions.join(group=group, by=charlie).status == "active"

    def test_is_refused_where_a_facilitator_says_yes(self, on_request, charlie):
        with pytest.raises(GroupError, match="Ask to join instead"):
            actions.join(group=on_request, by=charlie)
        assert not Membership.objects.filter(user=charlie).exists()

    def test_is_refused_in_a_closed_group(self, group, charlie):
        close(group)
        with pytest.raises(GroupError, match="has closed"):
            actions.join(group=group, by=charlie)


class TestAsk:
    def test_makes_a_request_and_tells_the_facilitators(
        self, on_request, charlie, mailoutbox, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            assert actions.ask(group=on_request, by=charlie).status == "asked"
        assert [(mail.to, mail.subject) for mail in mailoutbox] == [
            (["alice@example.org"], "Charlie Reyes asks to join Paying people fairly")
        ]
        assert "/groups/paying-people/" in mailoutbox[0].body

    def test_writes_to_each_facilitator_in_their_language(
        self, on_request, alice, charlie, mailoutbox, django_capture_on_commit_callbacks
    ):
        alice.language = "es"
        alice.save()
        with django_capture_on_commit_callbacks(execute=True):
            actions.ask(group=on_request, by=charlie)
        assert "/es/groups/paying-people/" in mailoutbox[0].body

    def test_a_deactivated_facilitator_gets_no_mail(
        self, on_request, alice, charlie, mailoutbox, django_capture_on_commit_callbacks
    ):
        alice.is_active = False
        alice.save()
        with django_capture_on_commit_callbacks(execute=True):
            actions.ask(group=on_request, by=charlie)
        assert mailoutbox == []

    def test_twice_tells_once(self, on_request, charlie, mailoutbox, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            first, second = actions.ask(group=on_request, by=charlie), actions.ask(group=on_request, by=charlie)
        assert first == second
        assert len(mailoutbox) == 1

    def test_a_member_stays_a_member(self, on_request, bob):
        assert actions.ask(group=on_request, by=bob).status == "active"

    def test_joins_an_open_group(self, group, charlie):
        assert actions.ask(group=group, by=charlie).status == "active"

    def test_is_refused_in_a_closed_group(self, on_request, charlie):
        close(on_request)
        with pytest.raises(GroupError, match="has closed"):
            actions.ask(group=on_request, by=charlie)


class TestLeave:
    def test_ends_the_membership(self, group, bob):
        actions.leave(group=group, by=bob)
        assert not Membership.objects.filter(user=bob).exists()

    def test_takes_back_a_request(self, asked, charlie):
        actions.leave(group=asked.group, by=charlie)
        assert not Membership.objects.filter(user=charlie).exists()

    def test_does_nothing_for_a_stranger(self, group, charlie):
        actions.leave(group=group, by=charlie)
        assert group.memberships.count() == 2

    def test_is_refused_to_the_only_facilitator(self, group, alice):
        with pytest.raises(GroupError, match="Make somebody else a facilitator first"):
            actions.leave(group=group, by=alice)
        assert membership_of(alice).is_facilitator

    def test_a_deactivated_facilitator_does_not_count(self, group, alice, charlie):
        MembershipFactory(group=group, user=charlie, role=FACILITATOR)
        charlie.is_active = False
        charlie.save()
        with pytest.raises(GroupError, match="only facilitator"):
            actions.leave(group=group, by=alice)

    def test_is_refused_to_a_facilitator_who_is_alone(self, site, alice):
        alone = MembershipFactory(user=alice, role=FACILITATOR)
        with pytest.raises(GroupError, match="You are the only one in this group"):
            actions.leave(group=alone.group, by=alice)

    def test_works_after_handing_over(self, group, alice, bob):
        actions.make_facilitator(membership=membership_of(bob), by=alice)
        actions.leave(group=group, by=alice)
        assert [membership.user for membership in group.memberships.all()] == [bob]


class TestAccept:
    def test_lets_the_person_in_and_tells_them(self, asked, alice, mailoutbox, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            assert actions.accept(membership=asked, by=alice).is_active
        assert [(mail.to, mail.subject) for mail in mailoutbox] == [
            (["charlie@example.org"], "You are now in Paying people fairly")
        ]

    def test_twice_tells_once(self, asked, alice, mailoutbox, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            actions.accept(membership=asked, by=alice)
            actions.accept(membership=asked, by=alice)
        assert len(mailoutbox) == 1

    def test_is_refused_to_a_member(self, asked, bob):
        with pytest.raises(GroupError, match="Only a facilitator"):
            actions.accept(membership=asked, by=bob)

    def test_is_refused_to_the_person_themselves(self, asked, charlie):
        with pytest.raises(GroupError, match="Only a facilitator"):
            actions.accept(membership=asked, by=charlie)

    def test_is_refused_to_a_facilitator_of_another_group(self, asked, bob):
        MembershipFactory(group=PeerGroupFactory(), user=bob, role=FACILITATOR)
        with pytest.raises(GroupError, match="Only a facilitator"):
            actions.accept(membership=asked, by=bob)

    def test_says_when_the_request_was_taken_back(self, asked, alice, charlie):
        actions.leave(group=asked.group, by=charlie)
        with pytest.raises(GroupError, match="taken back"):
            actions.accept(membership=asked, by=alice)

    def test_is_refused_in_a_closed_group(self, asked, alice):
        close(asked.group)
        with pytest.raises(GroupError, match="has closed"):
            actions.accept(membership=asked, by=alice)


class TestDecline:
    def test_takes_the_request_away(self, asked, alice, mailoutbox, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            actions.decline(membership=asked, by=alice)
            actions.decline(membership=asked, by=alice)
        assert not Membership.objects.filter(pk=asked.pk).exists()
        assert mailoutbox == []

    def test_is_refused_for_a_member(self, group, alice, bob):
        with pytest.raises(GroupError, match="Bob Marsh is a member already"):
            actions.decline(membership=membership_of(bob), by=alice)

    def test_is_refused_to_a_member(self, asked, bob):
        with pytest.raises(GroupError, match="Only a facilitator"):
            actions.decline(membership=asked, by=bob)


class TestMakeFacilitator:
    def test_adds_one(self, group, alice, bob):
        assert actions.make_facilitator(membership=membership_of(bob), by=alice).is_facilitator
        assert membership_of(alice).is_facilitator

    def test_is_refused_to_a_member(self, group, alice, bob):
        with pytest.raises(GroupError, match="Only a facilitator"):
            actions.make_facilitator(membership=membership_of(bob), by=bob)

    def test_is_refused_for_somebody_who_only_asked(self, asked, alice):
        with pytest.raises(GroupError, match="Only a member"):
            actions.make_facilitator(membership=asked, by=alice)


class TestStepDown:
    def test_makes_an_ordinary_member(self, group, alice, bob):
        actions.make_facilitator(membership=membership_of(bob), by=alice)
        actions.step_down(group=group, by=alice)
        actions.step_down(group=group, by=alice)
        assert not membership_of(alice).is_facilitator

    def test_is_refused_to_the_only_facilitator(self, group, alice):
        with pytest.raises(GroupError, match="only facilitator"):
            actions.step_down(group=group, by=alice)
