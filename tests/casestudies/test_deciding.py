"""A story is published or declined, and what follows from it."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.core import mail

from casestudies import actions
from casestudies.actions import StoryError
from casestudies.actions.sending import READERS
from casestudies.models import CaseStudyPage, StoryNote
from consent import actions as consents
from consent.models import Consent
from hub.models import HubImage
from members.models import User
from search.models import Entry
from tests.factories.casestudies import CaseStudyPageFactory, say_yes
from tests.factories.hub import HubImageFactory
from tests.factories.members import UserFactory

from .doing import ask, keep, subjects

pytestmark = pytest.mark.django_db


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
    story = actions.take_back(story=story, by=alice)
    assert (story.status, story.page.live) == ("published", True)


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
