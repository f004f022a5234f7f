"""Versions: made when a kit is published with changes, and told in words."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowTask

from knowledge.chores import number_kits
from knowledge.differences import differences
from knowledge.models import KitVersion, ToolkitFile, ToolkitPage
from tests.factories.hub import HubDocumentFactory
from tests.factories.knowledge import ToolkitPageFactory

from .kits import make_kit, publish, step, text, versions

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


# When versions are made -----------------------------------------------------------------------------------------------


def test_the_first_publication_is_version_one(kit, edith):
    assert versions(kit) == [(1, "", True)]
    first = kit.versions.get()
    assert first.revision == kit.live_revision
    assert [row[1] for row in first.contents["steps"]] == ["Find people", "Ask them", "Pay them"]


def test_a_change_is_the_next_version(kit, edith):
    kit = publish(kit, note=" A new step at the end. ", by=edith, steps=[*kit.steps.raw_data, step("Thank them")])
    assert versions(kit) == [(1, "", True), (2, "A new step at the end.", True)]
    assert kit.newest_version.published_by == edith


def test_a_small_correction_keeps_the_number(kit):
    kit = publish(kit, note="A comma", small=True, summary="Ask, first")
    kit = publish(kit, small=True, summary="Ask them first")
    assert versions(kit) == [(1, "", True), (1, "A comma", False), (1, "", False)]
    assert kit.newest_version.number == 1
    assert versions(publish(kit, note="More", summary="Other"))[-1] == (2, "More", True)


def test_what_readers_do_not_take_away_makes_no_version(kit):
    kit = publish(kit, seo_title="Other", is_open_for_comments=False)
    assert versions(kit) == [(1, "", True)]


def test_a_copy_begins_anew(kit):
    kit = publish(kit, note="More", summary="Other")
    copy = kit.copy(update_attrs={"slug": "copy", "title": "Copy"})
    assert (copy.change_note, copy.is_small_correction) == ("", False)
    number_kits(dry_run=False)
    assert versions(copy) == [(1, "", True)]


def test_a_note_alone_makes_a_version(kit):
    assert versions(publish(kit, note="The film has captions now."))[-1] == (2, "The film has captions now.", True)


def test_a_note_is_not_said_twice(kit):
    """An import publishes again what lies in the row: the note is about the publication before."""
    kit = publish(kit, note="New step", steps=[step("Other")])
    kit = publish(kit, note="New step")
    assert len(versions(kit)) == 2
    assert versions(publish(kit, note="New step", steps=[step("Another")]))[-1] == (3, "", True)


def test_the_same_revision_twice_is_one_version(kit):
    kit = publish(kit, note="More", summary="Other")
    kit.live_revision.publish()
    assert len(versions(kit)) == 2


def test_taken_down_and_published_again_is_no_new_version(kit):
    kit.unpublish()
    ToolkitPage.objects.get(pk=kit.pk).save_revision().publish()
    assert len(versions(kit)) == 1


def test_a_draft_is_no_version(kit):
    kit.change_note, kit.summary = "Soon", "Other"
    kit.save_revision()
    assert len(versions(kit)) == 1


def test_a_timed_publication_is_a_version_when_its_time_comes(kit):
    with time_machine.travel(NOON, tick=False) as clock:
        kit.change_note, kit.summary, kit.go_live_at = "On Friday", "Other", NOON + timedelta(days=4)
        kit.save_revision().publish()
        assert len(versions(kit)) == 1
        clock.shift(timedelta(days=4, minutes=1))
        call_command("publish_scheduled", stdout=StringIO())
        assert versions(kit)[-1] == (2, "On Friday", True)
        assert kit.newest_version.published_at == NOON + timedelta(days=4, minutes=1)


def test_an_approved_workflow_is_a_version_with_the_note_of_the_draft(kit, edith, alice):
    workflow = Workflow.objects.create(name="Two eyes")
    task = GroupApprovalTask.objects.create(name="Read it")
    task.groups.set(edith.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    kit.change_note, kit.summary = "From Alice", "Other"
    kit.save_revision(user=alice)
    state = workflow.start(kit, alice)
    state.current_task_state.approve(user=edith)
    assert versions(kit)[-1] == (2, "From Alice", True)


def test_a_translation_has_the_numbers_of_its_source(kit, home, library):
    spanish = Locale.objects.create(language_code="es")
    for page in (home, library):
        page.copy_for_translation(spanish).save_revision().publish()
    kit = publish(kit, note="More", summary="Other")
    copy = kit.copy_for_translation(spanish)
    copy = publish(copy, note="Más")
    assert versions(copy) == [(2, "Más", True)]
    copy = publish(copy, note="Más", summary="Otra")
    assert versions(copy) == [(2, "Más", True), (2, "", False)]
    publish(kit, note="Even more", summary="Third")
    assert versions(publish(copy, note="Aún más", summary="Tercera"))[-1] == (3, "Aún más", True)


def test_kits_from_before_versions_get_their_first(library):
    kit = ToolkitPageFactory(parent=library, steps=[step("Ask")])
    ToolkitPageFactory(parent=library, live=False)
    KitVersion.objects.all().delete()
    assert number_kits(dry_run=True) == "Would write down the first version of 1 toolkit."
    assert not KitVersion.objects.exists()
    assert number_kits(dry_run=False) == "Wrote down the first version of 1 toolkit."
    assert versions(kit) == [(1, "", True)]
    assert number_kits(dry_run=False) == ""


# In words -------------------------------------------------------------------------------------------------------------


def told(kit, number=2):
    rows = {version.number: version.contents for version in kit.versions.numbered()}
    return differences(rows[number - 1], rows[number])


def test_steps_in_words(kit):
    kit = publish(
        kit,
        note="x",
        steps=[
            step("Thank them"),
            step("Ask them", aim="New aim"),
            step("Find neighbours", key=step("Find people")["id"]),
        ],
    )
    assert told(kit) == [
        "New: step 1, “Thank them”.",
        "Changed: step 2, “Ask them”.",
        "Step 3 was called “Find people”. It is called “Find neighbours” now.",
        "Taken out: the step “Pay them”.",
        "The steps are in another order.",
    ]


def test_files_in_words(kit, media):
    stays, goes, new = (HubDocumentFactory(title=title) for title in ("Form", "Old list", "New list"))
    kit = publish(kit, note="x", files=[ToolkitFile(document=stays), ToolkitFile(document=goes)])
    assert told(kit) == ["New file: “Form”.", "New file: “Old list”."]
    stays.file.save("form.pdf", HubDocumentFactory.build(file__data=b"other").file, save=False)
    stays.file_hash = ""
    stays.get_file_hash()
    stays.save()
    kit = publish(kit, note="y", files=[ToolkitFile(document=stays)], steps=[step("Find people", template_file=new.pk)])
    assert told(kit, 3)[-3:] == [
        "There is a new edition of the file “Form”.",
        "New file: “New list”.",
        "Taken out: the file “Old list”.",
    ]


def test_the_rest_in_words(kit):
    kit = publish(kit, note="x", introduction=[text("<p>New</p>")], summary="Other", licence="CC0-1.0")
    assert told(kit) == [
        "The lines at the top of the page are new.",
        "The introduction is new in parts.",
        "The licence is “Public domain (CC0 1.0)” now.",
    ]
    kit = publish(kit, note="y", title="Listen first")
    assert told(kit, 3) == ["The toolkit was called “Ask first”. It is called “Listen first” now."]


def test_the_page_tells_its_versions(client, kit):
    with time_machine.travel(NOON):
        kit = publish(kit, note="Step 1 is shorter.", steps=[step("Find people", aim="Short"), *kit.steps.raw_data[1:]])
    text = " ".join(client.get(kit.url).text.split())
    assert "<strong>Version 2</strong>, " in text
    assert "4 May 2026</time>: Step 1 is shorter." in text
    response = client.get(f"{kit.url}versions/")
    assert "Changed: step 1, “Find people”." in response.text
    since = client.get(f"{kit.url}versions/since/1/")
    assert since.context["differences"] == ["Changed: step 1, “Find people”."]
    assert "You have the newest version." in client.get(f"{kit.url}versions/since/2/").text
    assert client.get(f"{kit.url}versions/since/3/").status_code == 404


def facts(client, kit):
    """Return the words and days beside the text of a kit's page."""
    cache.clear()
    page = BeautifulSoup(client.get(kit.url).text, "html.parser")
    return {row.dt.text: " ".join(row.dd.text.split()) for row in page.select("dl.facts > div")}


def test_the_day_of_the_version_and_that_of_the_last_change_do_not_contradict_each_other(client, library, media):
    with time_machine.travel(NOON, tick=False) as clock:
        kit = make_kit(library, "Find people", title="Ask first")
        clock.shift(timedelta(days=40))
        kit = publish(kit, seo_title="No reader sees it")
        told = facts(client, kit)
        assert (told["Version"], told.get("Last changed")) == ("1, 4 May 2026", None)
        kit = publish(kit, small=True, summary="A comma, there.")
        told = facts(client, kit)
        assert (told["Version"], told["Last changed"]) == ("1, 4 May 2026", "13 June 2026")
        for number in range(5):
            kit = publish(kit, small=True, summary=f"Comma {number}")
        assert facts(client, kit)["Version"] == "1, 4 May 2026"
        kit = publish(kit, note="A step more", steps=[step("Find people"), step("Ask")])
        told = facts(client, kit)
        assert (told["Version"], told.get("Last changed")) == ("2, 13 June 2026", None)
