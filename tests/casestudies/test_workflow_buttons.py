"""The buttons of the workflow in Wagtail's admin: what they are called, and what a second press does."""

import re

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from wagtail.fields import RichTextField
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from casestudies.models import CaseStudyPage, Story

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(story):
    return f"/admin/pages/{story.page.pk}/edit/"


@pytest.fixture
def typed(story):
    """What the editor's form sends when nothing was typed into it."""
    page = story.page.get_latest_revision_as_object()
    fields = {
        name: rich_text(getattr(page, name))
        if isinstance(CaseStudyPage._meta.get_field(name), RichTextField)
        else getattr(page, name) or ""
        for name in ("title", "slug", "summary", "byline", "who_took_part", "what_changed", "what_did_not_work",
                     "what_we_would_do_differently", "how_people_were_found", "how_we_know", "advice",
                     "what_we_adapted")
    }  # fmt: skip
    (block,) = page.body
    body = streamfield([("text", rich_text(block.value.source))])
    body["0"]["id"] = block.id
    return nested_form_data(
        {**fields, "body": body, "toolkits_used": inline_formset([]), "comments": inline_formset([]),
         "is_open_for_comments": "on"}
    )  # fmt: skip


@pytest.fixture
def press(client, url, edith, typed):
    """Return what pressing the button sends, as the page shows it now to Edith."""
    client.force_login(edith)
    shown = re.search(r'name="shown-task-state" value="(\d+)"', client.get(url).text)
    return typed | {
        "action-workflow-action": "true", "workflow-action-name": "approve", "shown-task-state": shown[1],
    }  # fmt: skip


def labels(client, url):
    menu = client.get(url).context["action_menu"]
    return [item.label for item in (menu.default_item, *menu.menu_items) if getattr(item, "name", "") == "approve"]


def told(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


def test_buttons_say_what_they_do(client, url, edith, peers):
    client.force_login(edith)
    assert labels(client, url) == ["Approve and publish"]
    peers[0].groups.add(Group.objects.get(name="Moderators"))  # who may enter the admin
    client.force_login(peers[0])
    assert labels(client, url) == ["Say yes"]


def test_other_workflows_keep_the_words_of_wagtail(client, home, edith, case_studies):
    page = case_studies.add_child(instance=CaseStudyPage(title="No story"))
    page.save_revision()
    Workflow.objects.exclude(name="Stories").first().start(page, None)
    edith.is_superuser = True
    edith.save()
    client.force_login(edith)
    assert labels(client, f"/admin/pages/{page.pk}/edit/") == [
        "Approve and Publish",
        "Approve with comment and Publish",
    ]


def test_a_second_press_changes_nothing_and_says_so(client, url, press):
    assert client.post(url, press).status_code == 302
    page = CaseStudyPage.objects.get()
    assert page.live
    revisions, logged = page.revisions.count(), PageLogEntry.objects.count()
    response = client.post(url, press)
    assert (response.status_code, response.url) == (302, url)
    assert told(response)[-1] == "This was decided already. There is nothing more to do."
    page.refresh_from_db()
    assert (page.has_unpublished_changes, page.revisions.count(), PageLogEntry.objects.count()) == (
        False, revisions, logged,
    )  # fmt: skip


def test_a_second_press_does_not_decide_the_next_step(client, url, press, edith):
    after = GroupApprovalTask.objects.create(name="Once more")
    after.groups.set(edith.groups.all())
    WorkflowTask.objects.create(workflow=Workflow.objects.get(name="Stories"), task=after.task_ptr, sort_order=1)
    client.post(url, press)
    shown = CaseStudyPage.objects.get().current_workflow_task_state
    assert shown.task.specific == after
    response = client.post(url, press)
    assert told(response)[-1] == "This step was decided already. Look at what is to be decided now."
    page = CaseStudyPage.objects.get()
    assert (page.live, page.current_workflow_task_state) == (False, shown)
    client.post(url, press | {"shown-task-state": shown.pk})
    assert CaseStudyPage.objects.get().live


@pytest.mark.parametrize("shown", ["", "x", "None", "999999"])
def test_what_was_not_shown_is_not_decided(client, url, press, shown):
    assert client.post(url, press | {"shown-task-state": shown}).status_code == 302
    assert not CaseStudyPage.objects.get().live


def test_what_was_typed_while_somebody_else_decided_is_a_draft(client, url, press, story, edith):
    story.page.get_latest_revision().publish(user=edith)
    response = client.post(url, press | {"title": "A kitchen in Bow"})
    assert "This was decided already. What you changed is kept as a draft." in told(response)
    page = CaseStudyPage.objects.get()
    assert (page.title, page.get_latest_revision_as_object().title) == ("A kitchen in Peckham", "A kitchen in Bow")


@pytest.mark.parametrize("verb", ["approve", "reject"])
def test_two_requests_that_decide_at_the_same_moment(story, edith, verb, do):
    """The second had read the state before the first was through."""
    first, second = (CaseStudyPage.objects.get().current_workflow_task_state for _request in range(2))
    do(first.task.specific.on_action, task_state=first, user=edith, action_name=verb)
    logged = PageLogEntry.objects.count()
    do(second.task.specific.on_action, task_state=second, user=edith, action_name="approve")
    assert PageLogEntry.objects.count() == logged
    assert Story.objects.get().status == ("published" if verb == "approve" else "asked")
