"""Taking a place through the form: works · anonymous · signed in · GET · bad id · bad input · too often."""

import re
import uuid

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from events.models import Attendee, Registration

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(event):
    return reverse("events:register", args=[event.pk])


def answers(**changes):
    return {
        "contact_name": "Ana Torres",
        "contact_email": "ana@example.org",
        "access_needs": "A ramp",
        "submission_key": str(uuid.uuid4()),
    } | changes


def people():
    return list(Attendee.objects.order_by("pk").values_list("name", "access_needs", "status"))


def test_shows_the_form(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert "<h1>Keep my place</h1>" in response.text
    assert "2 of 2 places left" in response.text


def test_takes_a_place(client, url, event, committed, mailoutbox):
    with committed():
        response = client.post(url, answers(), follow=True)
    assert response.redirect_chain == [(reverse("events:registered", args=[event.pk]), 302)]
    assert "<h1>Look in your mail</h1>" in response.text
    assert "We have written to ana@example.org." in response.text
    assert people() == [("Ana Torres", "A ramp", "confirmed")]
    assert [message.to for message in mailoutbox] == [["ana@example.org"]]


def test_brings_others(client, url):
    client.post(url, answers(name_2="Ben", access_needs_2="", name_5="Cleo", access_needs_5="Large\r\nprint"))
    assert people() == [
        ("Ana Torres", "A ramp", "confirmed"), ("Ben", "", "confirmed"), ("Cleo", "Large\nprint", "waiting"),
    ]  # fmt: skip
    assert Registration.objects.count() == 1


def test_registers_others_without_coming(client, url):
    client.post(url, answers(only_others="on", name_2="Ben"))
    assert people() == [("Ben", "", "confirmed")]
    assert Registration.objects.get().contact_name == "Ana Torres"


def test_a_full_event_says_so_before_one_asks(client, url, take_places):
    take_places("Ben", "Cleo")
    response = client.get(url)
    assert "<h1>Join the waiting list</h1>" in response.text
    assert "All places are taken." in response.text


def test_sent_twice_makes_one(client, url, committed, mailoutbox):
    data = answers()
    with committed():
        first, second = client.post(url, data), client.post(url, data)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert people() == [("Ana Torres", "A ramp", "confirmed")]
    assert len(mailoutbox) == 1


def test_nobody_learns_that_an_address_is_registered(client, url, take_places, committed, mailoutbox):
    take_places("Ana", email="ana@example.org")
    with committed():
        known = client.post(url, answers(), follow=True)
        unknown = client.post(url, answers(contact_email="new@example.org"), follow=True)

    def words(response):
        return re.sub(r"ana@|new@", "", response.text)

    assert words(known) == words(unknown)
    assert known.redirect_chain == unknown.redirect_chain
    assert [message.to for message in mailoutbox[1:]] == [["ana@example.org"], ["new@example.org"]]


def test_a_member_with_their_own_address_comes_to_their_places_at_once(client, url, alice):
    client.force_login(alice)
    assert 'value="alice@example.org"' in client.get(url).text
    response = client.post(url, answers(contact_email="Alice@example.org"))
    registration = Registration.objects.get()
    assert response.url == registration.get_absolute_url()
    assert registration.user == alice


def test_a_member_with_another_address_does_not(client, url, event, alice, take_places):
    take_places("Bob", email="bob@example.org")
    client.force_login(alice)
    response = client.post(url, answers(contact_email="bob@example.org"))
    assert response.url == reverse("events:registered", args=[event.pk])


def test_writes_in_the_readers_language(client, event, committed, mailoutbox):
    with committed():
        client.post(f"/es/events/{event.pk}/register/", answers())
    assert Registration.objects.get().language == "es"
    assert "/es/events/registration/" in mailoutbox[0].body


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"contact_name": ""}, "contact_name", "Please fill this in."),
        ({"contact_name": "  "}, "contact_name", "Please fill this in."),
        ({"contact_name": "A" * 121}, "contact_name", "Ensure this value has at most 120 characters (it has 121)."),
        (
            {"contact_name": "Buy http://spam.example"},
            "contact_name",
            "Write a name only, without web or mail addresses.",
        ),
        ({"contact_email": "nonsense"}, "contact_email", "Write an e-mail address, such as name@example.org."),
        (
            {"contact_email": "a@b.org\nBcc: c@d.org"},
            "contact_email",
            "Write an e-mail address, such as name@example.org.",
        ),
        ({"access_needs": "A" * 1001}, "access_needs", "Ensure this value has at most 1000 characters (it has 1001)."),
        ({"access_needs_3": "A ramp"}, "name_3", "Write the name of person 3 too."),
        ({"only_others": "on"}, "name_2", "Write the name of the person who comes."),
    ],
)
def test_bad_input_is_told_beside_the_field_and_kept(client, url, changes, field, message):
    response = client.post(url, answers(**changes))
    assert response.status_code == 200
    assert response.context["form"].errors == {field: [message]}
    assert "A ramp" in response.text or "access_needs" in changes
    assert not Registration.objects.exists()


def test_what_was_typed_about_others_is_seen_again(client, url):
    assert '<details class="others" open>' not in client.get(url).text
    assert '<details class="others" open>' in client.post(url, answers(contact_email="", name_2="Ben")).text


def test_control_characters_are_left_out(client, url):
    client.post(url, answers(contact_name=" Ana \r\n\t Torres\x08 ", access_needs="A\x1b ramp\r\n\x0bloop"))
    assert people() == [("Ana Torres", "A  ramp\n loop", "confirmed")]


@pytest.mark.parametrize("key", ["", "nonsense", "\u200b" * 40])
def test_a_broken_key_does_no_harm(client, url, key):
    assert client.post(url, answers(submission_key=key)).status_code == 302
    assert Registration.objects.get().submission_key


def test_an_empty_form_is_no_error(client, url):
    response = client.post(url, {})
    assert set(response.context["form"].errors) == {"contact_name", "contact_email"}


def test_nobody_can_flood_a_mailbox(client, url, committed, mailoutbox):
    for _ in range(5):
        assert client.post(url, answers()).status_code == 302
    with committed():
        response = client.post(url, answers(contact_email="ANA@example.org"))
    assert response.context["form"].errors == {
        "contact_email": ["We have written to this address several times. Try again in an hour."]
    }
    assert mailoutbox == []
    assert client.post(url, answers(contact_email="ben@example.org")).status_code == 302


def test_too_many_from_one_place(client, url, settings, committed, mailoutbox):
    settings.ACCOUNT_RATE_LIMITS = {"register_event": "2/h/ip"}
    assert client.post(url, answers(contact_email="")).status_code == 200  # what is refused anyway does not count
    for name in ("ana", "ben"):
        assert client.post(url, answers(contact_email=f"{name}@example.org")).status_code == 302
    with committed():
        response = client.post(url, answers(contact_name="Cleo Diaz", contact_email="cleo@example.org"))
    assert response.status_code == 429
    assert response.context["form"].errors == {
        "__all__": ["Many places were asked for from here in a short time. Try again in an hour."]
    }
    assert 'value="Cleo Diaz"' in response.text
    assert 'value="cleo@example.org"' in response.text
    assert (Registration.objects.count(), mailoutbox) == (2, [])
    elsewhere = client.post(url, answers(contact_email="cleo@example.org"), REMOTE_ADDR="203.0.113.7")
    assert elsewhere.status_code == 302


def test_there_is_a_limit_for_one_place(settings):
    assert settings.ACCOUNT_RATE_LIMITS["register_event"] == "30/h/ip"


def test_an_event_that_takes_none_says_why(client, url, event):
    event.takes_registrations = False
    event.save()
    for response in (client.get(url), client.post(url, answers())):
        assert response.status_code == 200
        assert "Places at this event are not given out here." in response.text
        assert "contact_email" not in response.text
    assert not Registration.objects.exists()


def test_events_that_are_not_for_everybody_are_not_found(client, url, event):
    restriction = PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(url).status_code == client.post(url, answers()).status_code == 404
    restriction.delete()
    event.unpublish()
    for name in ("register", "registered", "calendar"):
        assert client.get(reverse(f"events:{name}", args=[event.pk])).status_code == 404


def test_bad_ids_and_methods(client, url, home):
    assert client.get(reverse("events:register", args=[999])).status_code == 404
    assert client.get(reverse("events:register", args=[home.pk])).status_code == 404
    assert client.get("/events/999999999999999999999999/register/").status_code == 404
    assert client.put(url).status_code == 405


def test_the_pages_are_kept_nowhere(client, url, event):
    for response in (client.get(url), client.post(url, answers()), client.get(f"/events/{event.pk}/registered/")):
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert response.headers["X-Robots-Tag"] == "noindex"


def test_a_form_from_elsewhere_is_refused(event, url):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(url, answers()).status_code == 403
    assert not Registration.objects.exists()


def test_costs_few_queries(client, url, django_assert_max_num_queries):
    client.get(url)
    with django_assert_max_num_queries(12):
        client.get(url)
