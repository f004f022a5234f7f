"""Versions: made when a kit is published with changes, told in words, and asked for beside the button."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from knowledge.chores import number_kits
from knowledge.differences import differences
from knowledge.models import KitVersion, ToolkitFile, ToolkitPage
from tests.factories.hub import HubDocumentFactory
from tests.factories.knowledge import ToolkitPageFactory

from .kits import publish, step, text

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def versions(kit):
    """Return (number, note, whether it matters) of each version, the first one first."""
    return list(kit.versions.order_by("pk").values_list("number", "note", "matters"))


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


# What editors are asked -----------------------------------------------------------------------------------------------


@pytest.fixture
def editor(client, edith):
    client.force_login(edith)
    return client


def form_data(kit, *steps, action="action-publish", **fields):
    blocks = [
        ("step", {"title": title, "aim": "", "minutes": "", "who": "", "instructions": streamfield([]),
                  "template_file": "", "example_file": "", "example": rich_text(""), "case_study": ""})
        for title in steps
    ]  # fmt: skip
    data = {
        "title": kit.title,
        "slug": kit.slug,
        "summary": kit.summary,
        "introduction": streamfield([]),
        "steps": streamfield(blocks),
        "files": inline_formset([]),
        "comments": inline_formset([]),
        "licence": kit.licence,
        "who_for": "",
        "time_needed": "",
        "stewardship_interval": "6",
        action: "1",
        **fields,
    }
    posted = nested_form_data(data)
    for number, block in enumerate(kit.steps):
        if number < len(steps):
            posted[f"steps-{number}-id"] = block.id
    return posted


def edit_url(kit):
    return reverse("wagtailadmin_pages:edit", args=[kit.pk])


def test_whoever_publishes_without_a_word_is_asked(editor, kit):
    response = editor.post(edit_url(kit), form_data(kit, "Find people", "Listen"))
    assert response.status_code == 200
    assert response.context["form"].errors == {
        "change_note": ["Say what changed, in a line or two. If readers need not know, tick “only a small correction”."]
    }
    assert "Listen" in response.text
    assert len(versions(kit)) == 1


def test_whoever_says_it_publishes(editor, kit, edith):
    response = editor.post(edit_url(kit), form_data(kit, "Find people", "Listen", change_note="We listen now."))
    assert response.status_code == 302
    assert versions(kit) == [(1, "", True), (2, "We listen now.", True)]
    assert kit.newest_version.published_by == edith
    # The next publication begins with an empty field.
    form = editor.get(edit_url(kit)).context["form"]
    assert (form["change_note"].value(), form["is_small_correction"].value()) == ("", False)


def test_a_small_correction_needs_no_note(editor, kit):
    editor.post(edit_url(kit), form_data(kit, "Find people", "Listen", is_small_correction="on"))
    assert versions(kit) == [(1, "", True), (1, "", False)]


def test_what_is_the_same_needs_no_note(editor, kit):
    response = editor.post(edit_url(kit), form_data(kit, "Find people", "Ask them", "Pay them"))
    assert response.status_code == 302
    assert len(versions(kit)) == 1


def test_a_draft_needs_no_note_and_keeps_the_one_it_has(editor, kit):
    assert editor.post(edit_url(kit), form_data(kit, "Listen", action="action-save")).status_code == 302
    data = form_data(kit, "Listen", action="action-save", change_note="Half written")
    assert editor.post(edit_url(kit), data).status_code == 302
    assert editor.get(edit_url(kit)).context["form"]["change_note"].value() == "Half written"
    # Published later, without a change since: it is the draft that differs from what readers have.
    assert editor.post(edit_url(kit), form_data(kit, "Listen")).status_code == 200
    assert len(versions(kit)) == 1


def test_a_kit_that_is_published_for_the_first_time_needs_no_note(editor, library):
    kit = ToolkitPageFactory(parent=library, live=False, title="New")
    kit.save_revision()
    assert editor.post(edit_url(kit), form_data(kit, "One")).status_code == 302
    assert versions(kit) == [(1, "", True)]


def test_other_errors_come_first(editor, kit):
    response = editor.post(edit_url(kit), form_data(kit, "", title=""))
    assert response.status_code == 200
    assert "title" in response.context["form"].errors
