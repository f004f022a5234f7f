"""The ways back: an address that is confirmed, a link that was lost, and one that reached somebody it should not."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from evaluation import actions
from evaluation.links import confirm_address, private_address, token_of
from evaluation.models import Person

from .reading import path_in

pytestmark = pytest.mark.django_db

LOST = "/self-evaluation/lost-link/"


# Confirming -----------------------------------------------------------------------------------------------------------


def test_an_address_is_confirmed_by_a_button_not_by_opening(client, lead):
    actions.change_address(person=lead, email="amara@example.org")
    path = path_in(mail.outbox[0], "/confirm/")
    assert "amara@example.org" in client.get(path).text
    lead.refresh_from_db()
    assert not lead.is_reached
    assert client.post(path)["Location"] == private_address(lead)
    lead.refresh_from_db()
    assert lead.is_reached
    assert client.post(path).status_code == 302  # a second time changes nothing


def test_a_link_to_confirm_is_of_one_address_and_ends(client, lead):
    actions.change_address(person=lead, email="amara@example.org")
    path = confirm_address(lead)
    with time_machine.travel(timezone.now() + timedelta(days=61)):
        assert client.post(path).status_code == 404
    assert client.get(f"{path[:-2]}x/").status_code == 404
    actions.change_address(person=lead, email="other@example.org")
    response = client.post(path)
    assert (response.status_code, response["Cache-Control"]) == (404, "private, no-store")
    lead.refresh_from_db()
    assert not lead.is_reached


def test_forgetting_the_address_ends_reminders(open_page, lead):
    Person.objects.filter(pk=lead.pk).update(
        email="a@example.org", email_confirmed_at=timezone.now(), wants_reminders=True
    )
    open_page(lead, "address", {"email": ""})
    lead.refresh_from_db()
    assert (lead.email, lead.is_reached, lead.wants_reminders) == ("", False, False)


# A link that reached somebody it should not ---------------------------------------------------------------------------


def hidden_in(page, form=-1):
    return re.findall(r'name="new_link" value="([^"]+)"', page.text)[form]


def test_another_address_makes_the_mailed_links_invalid(open_page, client, lead):
    actions.change_address(person=lead, email="wrong@example.org")
    mailed = [path_in(mail.outbox[0], "/mine/"), path_in(mail.outbox[0], "/confirm/")]
    typed = {"email": "right@example.org", "new_link": hidden_in(open_page(lead, "address"), form=0)}
    response = open_page(lead, "address", typed)
    assert "The old link no longer works." in client.get(response["Location"]).text
    for path in mailed:
        assert client.get(path).status_code == 404
    assert client.post(mailed[1]).status_code == 404
    changed = Person.objects.get(pk=lead.pk)
    assert (response["Location"], changed.email) == (private_address(changed), "right@example.org")
    assert path_in(mail.outbox[1], "/mine/") == private_address(changed)
    assert open_page(lead, "address", typed)["Location"] == response["Location"]  # sent twice
    assert len(mail.outbox) == 2


def test_the_first_address_and_the_same_one_leave_the_link_as_it_is(open_page, lead):
    for address in ("amara@example.org", "amara@example.org", "Amara@example.org"):
        assert open_page(lead, "address", {"email": address})["Location"] == private_address(lead)


def test_a_new_link_makes_the_old_one_invalid(open_page, client, lead):
    actions.change_address(person=lead, email="amara@example.org")
    typed = {"new_link": hidden_in(open_page(lead, "address"))}
    response = open_page(lead, "renew-link", typed)
    changed = Person.objects.get(pk=lead.pk)
    assert response["Location"] == private_address(changed) != private_address(lead)
    assert open_page(changed).status_code == 200
    assert open_page(lead, "renew-link", typed)["Location"] == response["Location"]  # sent twice
    for path in (private_address(lead), path_in(mail.outbox[0], "/confirm/")):
        assert client.get(path).status_code == 404
    assert client.post(path_in(mail.outbox[0], "/confirm/")).status_code == 404
    assert open_page(lead, "renew-link", {}).status_code == 404


@pytest.mark.parametrize("brought", ["", "broken", "another's"])
def test_a_new_link_is_nobody_elses(open_page, team, brought):
    lead, theo = team
    open_page(lead, "renew-link", {"new_link": token_of(theo) if brought == "another's" else brought})
    changed = Person.objects.get(pk=lead.pk)
    assert changed.key not in (lead.key, theo.key, "", "broken")


# Lost links -----------------------------------------------------------------------------------------------------------


def test_a_lost_link_is_mailed_and_nobody_learns_whether_an_address_is_known(client, lead):
    Person.objects.filter(pk=lead.pk).update(email="Amara@example.org")
    known = client.post(LOST, {"email": "amara@example.org"})
    unknown = client.post(LOST, {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "If we know the address" in client.get(known["Location"]).text
    (message,) = mail.outbox
    assert (message.to, private_address(lead) in message.body) == (["amara@example.org"], True)


def test_a_lost_link_needs_an_address(client, site):
    response = client.post(LOST, {"email": "nobody"})
    assert list(response.context["form"].errors) == ["email"]
