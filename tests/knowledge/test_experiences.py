"""“We used this, and this is what happened”: said by members, read by editors, shown on the page."""

import uuid

import pytest
from django.core import mail
from django.urls import NoReverseMatch, reverse
from wagtail.models import PageViewRestriction

from hub.today import heaps_for
from knowledge import story_doors
from knowledge.actions import KitError, experiences
from knowledge.models import Experience
from tests.factories.knowledge import ExperienceFactory
from tests.factories.members import UserFactory

pytestmark = pytest.mark.django_db

TEXT = "We rang 14 people.\n\nFive came."


@pytest.fixture
def said(kit, alice):
    """What Alice said, which no editor has read."""
    return ExperienceFactory(kit=kit, user=alice, text=TEXT, place="Deptford", status="waiting")


def send_url(kit):
    return reverse("knowledge:send-experience", args=[kit.pk])


def data(**fields):
    return {"text": TEXT, "place": "Deptford", "submission_key": str(uuid.uuid4()), **fields}


# Members --------------------------------------------------------------------------------------------------------------


def test_a_member_says_what_happened(client, kit, alice):
    client.force_login(alice)
    assert client.get(send_url(kit)).status_code == 200
    response = client.post(send_url(kit), data(), follow=True)
    said = Experience.objects.get()
    assert (said.kit, said.user, said.text.replace("\r", ""), said.place) == (kit, alice, TEXT, "Deptford")
    assert (said.status, said.language) == ("waiting", "en")
    assert response.redirect_chain == [(said.get_absolute_url(), 302)]
    assert "An editor reads it before it appears" in response.text
    assert "Five came" not in client.get(kit.url).text


def test_sent_twice_it_is_one(client, kit, alice):
    client.force_login(alice)
    once = data()
    assert client.post(send_url(kit), once).url == client.post(send_url(kit), once).url
    assert Experience.objects.count() == 1


def test_the_form_of_somebody_else_is_refused(client, kit, alice, bob):
    key = str(uuid.uuid4())
    ExperienceFactory(kit=kit, user=bob, submission_key=key)
    client.force_login(alice)
    response = client.post(send_url(kit), data(submission_key=key))
    assert "This form was sent by somebody else." in response.text
    assert "Five came." in response.text
    assert Experience.objects.count() == 1


@pytest.mark.parametrize("fields", [{"text": ""}, {"text": "x" * 3001}, {"place": "x" * 121}])
def test_bad_input_gets_a_message_and_loses_nothing(client, kit, alice, fields):
    client.force_login(alice)
    response = client.post(send_url(kit), data(**fields))
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Experience.objects.exists()
    if "text" not in fields:
        assert "Five came." in response.text


def test_a_stranger_is_asked_to_sign_in(client, kit):
    for response in (client.get(send_url(kit)), client.post(send_url(kit), data())):
        assert response.url == f"/account/login/?next={send_url(kit)}"
    assert not Experience.objects.exists()


def test_there_is_a_limit(client, kit, alice, settings):
    client.force_login(alice)
    for _ in range(10):
        assert client.post(send_url(kit), data()).status_code == 302
    assert "Try again in an hour." in client.post(send_url(kit), data()).text
    assert Experience.objects.count() == 10


def test_about_a_kit_that_is_not_shown_nothing_can_be_said(client, kit, alice):
    client.force_login(alice)
    assert client.get(reverse("knowledge:send-experience", args=[10**17])).status_code == 404
    kit.unpublish()
    assert client.post(send_url(kit), data()).status_code == 404
    kit.refresh_from_db()
    with pytest.raises(KitError):
        experiences.send(kit=kit, text=TEXT, place="", submission_key=uuid.uuid4(), language="en", by=alice)


def test_only_the_member_sees_how_it_stands(client, said, alice, bob):
    assert client.get(said.get_absolute_url()).status_code == 404
    client.force_login(bob)
    assert client.get(said.get_absolute_url()).status_code == 404
    client.force_login(alice)
    assert "An editor reads it before it appears." in client.get(said.get_absolute_url()).text


def test_once_it_is_shown_its_address_leads_to_the_page(client, kit, alice, bob):
    said = ExperienceFactory(kit=kit, user=alice)
    assert client.get(said.get_absolute_url()).url == f"{kit.url}#experience-{said.pk}"
    PageViewRestriction.objects.create(page=kit, restriction_type="login")
    assert client.get(said.get_absolute_url()).status_code == 404
    client.force_login(bob)
    assert client.get(said.get_absolute_url()).status_code == 302


def test_a_member_takes_it_back(client, kit, alice):
    said = ExperienceFactory(kit=kit, user=alice)
    url = reverse("knowledge:take-back-experience", args=[said.pk])
    client.force_login(alice)
    assert "Take it back?" in client.get(url).text
    assert Experience.objects.count() == 1
    assert client.post(url).url == kit.url
    assert not Experience.objects.exists()
    assert client.post(url).status_code == 404


def test_nobody_else_takes_it_back(client, said, bob):
    url = reverse("knowledge:take-back-experience", args=[said.pk])
    assert "/account/login/" in client.post(url).url
    client.force_login(bob)
    assert client.post(url).status_code == 404
    with pytest.raises(KitError):
        experiences.take_back(experience=said, by=bob)
    assert Experience.objects.count() == 1


def test_the_author_is_led_to_the_whole_story_where_there_is_a_place_for_it(client, said, alice, monkeypatch):
    client.force_login(alice)
    monkeypatch.setattr(story_doors, "reverse", lambda name: {"casestudies:share": "/case-studies/share/"}[name])
    assert f'href="/case-studies/share/?from={said.kit_id}"' in client.get(said.get_absolute_url()).text


def test_where_there_is_none_nothing_leads_there(kit, monkeypatch):
    def reverse(name):
        raise NoReverseMatch(name)

    monkeypatch.setattr(story_doors, "reverse", reverse)
    assert story_doors.story_url(kit) == ""


# On the page ----------------------------------------------------------------------------------------------------------


def test_the_page_shows_what_was_approved_and_nothing_else(client, kit, alice, bob, settings):
    ExperienceFactory(kit=kit, user=alice, text=TEXT, place="Deptford")
    ExperienceFactory(kit=kit, user=bob, text="Not read yet", status="waiting")
    ExperienceFactory(kit=kit, user=bob, text="Buy pills", status="declined")
    ExperienceFactory(kit=kit, user=None, text="I have left")
    text = client.get(kit.url).text
    assert "<p>We rang 14 people.</p>" in text
    assert "<b>Alice Okafor</b>, <bdi>Deptford</bdi>" in text
    assert "<b>Somebody who has left the hub</b>" in text
    assert "Not read yet" not in text
    assert "Buy pills" not in text


def test_nothing_typed_is_code(client, kit, alice):
    ExperienceFactory(kit=kit, user=alice, text="<script>alert(1)</script> javascript:alert(2)", place="<b>x</b>")
    text = client.get(kit.url).text
    assert "<script>alert" not in text
    assert "&lt;b&gt;x&lt;/b&gt;" in text


def test_an_empty_page_says_what_to_do(client, kit):
    assert "Nobody has said yet what happened with it." in client.get(kit.url).text


# Editors --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def editor(client, edith):
    client.force_login(edith)
    return client


def test_the_list_and_the_decision(editor, said):
    listed = editor.get(reverse("experiences:index"))
    assert [each.pk for each in listed.context["object_list"]] == [said.pk]
    page = editor.get(reverse("experiences:edit", args=[said.pk]))
    assert "<p>Five came.</p>" in page.text


@pytest.mark.parametrize("number", [1, 5])
def test_the_list_takes_the_same_queries_however_long(editor, kit, number, django_assert_num_queries):
    for _ in range(number):
        ExperienceFactory(kit=kit)
    editor.get(reverse("experiences:index"))
    with django_assert_num_queries(10):
        editor.get(reverse("experiences:index"))


def test_an_editor_approves_and_the_member_is_told(editor, kit, said, edith):
    url = reverse("experiences:approve", args=[said.pk])
    for _ in range(2):
        assert editor.post(url).url == reverse("experiences:index")
    said.refresh_from_db()
    assert (said.status, said.decided_by) == ("approved", edith)
    assert said.decided_at
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["alice@example.org"], "What you said about “Ask first” is on the page")
    assert f"/library/ask-first/#experience-{said.pk}" in message.body


def test_an_editor_declines_with_a_reason(editor, said):
    url = reverse("experiences:edit", args=[said.pk])
    empty = editor.post(url, {"reason": "  "})
    assert "Write the reason. The member reads it." in empty.text
    assert mail.outbox == []
    for _ in range(2):
        assert editor.post(url, {"reason": "Tell us how it went."}).status_code == 302
    said.refresh_from_db()
    assert (said.status, said.reason) == ("declined", "Tell us how it went.")
    (message,) = mail.outbox
    assert "Tell us how it went." in message.body


def test_mail_is_in_the_language_of_the_member(editor, kit):
    said = ExperienceFactory(kit=kit, user=UserFactory(language="es"), status="waiting")
    editor.post(reverse("experiences:approve", args=[said.pk]))
    assert len(mail.outbox) == 1
    assert "Hello" not in mail.outbox[0].body


def test_a_button_comes_back_to_where_it_was_and_to_no_other_site(editor, said):
    url = reverse("experiences:approve", args=[said.pk])
    assert editor.post(url, {"next": "/admin/today/"}).url == "/admin/today/"
    assert editor.post(url, {"next": "https://evil.example/"}).url == reverse("experiences:index")


def test_what_was_taken_back_is_no_error(editor, said, edith):
    said_before = Experience.objects.get(pk=said.pk)
    said.delete()
    assert editor.post(reverse("experiences:approve", args=[said_before.pk])).status_code == 404
    for decide in (experiences.approve, lambda **given: experiences.decline(reason="x", **given)):
        with pytest.raises(KitError):
            decide(experience=said_before, by=edith)


@pytest.mark.parametrize("name", ["edit", "approve"])
def test_others_decide_nothing(client, said, alice, mona, name):
    url = reverse(f"experiences:{name}", args=[said.pk])
    assert "/account/login/" in client.post(url).url or "/admin/login/" in client.post(url).url
    for user in (alice, mona):
        client.force_login(user)
        assert client.post(url, {"reason": "x"}).status_code == 302
    said.refresh_from_db()
    assert said.status == "waiting"
    assert mail.outbox == []
    with pytest.raises(KitError):
        experiences.approve(experience=said, by=alice)


def test_nobody_adds_or_deletes_them_in_the_admin(editor, said):
    assert editor.get(reverse("experiences:add")).status_code == 302
    assert editor.post(reverse("experiences:delete", args=[said.pk])).status_code == 302
    assert Experience.objects.count() == 1


def test_what_waits_lies_on_the_editors_heap(rf, said, kit, edith, mona):
    ExperienceFactory(kit=kit)
    request = rf.get("/admin/")
    request.user = edith
    (heap,) = [heap for heap in heaps_for(request) if heap.heading == "What happened with toolkits"]
    assert heap.count == 1
    (waiting,) = heap.things
    assert waiting.detail == "Alice Okafor about “Ask first”"
    assert [action.url for action in waiting.actions] == [reverse("experiences:approve", args=[said.pk])]
    request.user = mona
    assert "What happened with toolkits" not in [heap.heading for heap in heaps_for(request)]
