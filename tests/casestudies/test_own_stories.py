"""A member's own stories: how each stands, changing it, taking it back. Nobody else finds them."""

import uuid

import pytest

from casestudies import actions
from casestudies.models import CaseStudyPage, Story
from casestudies.questions import FULL
from hub.models import HubSettings
from tests.factories.casestudies import StoryFactory, say_yes

from .telling import errors, form

pytestmark = pytest.mark.django_db


OWN = [
    "/case-studies/share/{}/", "/case-studies/stories/{}/", "/case-studies/stories/{}/take-back/",
    "/case-studies/stories/{}/discard/",
]  # fmt: skip


@pytest.mark.parametrize("url", OWN)
def test_a_story_is_nobody_elses(client, charlie, edith, story, url):
    response = client.get(url.format(story.pk))
    assert (response.status_code, response.url.split("?")[0]) == (302, "/account/login/")
    for person in (charlie, edith):
        client.force_login(person)
        assert client.get(url.format(story.pk)).status_code == 404
        assert client.post(url.format(story.pk), {"do": "keep"}).status_code in (302, 404, 405)
    assert client.get(url.format("9" * 18)).status_code == 404
    assert Story.objects.filter(pk=story.pk).exists()


def test_my_stories_are_listed_with_how_they_stand(client, alice, bob, story, django_assert_max_num_queries):
    StoryFactory(author=alice, answers={"title": "Still a draft"})
    StoryFactory(author=bob, answers={"title": "Not mine"})
    client.force_login(alice)
    with django_assert_max_num_queries(12):
        text = client.get("/case-studies/stories/").text
    assert "Still a draft" in text
    assert "Two people of this community, or an editor, are reading it." in text
    assert "Not mine" not in text


def test_an_empty_list_says_what_to_do(client, alice, case_studies):
    client.force_login(alice)
    assert "You have told none yet" in client.get("/case-studies/stories/").text


def test_the_author_sees_how_it_stands_and_answers(client, alice, story, peers):
    actions.ask(story=story, text="Which key?", submission_key=uuid.uuid4(), by=peers[0])
    client.force_login(alice)
    response = client.get(f"/case-studies/stories/{story.pk}/")
    assert "There is a question for you." in response.text
    assert "Which key?" in response.text
    assert "Pam Reader" not in response.text
    assert "<p>The key.</p>" in response.text  # how it will look
    url = f"/case-studies/stories/{story.pk}/answer/"
    assert client.get(url).status_code == 405
    assert errors(client.post(url, {"text": "", "submission_key": str(uuid.uuid4())})) == {
        "text": ["Please fill this in."]
    }
    data = {"text": "Brass", "submission_key": str(uuid.uuid4())}
    assert [client.post(url, data).status_code for _pressed in range(2)] == [302, 302]
    assert [note.text for note in story.notes.all()] == ["Which key?", "Brass"]


def test_the_box_for_an_answer_stands_only_below_a_question(client, alice, edith, story, peers):
    client.force_login(alice)
    url = story.get_absolute_url()

    def has_box(response):
        return f'action="{url}answer/"' in response.text

    assert not has_box(client.get(url))
    actions.ask(story=story, text="Which key?", submission_key=uuid.uuid4(), by=peers[0])
    assert has_box(client.get(url))
    assert not has_box(client.post(f"{url}answer/", {"text": "Brass", "submission_key": uuid.uuid4()}, follow=True))
    actions.ask(story=story, text="Whose?", submission_key=uuid.uuid4(), by=peers[0])
    assert has_box(client.get(url))
    actions.decline(story=story, reason="It names a child.", by=edith)
    assert not has_box(client.get(url))
    late = client.post(f"{url}answer/", {"text": "Alun's", "submission_key": uuid.uuid4()})
    assert late.context["form"].non_field_errors() == [
        "This story can no longer be changed here. Write to the editors if something is wrong."
    ]
    assert "Alun&#x27;s" in late.text


def test_the_author_changes_it_and_sends_the_changes(client, alice, story):
    client.force_login(alice)
    response = client.get(story.edit_url)
    assert "Send my changes" in response.text
    data = form(do="send", submission_key=str(story.submission_key), what_did_not_work="Both keys.")
    response = client.post(story.edit_url, data, follow=True)
    assert "Your changes are with the readers." in response.text
    page = CaseStudyPage.objects.get().get_latest_revision_as_object()
    assert page.what_did_not_work == "<p>Both keys.</p>"


def test_the_author_takes_it_back_by_a_button(client, alice, story):
    client.force_login(alice)
    url = f"/case-studies/stories/{story.pk}/take-back/"
    assert client.get(url).status_code == 200
    assert Story.objects.get().status == "sent"
    client.post(url)
    assert Story.objects.get().status == "draft"
    assert client.get(url).status_code == 302


def test_a_draft_is_thrown_away_by_a_button(client, alice, draft):
    client.force_login(alice)
    url = f"/case-studies/stories/{draft.pk}/discard/"
    assert client.get(url).status_code == 200
    client.post(url)
    assert Story.objects.count() == 0
    assert client.post(url).status_code == 302  # pressed twice


def test_what_is_decided_is_not_changed_any_more(client, alice, edith, story):
    actions.decline(story=story, reason="It names a child.", by=edith)
    client.force_login(alice)
    assert client.get(story.edit_url).url == story.get_absolute_url()
    assert client.post(story.edit_url, form(do="send")).url == story.get_absolute_url()
    assert "It names a child." in client.get(story.get_absolute_url()).text


def test_whoever_is_published_is_told_how_to_mend_it_and_what_shows_them(client, alice, edith, story):
    HubSettings.objects.update_or_create(pk=HubSettings.load().pk, defaults={"contact_email": "hello@example.org"})
    client.force_login(alice)
    mail = '<a href="mailto:hello@example.org?subject=A%20kitchen%20in%20Peckham">hello@example.org</a>'
    assert mail not in client.get(story.get_absolute_url()).text
    say_yes(story=story, by=edith)
    response = client.get(story.get_absolute_url())
    assert mail in response.text
    assert [words for words, _url in response.context["consents"]] == ["Your name"]
    CaseStudyPage.objects.get().unpublish()
    assert mail not in client.get(story.get_absolute_url()).text


# More to tell ---------------------------------------------------------------------------------------------------------


def more_to_tell(response):
    return response.text.partition('aria-labelledby="more-to-tell"')[2].partition("</section>")[0]


def test_who_answered_the_five_questions_is_told_that_it_is_all(client, alice, story):
    client.force_login(alice)
    for url, leads_on in ((story.get_absolute_url(), True), (story.edit_url, False)):
        text = more_to_tell(client.get(url))
        assert "That is all we need" in text
        assert "What it cost" in text
        assert "Who took part" not in text  # asked and answered
        assert "How people were found" not in text  # asked in the same question
        assert (f'href="{story.edit_url}?door=full"' in text) == leads_on
        assert "<progress" not in client.get(url).text


def test_who_left_some_of_the_five_empty_sees_which(client, alice, case_studies):
    draft = StoryFactory(author=alice, answers={"what_happened": "We met.", "what_did_not_work": " "})
    client.force_login(alice)
    text = more_to_tell(client.get(draft.edit_url))
    assert "Not answered yet" in text
    assert text.count("<li>") == 4
    assert "What did not work?" in text
    assert "needed" not in text
    assert "What it cost" not in text


def test_who_told_everything_is_asked_for_nothing(client, alice, case_studies):
    told = {question.name: "x" for question in FULL} | {"started_on": "2025-01-01"}
    draft = StoryFactory(author=alice, answers=told, toolkit=case_studies.page_ptr)
    client.force_login(alice)
    text = more_to_tell(client.get(draft.get_absolute_url()))
    assert "That is all we need" in text
    assert "<li>" not in text


def test_whoever_notes_down_an_interview_sees_the_whole_meter(client, edith, case_studies):
    interview = StoryFactory(author=None, noted_by=edith, door="interview", answers={"what_happened": "She said so."})
    client.force_login(edith)
    for url in (interview.get_absolute_url(), interview.edit_url):
        assert "1 of 16 parts are told" in client.get(url).text
