"""The links in mail to those who follow a kit: each says plainly what it does, or why it does nothing any more."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from knowledge.actions import following
from knowledge.chores import forget_unconfirmed_followers
from knowledge.links import CONFIRM, END
from knowledge.models import KitFollower
from tests.factories.knowledge import KitFollowerFactory

from .following import ADDRESS, ask, follow_url, link_in, new_version

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def confirm_link(kit, owner=ADDRESS):
    return reverse("knowledge:confirm-following", args=[CONFIRM.sign(kit.pk, state=owner)])


def end_link(kit, owner=ADDRESS):
    return reverse("knowledge:end-following", args=[END.sign(kit.pk, state=owner)])


def says(client, link):
    """Return (status, heading) of the page behind a link."""
    response = client.get(link)
    return response.status_code, re.search(r"<h1>(.*?)</h1>", response.text)[1]


# The link that begins it ----------------------------------------------------------------------------------------------


def test_a_confirmation_counts_for_seven_days(client, kit):
    with time_machine.travel(NOON, tick=False) as clock:
        ask(client, kit)
        link = link_in(mail.outbox[0], "/confirm/")
        clock.shift(timedelta(days=6))
        assert forget_unconfirmed_followers(dry_run=False) == ""
        assert client.get(link).status_code == 200
        clock.shift(timedelta(days=1, minutes=1))
        assert says(client, link) == (410, "This link is older than seven days")
        assert client.post(link).status_code == 410
        assert forget_unconfirmed_followers(dry_run=True) == "Would forget 1 address that nobody confirmed."
        assert KitFollower.objects.count() == 1
        assert forget_unconfirmed_followers(dry_run=False) == "Forgot 1 address that nobody confirmed."
        assert not KitFollower.objects.exists()
        assert says(client, link) == (410, "This link is older than seven days")
        assert f'href="{follow_url(kit)}"' in client.get(link).text
        assert forget_unconfirmed_followers(dry_run=False) == ""


def test_confirmed_addresses_are_not_forgotten(kit):
    with time_machine.travel(NOON):
        KitFollowerFactory(kit=kit, email=ADDRESS)
    assert forget_unconfirmed_followers(dry_run=False) == ""


def test_a_link_used_twice_says_that_all_is_well(client, kit):
    ask(client, kit)
    link = link_in(mail.outbox[0], "/confirm/")
    client.post(link)
    assert says(client, link) == (200, "You are already told about changes")
    page = client.get(link)
    assert f"We write to {ADDRESS} when there is a new version of “Ask first”." in page.text
    response = client.post(link, follow=True)
    assert response.redirect_chain == [(kit.url, 302)]
    assert "You are already told about changes of this toolkit." in response.text
    # From there one can end it.
    client.post(re.search(r'href="http[^"]*?(/toolkits/follow/end/[^"]+)"', page.text)[1])
    assert not KitFollower.objects.exists()


def test_a_link_that_is_old_and_was_used_says_so_too(client, kit):
    with time_machine.travel(NOON, tick=False) as clock:
        link = confirm_link(kit)
        KitFollowerFactory(kit=kit, email=ADDRESS)
        clock.shift(timedelta(days=40))
        assert says(client, link) == (200, "You are already told about changes")


def test_after_it_was_ended_the_link_says_that(client, kit):
    ask(client, kit)
    link = link_in(mail.outbox[0], "/confirm/")
    client.post(link)
    following.end(follower=KitFollower.objects.get())
    for response in (client.get(link), client.post(link)):
        assert "<h1>You get no more mail about this toolkit.</h1>" in response.text
        assert f'href="{follow_url(kit)}"' in response.text
    assert not KitFollower.objects.exists()


def test_whoever_asked_twice_may_take_either_mail(client, kit):
    ask(client, kit)
    first = link_in(mail.outbox[0], "/confirm/")
    KitFollower.objects.all().delete()
    ask(client, kit)
    assert client.post(first).url == kit.url
    assert KitFollower.objects.get().confirmed_at


@pytest.mark.parametrize("kind", ["cut off", "of another purpose", "nothing"])
def test_a_link_that_is_not_whole_does_nothing(client, kit, kind):
    follower = KitFollowerFactory(kit=kit, email=ADDRESS, confirmed_at=None)
    token = {
        "cut off": CONFIRM.sign(kit.pk, state=ADDRESS)[:-2],
        "of another purpose": END.sign(kit.pk, state=ADDRESS),
        "nothing": "x",
    }[kind]
    link = reverse("knowledge:confirm-following", args=[token])
    assert says(client, link) == (410, "This link is not whole")
    assert client.post(link).status_code == 410
    follower.refresh_from_db()
    assert follower.confirmed_at is None


def test_of_somebody_else_it_begins_nothing(client, kit):
    KitFollowerFactory(kit=kit, email=ADDRESS, confirmed_at=None)
    client.post(confirm_link(kit, "somebody@example.org"))
    assert KitFollower.objects.get().confirmed_at is None


@pytest.mark.parametrize("state", ["taken down", "restricted", "deleted"])
def test_of_a_toolkit_that_is_not_shown_nothing_is_said(client, kit, state):
    KitFollowerFactory(kit=kit, email=ADDRESS, confirmed_at=None)
    begin, end = confirm_link(kit), end_link(kit)
    if state == "taken down":
        kit.unpublish()
    elif state == "restricted":
        PageViewRestriction.objects.create(page=kit, restriction_type="login")
    else:
        kit.delete()
    for response in (client.get(begin), client.post(begin)):
        assert "<h1>This toolkit is not here any more</h1>" in response.text
        assert "Ask first" not in response.text
    # Ending it is always possible.
    for response in (client.get(end), client.post(end)):
        assert (response.status_code, "Ask first" in response.text) == (200, False)
    assert not KitFollower.objects.exists()


# The link that ends it ------------------------------------------------------------------------------------------------


def test_one_click_in_the_mail_ends_it(client, kit, committed):
    KitFollowerFactory(kit=kit, email=ADDRESS)
    kit = new_version(kit, committed)
    link = link_in(mail.outbox[0], "/end/")
    assert says(client, link) == (200, "No more mail about this toolkit?")
    assert KitFollower.objects.count() == 1
    for _ in range(2):
        assert "You get no more mail about this toolkit." in client.post(link).text
    assert not KitFollower.objects.exists()
    assert says(client, link) == (200, "You get no more mail about this toolkit.")


def test_a_mail_program_ends_it_with_one_post(kit, committed, alice):
    """RFC 8058: without cookies or token, with this one field."""
    KitFollowerFactory(kit=kit, user=alice)
    new_version(kit, committed)
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(re.sub(r"^https?://[^/]+", "", link), {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not KitFollower.objects.exists()


def test_any_mail_ends_it_also_after_it_began_again(client, kit):
    link = end_link(kit)
    for _ in range(2):
        KitFollowerFactory(kit=kit, email=ADDRESS)
        client.post(link)
        assert not KitFollower.objects.exists()


def test_a_member_s_link_ends_what_is_the_member_s_alone(client, kit, alice, bob):
    for user in (alice, bob):
        KitFollowerFactory(kit=kit, user=user)
    client.post(end_link(kit, f"member-{alice.pk}"))
    assert KitFollower.objects.get().user == bob


def test_an_address_that_looks_like_a_member_is_an_address(client, kit, alice):
    address = f"member-{alice.pk}@example.org"
    KitFollowerFactory(kit=kit, user=alice)
    ask(client, kit, address)
    client.post(link_in(mail.outbox[0], "/confirm/"))
    assert KitFollower.objects.get(email=address).confirmed_at
    assert says(client, end_link(kit, address)) == (200, "No more mail about this toolkit?")
    assert client.post(end_link(kit, address)).status_code == 200
    assert KitFollower.objects.get().user == alice


def test_a_link_that_is_not_whole_ends_nothing_and_says_so(client, kit):
    KitFollowerFactory(kit=kit, email=ADDRESS)
    link = end_link(kit)[:-3] + "/"
    assert says(client, link) == (410, "This link is not whole")
    assert client.post(link).status_code == 410
    assert KitFollower.objects.count() == 1


def test_a_link_of_years_ago_says_where_the_new_one_is(client, kit):
    KitFollowerFactory(kit=kit, email=ADDRESS)
    with time_machine.travel(NOON, tick=False) as clock:
        link = end_link(kit)
        clock.shift(timedelta(days=3 * 365 + 1))
        assert says(client, link) == (410, "This link is too old")
        assert KitFollower.objects.count() == 1
