"""Readers ask, authors answer, revise and take back."""

import uuid

import pytest
from django.core import mail

from casestudies import actions
from casestudies.actions import StoryError
from casestudies.models import CaseStudyPage, Story
from tests.factories.casestudies import say_yes

from .doing import ask, keep, subjects

pytestmark = pytest.mark.django_db


def test_a_reader_asks_and_the_author_answers(alice, story, peers, do):
    mail.outbox.clear()
    key = uuid.uuid4()
    note = do(ask, story=story, by=peers[0], key=key)
    assert do(ask, story=story, by=peers[0], key=key) == note
    story.refresh_from_db()
    assert story.status == "asked"
    assert subjects() == [(alice.email, "A question about your story “A kitchen in Peckham”")]

    mail.outbox.clear()
    key = uuid.uuid4()
    answer = do(actions.answer, story=story, text="The brass one", submission_key=key, by=alice)
    assert do(actions.answer, story=story, text="The brass one", submission_key=key, by=alice) == answer
    story.refresh_from_db()
    assert (story.status, story.notes.count()) == ("sent", 2)
    assert subjects() == [(peers[0].email, "An answer about “A kitchen in Peckham”")]


def test_only_readers_ask_and_only_the_author_answers(alice, charlie, story):
    for person in (alice, charlie):
        with pytest.raises(StoryError, match="Only those who read stories"):
            ask(story, person)
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.answer(story=story, text="x", submission_key=uuid.uuid4(), by=charlie)


def test_a_draft_of_ones_own_has_nobody_to_answer(alice, draft):
    with pytest.raises(StoryError, match="Nobody is reading"):
        actions.answer(story=draft, text="x", submission_key=uuid.uuid4(), by=alice)


def test_what_the_author_changes_goes_into_the_draft_page(alice, story, peers, edith, do):
    draft = story.page.get_latest_revision_as_object()
    draft.advice = "<p>An editor's word</p>"
    draft.save_revision(user=edith)
    say_yes(story=story, by=peers[0])
    keep(alice, story.submission_key, {"what_did_not_work": "Both keys.", "name_shown": "none"})
    mail.outbox.clear()
    story.refresh_from_db()
    assert story.has_unsent_changes
    story = do(actions.send, story=story, by=alice)
    draft = story.page.get_latest_revision_as_object()
    assert (draft.what_did_not_work, draft.advice, draft.byline) == ("<p>Both keys.</p>", "<p>An editor's word</p>", "")
    assert not story.has_unsent_changes
    assert story.page.current_workflow_task_state.peer_approvals.count() == 0  # said to other words
    assert [subject for _to, subject in subjects()] == ["“A kitchen in Peckham” was changed and waits for you"] * 2


def test_a_text_that_an_editor_took_apart_is_not_overwritten(alice, story, edith):
    draft = story.page.get_latest_revision_as_object()
    draft.body = [("heading", {"text": "First", "level": "2"}), ("text", "<p>Edited</p>")]
    draft.save_revision(user=edith)
    keep(alice, story.submission_key, {"what_happened": "All new"})
    story = actions.send(story=Story.objects.get(), by=alice)
    draft = story.page.get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["heading", "text", "text"]
    assert draft.body[2].value.source == "<p>All new</p>"


def test_what_is_sent_back_in_the_admin_is_a_question_and_goes_on_after_the_answer(alice, story, edith, do):
    mail.outbox.clear()
    state = story.page.current_workflow_task_state
    do(state.task.specific.on_action, task_state=state, user=edith, action_name="reject", comment="Where was it?")
    story.refresh_from_db()
    assert (story.status, story.notes.get().text) == ("asked", "Where was it?")
    assert subjects() == [(alice.email, "A question about your story “A kitchen in Peckham”")]
    actions.answer(story=story, text="Peckham", submission_key=uuid.uuid4(), by=alice)
    assert CaseStudyPage.objects.get().current_workflow_state.status == "in_progress"


def test_the_author_takes_it_back(alice, bob, story):
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.take_back(story=story, by=bob)
    story = actions.take_back(story=story, by=alice)
    assert (story.status, story.page, CaseStudyPage.objects.count()) == ("draft", None, 0)
    assert actions.take_back(story=story, by=alice).status == "draft"
    assert actions.send(story=story, by=alice).status == "sent"


def test_the_summary_changes_with_the_text_unless_an_editor_wrote_another(alice, story, edith):
    keep(alice, story.submission_key, {"what_happened": "We opened a café."})
    story = actions.send(story=Story.objects.get(), by=alice)
    draft = story.page.get_latest_revision_as_object()
    assert draft.summary == "We opened a café."
    draft.summary = "A café, told by Alice."
    draft.save_revision(user=edith)
    keep(alice, story.submission_key, {"what_happened": "We opened a bar."})
    story = actions.send(story=Story.objects.get(), by=alice)
    assert story.page.get_latest_revision_as_object().summary == "A café, told by Alice."
