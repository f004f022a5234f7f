"""What those who follow a kit are told: each once, in their language, and only of what they may see."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import PageViewRestriction

from hub.letters import public_address
from knowledge.actions import following
from knowledge.models import KitFollower
from knowledge.tasks import tell_followers
from tests.factories.knowledge import KitFollowerFactory
from tests.factories.members import UserFactory

from .following import ADDRESS, ask, link_in, new_version, told
from .kits import publish, step

pytestmark = pytest.mark.django_db


def test_followers_are_told_what_changed_in_words(kit, committed, alice):
    KitFollowerFactory(kit=kit, user=alice)
    new_version(kit, committed)
    (message,) = mail.outbox
    assert message.to == ["alice@example.org"]
    for words in ("Hello Alice,", "Version 2: Step 1 is shorter.", "- Changed: step 1, “Find people”.",
                  f"{public_address(kit)}\n", "/library/ask-first/versions/since/1/"):  # fmt: skip
        assert words in message.body, words
    assert message.extra_headers["List-Unsubscribe"].startswith("<http")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_somebody_who_took_version_two_learns_what_is_different_in_version_three(client, kit, committed):
    kit = new_version(kit, committed, "Two.")
    ask(client, kit, version="2")
    client.post(link_in(mail.outbox[0], "/confirm/"))
    mail.outbox.clear()
    with committed():
        publish(kit, note="Three.", steps=[*kit.steps.raw_data, step("Thank them")])
    (message,) = mail.outbox
    assert "What is different since version 2, the last that you know:" in message.body
    assert "- New: step 4, “Thank them”." in message.body
    assert "Two." not in message.body


def test_each_is_told_in_their_own_language(kit, committed):
    KitFollowerFactory(kit=kit, user=UserFactory(language="es", email="lucia@example.org"))
    KitFollowerFactory(kit=kit, email="yusuf@example.org", language="ar")
    KitFollowerFactory(kit=kit, email="ann@example.org")
    new_version(kit, committed)
    links = {message.to[0]: link_in(message, "/end/") for message in mail.outbox}
    assert links["lucia@example.org"].startswith("/es/toolkits/")
    assert links["yusuf@example.org"].startswith("/ar/toolkits/")
    assert links["ann@example.org"].startswith("/toolkits/")


def test_a_small_correction_is_told_to_nobody(kit, committed, alice):
    KitFollowerFactory(kit=kit, user=alice)
    with committed():
        publish(kit, note="A comma", small=True, summary="Other")
    assert mail.outbox == []


def test_one_mail_for_each_follower_and_version(kit, committed, alice):
    KitFollowerFactory(kit=kit, user=alice)
    KitFollowerFactory(kit=kit, email=ADDRESS)
    kit = new_version(kit, committed)
    assert [to for to, _ in told()] == ["alice@example.org", ADDRESS]
    tell_followers.func(kit.newest_version.pk)
    assert told() == []
    kit = new_version(kit, committed)
    assert len(told()) == 2


def test_a_member_who_also_gave_the_address_gets_one_mail(kit, committed, alice):
    KitFollowerFactory(kit=kit, user=alice)
    KitFollowerFactory(kit=kit, email="Alice@example.org")
    new_version(kit, committed)
    assert len(told()) == 1
    assert set(KitFollower.objects.values_list("knows_number", flat=True)) == {2}


def test_a_member_who_is_gone_gets_none(kit, committed, alice, bob):
    KitFollowerFactory(kit=kit, user=alice)
    KitFollowerFactory(kit=kit, user=bob)
    alice.is_active = False
    alice.save()
    bob.delete()
    new_version(kit, committed)
    assert told() == []


def test_nobody_is_told_of_a_kit_that_they_may_not_see(kit, committed, alice, bob):
    players = Group.objects.create(name="Players")
    bob.groups.add(players)
    for owner in ({"user": alice}, {"user": bob}, {"email": ADDRESS}):
        KitFollowerFactory(kit=kit, **owner)
    restriction = PageViewRestriction.objects.create(page=kit, restriction_type="groups")
    restriction.groups.set([players])
    kit = new_version(kit, committed)
    assert [to for to, _ in told()] == ["bob@example.org"]
    restriction.delete()
    # When they may see it again, they learn what they missed.
    new_version(kit, committed, "Now again.")
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert sorted(bodies) == ["alice@example.org", "bob@example.org", ADDRESS]
    assert "since version 1," in bodies[ADDRESS]
    assert "since version 2," in bodies["bob@example.org"]


def test_behind_a_password_nobody_is_told(kit, committed, alice):
    KitFollowerFactory(kit=kit, user=alice)
    PageViewRestriction.objects.create(page=kit, restriction_type="password", password="x")
    new_version(kit, committed)
    assert told() == []


def test_nobody_is_told_of_a_kit_that_was_taken_down_meanwhile(kit, alice):
    KitFollowerFactory(kit=kit, user=alice)
    kit = publish(kit, note="More", summary="Other")
    version = kit.newest_version
    kit.unpublish()
    assert following.tell_followers(version=version) == 0
    assert told() == []


def test_a_version_that_is_gone_is_no_error(db):
    tell_followers.func(12345)
