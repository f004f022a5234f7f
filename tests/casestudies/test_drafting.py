"""Writing a story: what is typed is kept, also when two devices write."""

import uuid

import pytest

from casestudies import actions
from casestudies.actions import StoryError
from casestudies.models import Story
from casestudies.wording import mark_of
from tests.factories.casestudies import StoryFactory

from .doing import keep

pytestmark = pytest.mark.django_db


def test_what_is_typed_is_kept_piece_by_piece(alice):
    key = uuid.uuid4()
    keep(alice, key, {"what_happened": "We met."})
    kept = keep(alice, key, {"what_did_not_work": "The hall.", "nonsense": "x"})
    assert Story.objects.count() == 1
    assert kept.story.answers == {"what_happened": "We met.", "what_did_not_work": "The hall."}
    assert (kept.story.version, kept.story.author, kept.story.status) == (2, alice, "draft")
    assert keep(alice, key, {"what_happened": "We met."}).story.version == 2


def test_two_devices_in_different_answers_do_not_disturb_each_other(alice):
    key = uuid.uuid4()
    keep(alice, key, {"what_happened": "We met.", "what_changed": ""})
    marks = {"what_happened": mark_of("We met."), "what_changed": mark_of("")}
    keep(alice, key, {"what_happened": "We met on Monday.", "what_changed": ""}, marks=marks)
    kept = keep(alice, key, {"what_happened": "We met.", "what_changed": "Much."}, marks=marks)
    assert kept.story.answers == {"what_happened": "We met on Monday.", "what_changed": "Much."}
    assert kept.overlaps == []


def test_two_devices_in_one_answer_keep_both(alice):
    key = uuid.uuid4()
    keep(alice, key, {"what_happened": "We met."})
    marks = {"what_happened": mark_of("We met.")}
    keep(alice, key, {"what_happened": "We met on Monday."}, marks=marks)
    kept = keep(alice, key, {"what_happened": "We met in the hall."}, marks=marks)
    assert kept.overlaps == ["what_happened"]
    assert kept.story.answers["what_happened"] == "We met in the hall."
    [overlap] = kept.story.overlaps.all()
    assert overlap.text == "We met on Monday."

    story = actions.choose_overlap(overlap=overlap, use=True, by=alice)
    assert (story.answers["what_happened"], story.overlaps.count()) == ("We met on Monday.", 0)


def test_the_other_text_may_be_thrown_away_by_its_author_alone(alice, bob, draft):
    overlap = draft.overlaps.create(name="what_happened", text="Other")
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.choose_overlap(overlap=overlap, use=True, by=bob)
    story = actions.choose_overlap(overlap=overlap, use=False, by=alice)
    assert (story.answers["what_happened"][:9], story.overlaps.count()) == ("We opened", 0)


def test_nobody_writes_in_the_story_of_somebody_else(alice, bob, draft):
    with pytest.raises(StoryError, match="sent by somebody else"):
        keep(bob, draft.submission_key, {"what_happened": "Mine"})


def test_pasted_pictures_are_counted(alice):
    assert keep(alice, uuid.uuid4(), {"what_happened": "<p>a<img src=x></p>"}).pictures == 1


def test_an_interview_is_the_editors_to_write_and_the_tellers_to_be_named(edith, case_studies):
    answers = {
        "what_happened": "She said so.",
        "teller_name": "Amina Bah",
        "agreed_how": "phone",
        "name_shown": "first",
    }
    story = keep(edith, uuid.uuid4(), answers, door="interview").story
    assert (story.author, story.noted_by, story.teller, story.byline) == (None, edith, "Amina Bah", "Amina")
    assert keep(edith, story.submission_key, {}, door="five").story.door == "interview"


def test_nobody_else_notes_down_what_another_person_said(alice, case_studies):
    with pytest.raises(StoryError, match="Only editors note down"):
        keep(alice, uuid.uuid4(), {"what_happened": "She said so.", "teller_name": "Amina Bah"}, door="interview")
    assert Story.objects.count() == 0


@pytest.mark.parametrize(("shown", "byline"), [("name", "Alice Okafor"), ("first", "Alice"), ("none", ""), (None, "")])
def test_the_byline_is_what_the_author_chose(alice, shown, byline):
    assert StoryFactory(author=alice, answers={"name_shown": shown}).byline == byline


def test_a_draft_can_be_thrown_away(alice, bob, draft, story):
    second = StoryFactory(author=alice)
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.discard(story=second, by=bob)
    actions.discard(story=second, by=alice)
    actions.discard(story=second, by=alice)
    with pytest.raises(StoryError, match="was sent already"):
        actions.discard(story=story, by=alice)
    assert list(Story.objects.all()) == [story]
