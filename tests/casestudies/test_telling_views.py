"""Where a member tells a story: works · anonymous · stranger · GET and POST · bad id · bad input."""

import json
import uuid

import pytest
from wagtail.models import PageViewRestriction

from casestudies.models import CaseStudyPage, Story
from casestudies.wording import mark_of
from tests.factories.knowledge import ToolkitPageFactory

from .telling import FIVE, SHARE, errors, form

pytestmark = pytest.mark.django_db

NEEDED = "Tell at least what you tried. Everything else can come later."
EMPTY = dict.fromkeys(FIVE, "") | {"name_shown": "first", "door": "five", "marks": "{}"}


def test_strangers_see_the_questions_and_are_asked_to_sign_in(client, site):
    response = client.get(f"{SHARE}?from=7")
    assert "What did not work?" in response.text
    assert "/account/login/?next=/case-studies/share/%3Ffrom%3D7" in response.text
    assert "<form" not in response.text.split("<main")[1].split("</main")[0]


def test_who_was_signed_out_keeps_their_words(client, site):
    response = client.post(SHARE, form(do="send"))
    assert response.status_code == 200
    assert errors(response)["__all__"][0].startswith("You are signed out.")
    assert "We opened a kitchen." in response.text
    assert Story.objects.count() == 0


def test_a_member_is_asked_five_questions(client, alice, case_studies):
    client.force_login(alice)
    response = client.get(SHARE)
    assert response.text.count("<textarea") == 5
    assert Story.objects.count() == 0  # opening a page writes nothing
    assert response["Cache-Control"] == "private, no-store"


def test_all_questions_may_be_had_instead(client, alice, case_studies):
    client.force_login(alice)
    response = client.get(f"{SHARE}?door=full")
    assert "How did you find them?" in response.text
    assert client.get(f"{SHARE}?door=interview").text.count("<textarea") == 5


def test_it_is_sent_in_one_go(client, alice, case_studies):
    client.force_login(alice)
    data = form(do="send")
    response = client.post(SHARE, data)
    story = Story.objects.get()
    assert (response.status_code, response.url) == (302, f"/case-studies/stories/{story.pk}/")
    assert (story.status, story.page.byline) == ("sent", "Alice")
    assert client.post(SHARE, data).url == response.url  # pressed twice
    assert (Story.objects.count(), CaseStudyPage.objects.count()) == (1, 1)


def test_the_device_is_told_what_it_need_not_keep(client, alice, case_studies):
    client.force_login(alice)
    data = form(do="send", name_shown="none")
    response = client.post(SHARE, data, follow=True)
    marks = json.loads(response.context["marks"])
    assert (marks["what_happened"], marks["name_shown"]) == (mark_of("We opened a kitchen."), mark_of("none"))
    assert f'data-forget-story="{alice.pk} {data["submission_key"]}"' in response.text
    assert 'data-forget-stories action="/account/logout/"' in client.get("/account/logout/").text


def test_what_the_form_proposes_counts_when_it_is_sent(client, alice, case_studies):
    client.force_login(alice)
    marks = client.get(SHARE).context["form"]["marks"].value()
    client.post(SHARE, form(do="send", marks=marks))
    assert Story.objects.get().page.byline == "Alice"


def test_it_is_saved_to_go_on_later(client, alice, case_studies):
    client.force_login(alice)
    response = client.post(SHARE, form(do="keep", what_did_not_work=""), follow=True)
    story = Story.objects.get()
    assert response.redirect_chain == [(f"/case-studies/share/{story.pk}/", 302)]
    assert "You can go on at any time, on any device." in response.text
    assert "We opened a kitchen." in response.text
    assert f"/case-studies/share/{story.pk}/" in client.get(SHARE).text  # offered when one begins anew


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"what_happened": " "}, {"what_happened": [NEEDED]}),
        ({"name_shown": "zzz"}, {"name_shown": ["Select a valid choice. zzz is not one of the available choices."]}),
        ({"title": "t" * 121}, {"title": ["Ensure this value has at most 120 characters (it has 121)."]}),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(client, alice, case_studies, changes, found):
    client.force_login(alice)
    response = client.post(SHARE, form(do="send", **changes))
    assert errors(response) == found
    assert "The key." in response.text
    assert Story.objects.get().answers["what_did_not_work"] == "The key."
    assert CaseStudyPage.objects.count() == 0


@pytest.mark.parametrize(
    ("do", "told"), [("send", NEEDED), ("keep", "There is nothing to save yet. Write a few words here first.")]
)
@pytest.mark.parametrize("changes", [{}, {"name_shown": "none"}, {"what_changed": " \n"}])
def test_nothing_is_made_of_an_empty_form(client, alice, case_studies, do, told, changes):
    client.force_login(alice)
    response = client.post(SHARE, form(do=do, **EMPTY | changes))
    assert errors(response) == {"what_happened": [told]}
    assert response.context["form"]["name_shown"].value() == changes.get("name_shown", "first")
    assert Story.objects.count() == 0


def test_a_title_alone_is_kept(client, alice, case_studies):
    client.force_login(alice)
    response = client.post(SHARE, form(do="send", **EMPTY | {"title": "The hall"}))
    assert errors(response) == {"what_happened": [NEEDED]}
    assert Story.objects.get().answers["title"] == "The hall"


def test_all_questions_are_checked_too(client, alice, case_studies):
    client.force_login(alice)
    odd = {"people_count": "about 20", "started_on": "2026-02-01", "ended_on": "2026-01-01", "scale": "x"}
    response = client.post(f"{SHARE}?door=full", form(do="send", door="full", **odd))
    assert set(errors(response)) == {"people_count", "ended_on", "scale"}
    assert "about 20" in response.text
    assert Story.objects.get().answers["people_count"] == "about 20"


@pytest.mark.parametrize("key", ["", "zzz", "1" * 5000])
def test_a_form_with_a_wrong_key_says_so_and_keeps_the_words(client, alice, case_studies, key):
    client.force_login(alice)
    response = client.post(SHARE, form(do="send", submission_key=key))
    assert errors(response)["__all__"] == ["Something went wrong on the way. Send it once more."]
    assert "We opened a kitchen." in response.text


def test_a_form_of_somebody_else_is_refused(client, bob, draft):
    client.force_login(bob)
    response = client.post(SHARE, form(do="send", submission_key=str(draft.submission_key)))
    assert errors(response)["__all__"][0].startswith("This form was sent by somebody else.")


@pytest.mark.parametrize("marks", ["[", "[1]", '{"a": {"b": 1}}', "7"])
def test_odd_marks_are_as_none(client, alice, case_studies, marks):
    client.force_login(alice)
    assert client.post(SHARE, form(do="keep", marks=marks)).status_code == 302


def test_the_toolkit_that_was_used_comes_along(client, alice, case_studies, library):
    client.force_login(alice)
    kit, hidden = (
        ToolkitPageFactory(parent=library, title="Knock kit"),
        ToolkitPageFactory(parent=library, title="Secret"),
    )
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert "Knock kit" in client.get(f"{SHARE}?from={kit.pk}").text
    for odd in (hidden.pk, "zzz", "9" * 40, -1):
        assert "Secret" not in client.get(f"{SHARE}?from={odd}").text
    client.post(SHARE, form(do="keep", origin=kit.pk))
    assert Story.objects.get().toolkit_id == kit.pk


def test_pictures_in_what_is_pasted_are_said(client, alice, case_studies):
    client.force_login(alice)
    words = "<p class=MsoNormal>" + "word " * 5000 + '<img src="x"></p>'
    response = client.post(SHARE, form(do="keep", what_happened=words), follow=True)
    assert "There was a picture in what you pasted." in response.text
    assert len(Story.objects.get().answers["what_happened"].split()) == 5000


def test_what_changed_is_saved_while_typing(client, alice, case_studies):
    client.force_login(alice)
    key = str(uuid.uuid4())
    told = client.post(f"{SHARE}keep/", {"submission_key": key, "door": "five", "what_happened": "We"}).json()
    story = Story.objects.get()
    assert told["url"] == f"/case-studies/share/{story.pk}/"
    assert told["message"].startswith("Saved at ")
    assert told["marks"] == {"what_happened": mark_of("We")}
    client.post(f"{SHARE}keep/", {"submission_key": key, "what_happened": "We met", "marks": "{}"})
    story.refresh_from_db()
    assert (story.answers, story.version) == ({"what_happened": "We met"}, 2)


def test_while_typing_nothing_is_made_of_what_the_form_proposes(client, alice, case_studies):
    client.force_login(alice)
    key = str(uuid.uuid4())
    response = client.post(f"{SHARE}keep/", {"submission_key": key, "name_shown": "none"})
    assert (response.status_code, Story.objects.count()) == (409, 0)
    client.post(f"{SHARE}keep/", {"submission_key": key, "name_shown": "none", "what_happened": "We"})
    client.post(f"{SHARE}keep/", {"submission_key": key, "name_shown": "first"})
    assert Story.objects.get().answers == {"what_happened": "We", "name_shown": "first"}


def test_two_devices_are_told_of_each_other(client, alice, draft):
    client.force_login(alice)
    old = f'{{"what_happened": "{mark_of(draft.answers["what_happened"])}"}}'
    data = {"submission_key": str(draft.submission_key), "marks": old}
    client.post(f"{SHARE}keep/", {**data, "what_happened": "From the phone"})
    told = client.post(f"{SHARE}keep/", {**data, "what_happened": "From the desk"}).json()
    assert told["overlaps"] == ["what_happened"]
    assert "Both texts are kept" in told["message"]
    text = client.get(draft.edit_url).text
    assert "From the phone" in text
    assert "From the desk" in text
    overlap = draft.overlaps.get()
    url = f"/case-studies/share/{draft.pk}/other/{overlap.pk}/"
    assert client.post(url, {"use": "other"}).url == draft.edit_url
    draft.refresh_from_db()
    assert draft.answers["what_happened"] == "From the phone"
    assert client.post(url, {"use": "other"}).status_code == 302  # pressed twice


def test_saving_while_typing_refuses(client, alice, bob, draft):
    data = {"submission_key": str(draft.submission_key), "what_happened": "x"}
    assert client.post(f"{SHARE}keep/", data).status_code == 403
    client.force_login(bob)
    assert client.post(f"{SHARE}keep/", data).status_code == 409
    assert client.post(f"{SHARE}keep/", {"what_happened": "x"}).status_code == 400
    assert client.get(f"{SHARE}keep/").status_code == 405
    draft.refresh_from_db()
    assert draft.answers["what_happened"].startswith("We opened")


def test_an_editor_notes_down_what_somebody_tells(client, edith, alice, case_studies, peers):
    url = "/case-studies/interview/"
    client.force_login(alice)
    response = client.post(f"{SHARE}keep/", form(door="interview", teller_name="Amina Bah", agreed_how="phone"))
    assert (response.status_code, Story.objects.count()) == (409, 0)
    assert client.get(url).status_code == 404
    client.force_login(edith)
    assert "How did they agree that we publish it?" in client.get(url).text
    data = form(do="send", door="interview", teller_name="Amina Bah", teller_contact="020 7946 0000", agreed_how="")
    assert errors(client.post(url, data)) == {"agreed_how": ["Please fill this in."]}
    response = client.post(url, {**data, "agreed_how": "phone"})
    story = Story.objects.get()
    assert response.url == story.get_absolute_url()
    assert (story.teller, story.page.byline, story.page.owner, story.author) == ("Amina Bah", "Amina", edith, None)
    client.force_login(peers[0])
    text = client.get(story.reading_url).text
    assert "By telephone" in text
    assert "020 7946 0000" not in text


# A title --------------------------------------------------------------------------------------------------------------


def test_who_gives_no_title_is_shown_one_before_it_is_sent(client, alice, case_studies):
    client.force_login(alice)
    data = form(do="send", title=" ", what_happened="We opened a kitchen in Peckham. " * 5)
    response = client.post(SHARE, data)
    first_words = "We opened a kitchen in Peckham. We opened a kitchen in Peckham. We"
    assert errors(response) == {
        "title": ["These are your first words, which stand below as well. Change them, or send it so."]
    }
    assert response.context["form"]["title"].value() == first_words
    assert (Story.objects.get().status, Story.objects.get().answers["title"]) == ("draft", " ")
    data["title"] = first_words
    assert client.post(SHARE, data).url == Story.objects.get().get_absolute_url()
    assert Story.objects.get().page.title == first_words


def test_a_story_without_a_title_is_saved_to_go_on_later(client, alice, case_studies):
    client.force_login(alice)
    assert client.post(SHARE, form(do="keep", title="")).url == Story.objects.get().edit_url
