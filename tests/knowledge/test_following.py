"""Being told when a kit changes: who may ask for it, with an account or with an address."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from knowledge.actions import KitError, following
from knowledge.models import KitFollower, ToolkitPage
from tests.factories.knowledge import KitFollowerFactory

from .following import ADDRESS, ask, follow_url, link_in, new_version, told, told_and_kept

pytestmark = pytest.mark.django_db


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
