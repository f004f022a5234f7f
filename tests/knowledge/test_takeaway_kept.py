"""The ZIP of a kit is made once, again when something in it changes, and goes when it is not needed."""

import io
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import reverse

from hub.models import HubDocument
from knowledge import takeaway
from knowledge.chores import forget_old_zips
from knowledge.models import KitArchive, ToolkitFile, ToolkitPage
from knowledge.takeaway import keeping, writing
from knowledge.tasks import make_archive

from .kits import make_kit, publish, step
from .takeaways import document, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(monkeypatch):
    """The kits for which a ZIP was written."""
    done = []

    def write(kit, target):
        done.append(kit.pk)
        return writing.write_zip(kit, target)

    monkeypatch.setattr(keeping, "write_zip", write)
    return done


def test_it_is_made_once(client, kit, made):
    take(client, kit)
    take(client, kit)
    assert made == [kit.pk]


def test_it_is_made_when_a_kit_is_published_and_the_old_one_goes(client, kit, made, committed):
    first = takeaway.archive_of(kit)
    with committed():
        kit = publish(kit, note="x", steps=[step("Find people")])
    assert len(made) == 2
    assert KitArchive.objects.get() != first
    assert not first.file.storage.exists(first.file.name)
    taken = take(client, kit)
    assert len(made) == 2
    assert "version-2" in taken.response["Content-Disposition"]
    assert "Pay them" not in taken.read("index.html").decode()


def test_the_size_is_told_before(client, kit, committed):
    with committed():
        publish(kit, note="x", summary="Other")
    KitArchive.objects.update(size=52_428_800)
    text = client.get(kit.url).text.replace("\xa0", " ")
    assert "Download the whole toolkit (ZIP, 50.0 MB)" in text


def test_a_replaced_file_makes_it_anew(client, library, media, made, committed):
    form = document("Form", data=b"old")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=form)])
    assert take(client, kit).read("files/01-form.pdf") == b"old"
    with committed():
        _replace(form, b"new")
    assert len(made) == 2  # by itself, so that the size on the page is right
    assert take(client, kit).read("files/01-form.pdf") == b"new"
    assert len(made) == 2


def _replace(form, data):
    """Replace a document's file as Wagtail's form does."""
    form = HubDocument.objects.get(pk=form.pk)
    form.file = ContentFile(data, name="form.pdf")
    form._set_document_file_metadata()
    form.save()


@pytest.mark.parametrize("moment", ["before it is read", "after it is read"])
def test_a_file_replaced_while_it_is_made_breaks_nothing(client, library, media, monkeypatch, moment):
    form = document("Form", data=b"old")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=form)])
    tries = []

    def write(kit, target):
        tries.append(kit.pk)
        if len(tries) == 1 and moment == "before it is read":
            stale = HubDocument.objects.get(pk=form.pk)
            _replace(form, b"new")
            Path(stale.file.path).write_bytes(b"half of the n")
        result = writing.write_zip(kit, target)
        if len(tries) == 1 and moment == "after it is read":
            _replace(form, b"new")
        return result

    monkeypatch.setattr(keeping, "write_zip", write)
    taken = take(client, kit)
    assert taken.read("files/01-form.pdf") == b"new"
    assert len(tries) == 2


def test_a_file_whose_bytes_are_not_what_they_were_is_not_packed(library, media):
    form = document("Form", data=b"old")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=form)])
    Path(form.file.path).write_bytes(b"half")
    with pytest.raises(writing.ChangedMeanwhile):
        writing.write_zip(kit, io.BytesIO())


def test_what_changes_again_and_again_is_told(client, kit, monkeypatch):
    def write(kit, target):
        raise writing.ChangedMeanwhile("form.pdf")

    monkeypatch.setattr(keeping, "write_zip", write)
    response = client.get(reverse("knowledge:take-away", args=[kit.pk]), follow=True)
    assert response.redirect_chain == [(kit.url, 302)]
    assert "Try again in a minute." in response.text
    make_archive.func(kit.pk)  # the task is no error either
    assert not KitArchive.objects.exists()


def test_many_who_ask_at_once_do_not_each_make_it(client, kit, monkeypatch):
    asked = []

    def write(one, target):
        asked.append(client.get(reverse("knowledge:take-away", args=[kit.pk]), follow=True))
        make_archive.func(kit.pk)  # the task is no error
        writing.write_zip(one, target)

    monkeypatch.setattr(keeping, "write_zip", write)
    takeaway.archive_of(kit)
    [other] = asked
    assert other.redirect_chain == [(kit.url, 302)]
    assert "is being made. Try again in a minute." in other.text
    assert take(client, kit).archive.testzip() is None


def test_the_next_one_is_not_kept_waiting_by_one_that_failed(client, kit, monkeypatch):
    def write(one, target):
        raise OSError("The disk is full.")

    monkeypatch.setattr(keeping, "write_zip", write)
    with pytest.raises(OSError, match="disk"):
        takeaway.archive_of(kit)
    monkeypatch.setattr(keeping, "write_zip", writing.write_zip)
    assert take(client, kit).archive.testzip() is None


def test_two_who_make_it_at_once_get_one(kit, monkeypatch):
    real = writing.write_zip

    def write(one, target):
        monkeypatch.setattr(keeping, "write_zip", real)
        cache.clear()  # a cache that forgets lets both begin
        other.append(takeaway.archive_of(one))
        real(one, target)

    other = []
    monkeypatch.setattr(keeping, "write_zip", write)
    assert takeaway.archive_of(kit) == other[0]
    assert len(list(Path(KitArchive.objects.get().file.path).parent.iterdir())) == 1


def test_a_file_that_a_backup_did_not_bring_back_is_made_again(client, kit):
    Path(takeaway.archive_of(kit).file.path).unlink()
    assert take(client, kit).archive.testzip() is None


def test_nobody_can_guess_where_it_lies(kit, settings):
    first = keeping.fingerprint_of(kit)
    settings.SECRET_KEY = "another"
    assert keeping.fingerprint_of(kit) != first


def test_old_ones_are_forgotten(library, kit, media, committed):
    other = make_kit(library, "One", title="Other")
    takeaway.archive_of(other)
    takeaway.archive_of(kit)
    kit = publish(kit, note="x", summary="Other")
    newest = takeaway.archive_of(kit)
    other.unpublish()
    assert forget_old_zips(dry_run=True) == "Would delete 2 old ZIPs."
    assert KitArchive.objects.count() == 3
    with committed():
        assert forget_old_zips(dry_run=False) == "Deleted 2 old ZIPs."
    assert list(KitArchive.objects.all()) == [newest]
    assert len(list((media / "kits").rglob("*.zip"))) == 1
    assert forget_old_zips(dry_run=False) == ""


def test_taken_down_it_goes_too(kit, media, committed):
    takeaway.archive_of(kit)
    with committed():
        kit.unpublish()
    assert not KitArchive.objects.exists()
    assert list((media / "kits").rglob("*.zip")) == []


def test_a_deleted_kit_leaves_no_file(kit, media, committed):
    takeaway.archive_of(kit)
    with committed():
        ToolkitPage.objects.get(pk=kit.pk).delete()
    assert list((media / "kits").rglob("*.zip")) == []
