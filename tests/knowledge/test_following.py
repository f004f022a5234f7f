"""Being told when a kit changes: who asks, who is told, how often, and how it ends."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from hub.letters import public_address
from knowledge.actions import KitError, following
from knowledge.chores import forget_unconfirmed_followers
from knowledge.links import CONFIRM, END
from knowledge.models import KitFollower, ToolkitPage
from knowledge.tasks import tell_followers
from tests.factories.knowledge import KitFollowerFactory
from tests.factories.members import UserFactory

from .kits import publish, step

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ADDRESS = "nadia@example.org"


def follow_url(kit):
    return reverse("knowledge:follow", args=[kit.pk])


def link_in(message, part):
    """Return the path of the first link in a mail that contains `part`."""
    url = next(url for url in re.findall(r"https?://\S+", message.body) if part in url)
    return re.sub(r"^https?://[^/]+", "", url)


def new_version(kit, committed, note="Step 1 is shorter."):
    number = kit.versions.numbered().count()
    with committed():
        return publish(kit, note=note, steps=[step("Find people", aim=f"Aim {number}"), *kit.steps.raw_data[1:]])


def told():
    """Return (address, first line) of the mails so far, and forget them."""
    mails = sorted((message.to[0], message.subject) for message in mail.outbox)
    mail.outbox.clear()
    return mails


# With an account ------------------------------------------------------------------------------------------------------


def test_a_member_follows_with_one_click(client, kit, alice):
    client.force_login(alice)
    assert "Tell me when it changes</button>" in client.get(kit.url).text
    for _ in range(2):
        response = client.post(follow_url(kit), follow=True)
        assert response.redirect_chain == [(f"{kit.url}#follow", 302)]
    follower = KitFollower.objects.get()
    assert (follower.user, follower.email, follower.knows_number) == (alice, "", 1)
    assert follower.confirmed_at
    assert mail.outbox == []
    assert "Write to me no more</button>" in client.get(kit.url).text


def test_a_member_ends_it_with_one_click(client, kit, alice):
    KitFollowerFactory(kit=kit, user=alice)
    client.force_login(alice)
    for _ in range(2):
        assert client.post(reverse("knowledge:unfollow", args=[kit.pk])).url == f"{kit.url}#follow"
    assert not KitFollower.objects.exists()


def test_opening_the_addresses_changes_nothing(client, kit, alice):
    client.force_login(alice)
    assert client.get(follow_url(kit)).status_code == 200
    KitFollowerFactory(kit=kit, user=alice)
    assert client.get(reverse("knowledge:unfollow", args=[kit.pk])).url == follow_url(kit)
    assert KitFollower.objects.count() == 1


def test_a_member_who_took_an_older_version_learns_at_once_what_is_different(client, kit, alice, committed):
    new_version(kit, committed)
    client.force_login(alice)
    client.post(follow_url(kit), {"version": "1"})
    assert told() == [("alice@example.org", "“Ask first” has changed: version 2")]


# With an address ------------------------------------------------------------------------------------------------------


def ask(client, kit, address=ADDRESS, **data):
    return client.post(follow_url(kit), {"email": address, **data})


def test_an_address_is_confirmed_from_the_mail(client, kit, committed):
    assert ask(client, kit).url == reverse("knowledge:asked", args=[kit.pk])
    assert told_and_kept() == [(ADDRESS, "Shall we tell you when “Ask first” changes?")]
    new_version(kit, committed)
    assert len(mail.outbox) == 1  # nobody is told who did not say yes
    link = link_in(mail.outbox[0], "/confirm/")
    page = client.get(link)
    assert ADDRESS in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex"
    assert KitFollower.objects.get().confirmed_at is None
    mail.outbox.clear()
    for _ in range(2):
        assert client.post(link).url == kit.url
    # What came out meanwhile is told at once, and once.
    assert told() == [(ADDRESS, "“Ask first” has changed: version 2")]


def told_and_kept():
    return [(message.to[0], message.subject) for message in mail.outbox]


def test_the_answer_does_not_tell_whether_an_address_is_known(client, kit, alice):
    KitFollowerFactory(kit=kit, email="known@example.org")
    answers = [ask(client, kit, address) for address in ("new@example.org", "known@example.org", "Known@Example.org",
                                                         alice.email)]  # fmt: skip
    assert {(answer.status_code, answer.url) for answer in answers} == {
        (302, reverse("knowledge:asked", args=[kit.pk]))
    }
    assert [subject for _to, subject in told_and_kept()] == [
        "Shall we tell you when “Ask first” changes?",
        "We tell you already when “Ask first” changes",
        "We tell you already when “Ask first” changes",
        "Shall we tell you when “Ask first” changes?",
    ]
    assert KitFollower.objects.filter(email__iexact="known@example.org").count() == 1


@pytest.mark.parametrize(
    "address", ["", "no address", "a@b", "a@example.org\nBcc: b@example.org", "x" * 300 + "@example.org"]
)
def test_a_bad_address_gets_a_message_beside_the_field(client, kit, address):
    response = ask(client, kit, address)
    assert response.status_code == 200
    assert response.context["form"].errors["email"]
    assert mail.outbox == []


@pytest.mark.parametrize("version", ["0", "-1", "abc", "99999999999999999999", "7"])
def test_an_absurd_version_means_the_newest(client, kit, version):
    assert client.get(f"{follow_url(kit)}?version={version}").status_code == 200
    assert ask(client, kit, version=version).status_code == 302
    assert KitFollower.objects.get().knows_number == 1


def test_an_address_gets_only_so_many_mails(client, kit, settings):
    for _ in range(5):
        assert ask(client, kit).status_code == 302
    response = ask(client, kit)
    assert response.status_code == 429
    assert "Try again in an hour." in response.text
    assert ADDRESS in response.text  # what was typed is still there
    assert len(mail.outbox) == 5
    assert ask(client, kit, "other@example.org").status_code == 302


def test_a_confirmation_counts_for_seven_days(client, kit):
    with time_machine.travel(NOON, tick=False) as clock:
        ask(client, kit)
        link = link_in(mail.outbox[0], "/confirm/")
        clock.shift(timedelta(days=6))
        assert forget_unconfirmed_followers(dry_run=False) == ""
        assert client.get(link).status_code == 200
        clock.shift(timedelta(days=1, minutes=1))
        assert client.get(link).status_code == 410
        assert client.post(link).status_code == 410
        assert forget_unconfirmed_followers(dry_run=True) == "Would forget 1 address that nobody confirmed."
        assert KitFollower.objects.count() == 1
        assert forget_unconfirmed_followers(dry_run=False) == "Forgot 1 address that nobody confirmed."
        assert not KitFollower.objects.exists()
        assert forget_unconfirmed_followers(dry_run=False) == ""


def test_confirmed_addresses_are_not_forgotten(kit):
    with time_machine.travel(NOON):
        KitFollowerFactory(kit=kit, email=ADDRESS)
    assert forget_unconfirmed_followers(dry_run=False) == ""


@pytest.mark.parametrize("kind", ["broken", "purpose", "other-row"])
def test_a_link_that_is_not_ours_does_nothing(client, kit, kind):
    follower = KitFollowerFactory(kit=kit, email=ADDRESS, confirmed_at=None)
    token = {
        "broken": CONFIRM.sign(follower.pk, state=ADDRESS)[:-2],
        "purpose": END.sign(follower.pk, state=ADDRESS),
        "other-row": CONFIRM.sign(follower.pk, state="somebody@example.org"),
    }[kind]
    link = reverse("knowledge:confirm-following", args=[token])
    assert [client.get(link).status_code, client.post(link).status_code] == [410, 410]
    follower.refresh_from_db()
    assert follower.confirmed_at is None


# What they are told ---------------------------------------------------------------------------------------------------


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


# How it ends ----------------------------------------------------------------------------------------------------------


def test_one_click_in_the_mail_ends_it(client, kit, committed):
    KitFollowerFactory(kit=kit, email=ADDRESS)
    kit = new_version(kit, committed)
    link = link_in(mail.outbox[0], "/end/")
    assert client.get(link).status_code == 200
    assert KitFollower.objects.count() == 1
    for _ in range(2):
        assert "You get no more mail about this toolkit." in client.post(link).text
    assert not KitFollower.objects.exists()
    assert client.get(link).status_code == 200


def test_a_mail_program_ends_it_with_one_post(kit, committed, alice):
    """RFC 8058: without cookies or token, with this one field."""
    KitFollowerFactory(kit=kit, user=alice)
    new_version(kit, committed)
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(re.sub(r"^https?://[^/]+", "", link), {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not KitFollower.objects.exists()


def test_a_broken_link_ends_nothing_and_is_no_error(client, kit):
    follower = KitFollowerFactory(kit=kit, email=ADDRESS)
    link = reverse("knowledge:end-following", args=[END.sign(follower.pk, state="other@example.org")])
    assert [client.get(link).status_code, client.post(link).status_code] == [200, 200]
    assert KitFollower.objects.count() == 1


# Who may ask ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["follow", "unfollow", "asked"])
def test_a_kit_that_is_not_shown_is_not_found(client, kit, alice, name):
    url = reverse(f"knowledge:{name}", args=[kit.pk])
    PageViewRestriction.objects.create(page=kit, restriction_type="login")
    assert client.get(url).status_code == 404
    kit.unpublish()
    client.force_login(alice)
    assert client.get(url).status_code == 404
    assert client.get(reverse(f"knowledge:{name}", args=[10**17])).status_code == 404


def test_a_member_may_follow_what_members_may_see(client, kit, alice):
    PageViewRestriction.objects.create(page=kit, restriction_type="login")
    client.force_login(alice)
    client.post(follow_url(kit))
    assert KitFollower.objects.get().user == alice


def test_who_is_not_signed_in_cannot_unfollow(client, kit):
    assert "/account/login/" in client.post(reverse("knowledge:unfollow", args=[kit.pk])).url


@pytest.mark.parametrize(("action", "owner"), [("follow", "member"), ("ask_by_address", "address")])
def test_actions_refuse_what_is_not_shown(kit, alice, action, owner):
    kit.unpublish()
    kit = ToolkitPage.objects.get(pk=kit.pk)
    given = {"by": alice} if owner == "member" else {"email": ADDRESS, "language": "en"}
    with pytest.raises(KitError):
        getattr(following, action)(kit=kit, **given)
    assert not KitFollower.objects.exists()


def test_who_follows_is_kept_with_the_language_that_they_read(client, kit, home):
    Locale.objects.create(language_code="es")
    client.post(f"/es{follow_url(kit)}", {"email": ADDRESS})
    assert KitFollower.objects.get().language == "es"
    assert link_in(mail.outbox[0], "/confirm/").startswith("/es/")
