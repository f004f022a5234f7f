"""Those who decide about a story at once wait for each other: all take its page first, the admin and the hub alike."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casestudies import actions
from casestudies.models import Story
from tests.factories.casestudies import say_yes

from .doing import ask

pytestmark = pytest.mark.django_db


def in_the_admin(*, story, by, verb):
    state = story.page.current_workflow_task_state
    state.task.specific.on_action(task_state=state, user=by, action_name=verb)


@pytest.mark.parametrize(
    "decide",
    [
        say_yes,
        ask,
        lambda story, by: actions.decline(story=story, reason="Too short.", by=by),
        lambda story, by: actions.send(story=story, by=story.author),
        lambda story, by: actions.take_back(story=story, by=story.author),
        lambda story, by: in_the_admin(story=story, by=by, verb="approve"),
        lambda story, by: in_the_admin(story=story, by=by, verb="reject"),
    ],
    ids=["yes", "question", "no", "sent again", "taken back", "yes in the admin", "question in the admin"],
)
def test_the_page_is_taken_first(story, edith, decide):
    if not connection.features.has_select_for_update:
        pytest.skip("this database locks as a whole")
    story = Story.objects.get(pk=story.pk)
    with CaptureQueriesContext(connection) as queries:
        decide(story=story, by=edith)
    held = [re.search(r'^UPDATE "(\w+)"|FROM "(\w+)".* FOR UPDATE', each["sql"]) for each in queries]
    assert next(found[1] or found[2] for found in held if found) == "wagtailcore_page"
