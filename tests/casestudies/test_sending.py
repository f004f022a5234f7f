"""Sending a story: it becomes a draft page in a workflow, and changes with its author."""

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import Workflow

from casestudies import actions
from casestudies.actions import StoryError
from casestudies.actions.sending import story_workflow
from casestudies.models import CaseStudyPage, PeerApprovalTask
from hub.models import HubImage
from tests.factories.casestudies import StoryFactory
from tests.factories.hub import HubImageFactory
from tests.factories.knowledge import ToolkitPageFactory

from .doing import subjects

pytestmark = pytest.mark.django_db


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
