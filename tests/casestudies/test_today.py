"""What waits for editors today."""

import pytest

from casestudies import actions
from casestudies.today import stories_waiting
from tests.factories.casestudies import StoryFactory, say_yes

pytestmark = pytest.mark.django_db


def test_editors_see_the_stories_that_wait(rf, alice, edith, peers, story, case_studies):
    say_yes(story=actions.send(story=StoryFactory(author=alice), by=alice), by=edith)
    request = rf.get("/admin/")
    request.user = edith
    heap = stories_waiting(request)
    [waiting] = heap.things
    assert (heap.count, waiting.title, waiting.detail) == (1, "A kitchen in Peckham", "Alice Okafor")
    assert waiting.actions[0].url == f"/case-studies/reading/{story.pk}/approve/"
    assert waiting.actions[0].fields == {"seen": story.page.latest_revision_id}
    for person in (alice, peers[0]):
        request.user = person
        assert stories_waiting(request) is None
