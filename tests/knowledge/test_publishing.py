"""What editors are asked when they publish a kit: what changed, or that it was but a small correction."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.factories.knowledge import ToolkitPageFactory

from .kits import versions

pytestmark = pytest.mark.django_db


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
