"""Bringing the same documents in again, in part, as a trial, or as drafts."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from knowledge.models import ImportedFile, ResourcePage

from .importing import told


def test_the_second_time_nothing_changes(folder, client):
    folder.card("a.md", title="A", permalink="/old/a/", body="See [b](b.md).")
    folder.card("b.md", title="B")
    folder.run()
    before = {page.pk: (page.latest_revision_id, page.last_published_at) for page in Page.objects.all()}
    assert folder.run()[-1] == "made 0, changed 0, unchanged 2, skipped 0"
    assert {page.pk: (page.latest_revision_id, page.last_published_at) for page in Page.objects.all()} == before
    assert Redirect.objects.count() == 1


def test_an_edited_file_changes_one_page_as_one_revision(folder, client):
    folder.card("a.md", title="A")
    folder.card("b.md", title="B")
    folder.run()
    folder.card("a.md", title="A new", body="Other words.")
    lines = folder.run()
    assert lines[-1] == "made 0, changed 1, unchanged 1, skipped 0"
    page = ResourcePage.objects.get(title="A new")
    assert page.revisions.count() == 2
    assert ResourcePage.objects.get(title="B").revisions.count() == 1
    assert page.slug == "a"
    assert "Other words." in client.get("/library/a/").text


def test_a_page_that_was_edited_here_is_left_alone(folder):
    folder.card("a.md", title="A")
    folder.run()
    page = ResourcePage.objects.get()
    page.title = "Ours"
    page.save_revision().publish()
    assert folder.run()[-1] == "made 0, changed 0, unchanged 1, skipped 0"
    folder.card("a.md", title="Theirs")
    lines = folder.run()
    assert told(lines, "a.md")[0].startswith("skipped a.md somebody edited the page here")
    assert ResourcePage.objects.get().title == "Ours"


def test_a_page_that_was_taken_down_stays_down(folder):
    folder.card("a.md", title="A")
    folder.run()
    ResourcePage.objects.get().unpublish()
    folder.card("a.md", title="A new")
    assert "(a draft)" in told(folder.run(), "a.md")[0]
    page = ResourcePage.objects.get()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "A new"


def test_a_page_that_was_deleted_is_made_again(folder):
    folder.card("a.md", title="A")
    folder.run()
    ResourcePage.objects.get().delete()
    assert folder.run()[-1] == "made 1, changed 0, unchanged 0, skipped 0"


def test_a_run_that_was_stopped_is_finished_by_the_next(folder, monkeypatch):
    folder.card("a.md", title="A")
    with monkeypatch.context() as broken:
        broken.setattr(
            "knowledge.importing.pages.Pages.finish", lambda *args, **kwargs: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            folder.run()
    assert not ResourcePage.objects.get().live
    assert folder.run()[-1] == "made 1, changed 0, unchanged 0, skipped 0"
    assert ResourcePage.objects.get().live


def test_a_trial_writes_nothing(folder):
    folder.card("a.md", title="A", permalink="/old/")
    folder.write("bad.md", "nothing")
    folder.write("note.txt", "words")
    lines = folder.run(dry_run=True)
    assert lines[-2:] == ["This was a trial: nothing was written.", "made 1, changed 0, unchanged 0, skipped 1"]
    assert ResourcePage.objects.count() == 0
    assert ImportedFile.objects.count() == 0
    assert Redirect.objects.count() == 0
    folder.run()
    folder.card("a.md", title="B", permalink="/old/")
    assert folder.run(dry_run=True)[-1] == "made 0, changed 1, unchanged 0, skipped 1"
    assert ResourcePage.objects.get().title == "A"


def test_drafts(folder, client):
    folder.card("a.md", title="A")
    folder.run(draft=True)
    assert client.get("/library/a/").status_code == 404
    assert ResourcePage.objects.get().get_latest_revision_as_object().title == "A"
    assert folder.run(draft=True)[-1] == "made 0, changed 0, unchanged 1, skipped 0"


def test_a_file_that_says_that_it_is_a_draft(folder):
    folder.card("a.md", title="A", draft="true")
    folder.card("b.md", title="B", published="false")
    folder.card("c.md", title="C", published="true")
    folder.run()
    assert list(ResourcePage.objects.live().values_list("title", flat=True)) == ["C"]
