"""Every exit of what is done with stories."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import Workflow

from casestudies import actions
from casestudies.actions import StoryError
from casestudies.actions.sending import READERS, story_workflow
from casestudies.models import CaseStudyPage, PeerApprovalTask, Story, StoryNote
from casestudies.wording import mark_of
from consent import actions as consents
from consent.models import Consent
from hub.models import HubImage
from members.models import User
from search.models import Entry
from tests.factories.casestudies import CaseStudyPageFactory, StoryFactory, say_yes
from tests.factories.hub import HubImageFactory
from tests.factories.knowledge import ToolkitPageFactory
from tests.factories.members import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def do(django_capture_on_commit_callbacks):
    """A function that does something and then what it leaves for after the commit."""

    def run(action, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return action(**kwargs)

    return run


def subjects():
    return [(message.to[0], message.subject) for message in mail.outbox]


def keep(by, key, answers, **options):
    return actions.keep(submission_key=key, answers=answers, by=by, **options)


# Writing --------------------------------------------------------------------------------------------------------------


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


# Sending --------------------------------------------------------------------------------------------------------------


def test_sending_makes_a_draft_page_in_a_workflow(alice, draft, case_studies, peers, library, do):
    draft.toolkit = ToolkitPageFactory(parent=library).page_ptr
    draft.save()
    mail.outbox.clear()
    story = do(actions.send, story=draft, by=alice)
    page = story.page
    assert (story.status, page.live, page.owner, page.title) == ("sent", False, alice, "A kitchen in Peckham")
    assert page.get_parent().pk == case_studies.pk
    assert (page.byline, page.what_did_not_work) == ("Alice", "<p>The key.</p>")
    assert [use.toolkit_id for use in page.toolkits_used.all()] == [draft.toolkit_id]
    assert page.body[0].value.source == "<p>We opened a kitchen.</p><p>Twelve people came.</p>"
    assert isinstance(page.current_workflow_task.specific, PeerApprovalTask)
    assert sorted(subjects()) == sorted((peer.email, "A story waits for you: “A kitchen in Peckham”") for peer in peers)


def test_sending_twice_is_one_story(alice, story, do):
    mail.outbox.clear()
    again = do(actions.send, story=story, by=alice)
    assert (again.page, CaseStudyPage.objects.count(), mail.outbox) == (story.page, 1, [])


@pytest.mark.parametrize("answers", [{}, {"what_happened": " "}, {"title": "Only a title"}])
def test_an_empty_story_is_not_sent(alice, case_studies, answers):
    with pytest.raises(StoryError, match="at least what you tried"):
        actions.send(story=StoryFactory(author=alice, answers=answers), by=alice)


def test_a_story_is_sent_by_its_author(bob, draft, case_studies):
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.send(story=draft, by=bob)


def test_without_a_list_a_story_stays_a_draft(alice, draft, case_studies):
    case_studies.unpublish()
    with pytest.raises(StoryError, match="no list of case studies"):
        actions.send(story=draft, by=alice)
    draft.refresh_from_db()
    assert (draft.status, draft.page) == ("draft", None)


def test_dates_that_cannot_be_are_told_and_change_nothing(alice, draft, case_studies):
    draft.answers |= {"started_on": "2026-02-01", "ended_on": "2026-01-01"}
    draft.save()
    with pytest.raises(StoryError, match="must end after it starts"):
        actions.send(story=draft, by=alice)
    assert CaseStudyPage.objects.count() == 0


@pytest.mark.parametrize("title", ["Share", "???", "share"])
def test_odd_titles_get_an_address_all_the_same(alice, draft, case_studies, title):
    draft.answers["title"] = title
    draft.save()
    assert actions.send(story=draft, by=alice).page.slug.endswith(f"-{draft.pk}")


def test_odd_figures_are_left_out(alice, draft, case_studies):
    draft.answers |= {"people_count": "about 20", "started_on": "2026-99-99", "scale": "x", "cost": "£" * 500}
    draft.save()
    page = actions.send(story=draft, by=alice).page
    assert (page.people_count, page.started_on, page.scale, len(page.cost)) == (None, None, "", 200)


def test_there_is_one_workflow_of_stories_which_administrators_may_change(alice, story, case_studies):
    workflow = story_workflow()
    assert (workflow.name, story_workflow()) == ("Stories", workflow)
    task = PeerApprovalTask.objects.get()
    task.readers, task.peers_needed = Group.objects.create(name="Others"), 1
    task.save()
    actions.send(story=StoryFactory(author=alice), by=alice)
    assert Workflow.objects.filter(name="Stories").count() == 1


def test_a_photograph_needs_everybodys_yes(alice, draft, case_studies):
    draft.photo = HubImageFactory()
    draft.save()
    with pytest.raises(StoryError, match="everybody in the photograph agreed"):
        actions.send(story=draft, by=alice)
    draft.answers |= {"photo_agreed": "on", "photo_alt": "A pot"}
    draft.save()
    page = actions.send(story=draft, by=alice).page
    assert (page.cover_image, page.cover_alt) == (draft.photo, "A pot")


def test_a_photograph_can_be_taken_away_and_is_gone(alice, bob, draft):
    draft.photo = HubImageFactory()
    draft.save()
    with pytest.raises(StoryError, match="Only whoever tells"):
        actions.remove_photo(story=draft, by=bob)
    actions.remove_photo(story=draft, by=alice)
    assert HubImage.objects.count() == 0


# Asking, answering, revising ------------------------------------------------------------------------------------------


def ask(story, by, text="Which key?", key=None):
    return actions.ask(story=story, text=text, submission_key=key or uuid.uuid4(), by=by)


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


# Deciding -------------------------------------------------------------------------------------------------------------


def test_two_peers_publish_it(alice, story, peers, do):
    mail.outbox.clear()
    assert do(say_yes, story=story, by=peers[0]).status == "sent"
    assert do(say_yes, story=story, by=peers[0]).status == "sent"  # a second yes of the same person
    assert not CaseStudyPage.objects.get().live
    assert not Entry.objects.exists()
    story = do(say_yes, story=story, by=peers[1])
    assert (story.status, story.page.live) == ("published", True)
    assert subjects() == [(alice.email, "Your story “A kitchen in Peckham” is published")]
    assert do(say_yes, story=story, by=peers[0]).status == "published"
    assert len(mail.outbox) == 1


def test_an_editor_publishes_it_alone(story, edith, do):
    assert do(say_yes, story=story, by=edith).page.live


def test_after_a_peer_asked_the_others_may_still_say_yes(story, peers):
    ask(story, peers[0])
    for peer in peers:
        story = say_yes(story=story, by=peer)
    assert story.status == "published"


@pytest.mark.parametrize("who", ["alice", "charlie", "mona"])
def test_nobody_else_says_yes(request, story, who):
    with pytest.raises(StoryError, match="Only those who read stories"):
        say_yes(story=story, by=request.getfixturevalue(who))


def test_nobody_says_yes_to_their_own(story, alice, edith):
    alice.groups.add(Group.objects.get(name=READERS), Group.objects.get(name="Editors"))
    with pytest.raises(StoryError, match="Only those who read stories"):
        say_yes(story=story, by=alice)
    with pytest.raises(StoryError, match="Only an editor"):
        actions.decline(story=story, reason="x", by=alice)


def test_a_page_that_an_editor_publishes_in_the_admin_is_a_published_story(alice, story, edith, do):
    mail.outbox.clear()
    do(story.page.get_latest_revision().publish, user=edith)
    story.refresh_from_db()
    assert story.status == "published"
    assert [to for to, _subject in subjects()] == [alice.email]
    do(story.page.get_latest_revision().publish, user=edith)
    assert len(mail.outbox) == 1


def test_an_editor_declines_it_with_a_reason(alice, story, edith, peers, do):
    mail.outbox.clear()
    with pytest.raises(StoryError, match="Only an editor"):
        actions.decline(story=story, reason="x", by=peers[0])
    with pytest.raises(StoryError, match="Say why"):
        actions.decline(story=story, reason="  ", by=edith)
    story = do(actions.decline, story=story, reason="It names a child.", by=edith)
    do(actions.decline, story=story, reason="It names a child.", by=edith)
    assert (story.status, story.decline_reason, story.page.live) == ("declined", "It names a child.", False)
    assert subjects() == [(alice.email, "About your story “A kitchen in Peckham”")]
    assert "It names a child." in mail.outbox[0].body
    with pytest.raises(StoryError, match="decided already"):
        say_yes(story=story, by=edith)
    with pytest.raises(StoryError, match="can no longer be changed"):
        keep(alice, story.submission_key, {"what_happened": "x"})


def test_what_is_published_is_not_declined_asked_or_taken_back(alice, story, edith, do):
    story = do(say_yes, story=story, by=edith)
    with pytest.raises(StoryError, match="decided already"):
        actions.decline(story=story, reason="x", by=edith)
    with pytest.raises(StoryError, match="decided already"):
        ask(story, edith)
    with pytest.raises(StoryError, match="can no longer be changed"):
        actions.take_back(story=story, by=alice)


def test_an_author_who_leaves_takes_no_story_along(story, edith, alice, do):
    alice.delete()
    story.refresh_from_db()
    assert (story.author, story.teller) == (None, "")
    assert do(say_yes, story=story, by=edith).page.live


def test_mail_is_in_the_language_of_each(story, peers, do):
    story.author.language = "es"
    story.author.save()
    mail.outbox.clear()
    do(ask, story=story, by=peers[0])
    assert mail.outbox[0].to == [story.author.email]
    assert "Hello" not in mail.outbox[0].body


def test_what_waits_for_whom(alice, charlie, edith, story, peers):
    def waiting(user):
        return list(actions.stories_to_read(user))

    assert (waiting(peers[0]), waiting(edith), waiting(alice), waiting(charlie)) == ([story], [story], [], [])
    other = UserFactory()
    other.groups.add(Group.objects.create(name="Another group"))
    assert waiting(other) == []
    assert StoryNote.objects.count() == 0


def test_what_the_author_agreed_to_is_in_the_ledger_and_can_be_taken_back(
    client, alice, draft, edith, case_studies, do
):
    draft.photo = HubImageFactory()
    draft.answers |= {"photo_agreed": "on", "photo_alt": "A pot", "name_shown": "name"}
    draft.save()
    story = do(say_yes, story=do(actions.send, story=draft, by=alice), by=edith)
    assert sorted(Consent.objects.values_list("covers", "wording", "contact", "how")) == [
        ("name", "Alice Okafor", alice.email, "form"), ("photo", "", alice.email, "form"),
    ]  # fmt: skip
    client.force_login(alice)
    text = client.get(story.get_absolute_url()).text
    assert text.count("/consent/") == 2
    User.objects.filter(pk=alice.pk).update(email="alice@another.example.org")
    assert client.get(story.get_absolute_url()).text.count("/consent/") == 2
    for consent in Consent.objects.all():
        do(consents.withdraw, consent=consent)
    page = CaseStudyPage.objects.get()
    assert (page.byline, page.cover_image, HubImage.objects.count()) == ("", None, 0)
    assert "Okafor" not in client.get(page.url).text.split("<main")[1]


def test_an_interview_notes_how_the_person_agreed(edith, case_studies, peers, do):
    answers = {"what_happened": "She said so.", "teller_name": "Amina Bah", "teller_contact": "020 7946 0000",
               "agreed_how": "phone", "name_shown": "first"}  # fmt: skip
    story = actions.send(story=keep(edith, uuid.uuid4(), answers, door="interview").story, by=edith)
    for peer in peers:
        story = do(say_yes, story=story, by=peer)
    consent = Consent.objects.get()
    assert (consent.person_name, consent.wording, consent.how, consent.contact, consent.noted_by) == (
        "Amina Bah", "Amina", "phone", "020 7946 0000", edith,
    )  # fmt: skip


def test_a_story_that_began_with_a_case_study_joins_its_family(alice, draft, case_studies):
    kitchen = CaseStudyPageFactory(parent=case_studies, title="Kitchen")
    draft.toolkit = kitchen.page_ptr
    draft.save()
    page = actions.send(story=draft, by=alice).page
    assert (page.came_from, page.toolkits_used.count()) == (kitchen, 0)
