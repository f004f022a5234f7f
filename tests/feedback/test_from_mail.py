"""Behind the link in the mail to an owner: answer, or mark as done, without signing in."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from feedback.emails import token_for
from feedback.models import Feedback
from stewardship import actions as stewardship

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(said, alice):
    return f"/feedback/mail/{token_for(said, alice)}/"


def test_opening_it_changes_nothing(client, link, said):
    response = client.get(link)
    assert "The form is missing" in response.text
    assert "You answer as Alice Okafor." in response.text
    assert "reader@example.org" not in response.text
    assert response["Cache-Control"] == "private, no-store"
    said.refresh_from_db()
    assert said.done_at is None


def test_an_answer_goes_by_mail_once(client, link, said, alice):
    for _pressed in range(2):
        assert client.post(link, {"do": "answer", "text": "It is there now."}).url == link
    (message,) = mail.outbox
    assert message.to == ["reader@example.org"]
    said.refresh_from_db()
    assert (said.answer, said.done_by, said.address) == ("It is there now.", alice, "")
    text = client.get(link).text
    assert "There is nothing more to do." in text
    assert "It is there now." in text
    assert "<form" not in text.split("<main")[1].split("</main")[0]


def test_an_empty_answer_is_told_beside_the_field(client, link, said):
    response = client.post(link, {"do": "answer", "text": " "})
    assert response.context["form"].errors == {"text": ["Please fill this in."]}
    assert mail.outbox == []


def test_it_is_marked_as_done(client, link, said, alice):
    for _pressed in range(2):
        assert client.post(link, {"do": "done"}).url == link
    said.refresh_from_db()
    assert (said.done_by, said.answer, said.address) == (alice, "", "")


@pytest.mark.parametrize("sent", [{}, {"do": ""}, {"do": "x"}, {"text": "It is there now."}])
def test_a_post_that_presses_no_button_changes_nothing(client, link, said, sent):
    response = client.post(link, sent)
    assert (response.status_code, response.context["form"].is_bound) == (200, False)
    said.refresh_from_db()
    assert (said.done_at, mail.outbox) == (None, [])


def test_without_an_address_there_is_no_field(client, link):
    Feedback.objects.update(address="")
    assert "<textarea" not in client.get(link).text
    response = client.post(link, {"do": "answer", "text": "Hello"})
    assert response.context["form"].non_field_errors() == ["This reader left no address, or it is forgotten already."]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("what", ["broken", "gone", "handed-over", "left", "ended"])
def test_links_that_do_not_count_say_why(client, link, said, toolkit, alice, bob, what, method, time_machine):
    if what == "broken":
        link = link[:-3] + "/"
    if what == "gone":
        said.delete()
    if what == "handed-over":
        stewardship.appoint(stewardship=toolkit.stewardship, owner=bob)
    if what == "left":
        alice.is_active = False
        alice.save()
    if what == "ended":
        time_machine.move_to(timezone.now() + timedelta(days=91))
    response = getattr(client, method)(link, {"do": "done"})
    assert response.status_code == 410
    assert response.context["why"] == ("handed-over" if what == "left" else what)
    assert "The form is missing" not in response.text
    assert not Feedback.objects.exclude(done_at=None).exists()
