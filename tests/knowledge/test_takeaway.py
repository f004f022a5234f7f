"""A kit as one ZIP: it opens, nothing in it is fetched from elsewhere, every link in it leads somewhere."""

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction

from hub.models import HubDocument
from knowledge import takeaway
from knowledge.chores import forget_old_zips
from knowledge.models import KitArchive, ToolkitFile, ToolkitPage
from knowledge.takeaway import keeping, writing
from knowledge.tasks import make_archive
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.hub import HubDocumentFactory, HubImageFactory

from .kits import make_kit, publish, step, text

pytestmark = pytest.mark.django_db


def document(title, name="form.pdf", data=b"%PDF a form", **fields):
    return HubDocumentFactory(title=title, file=ContentFile(data, name=name), **fields)


def take(client, kit):
    response = client.get(reverse("knowledge:take-away", args=[kit.pk]))
    assert response.status_code == 200
    return response, zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def index_of(archive):
    return BeautifulSoup(archive.read("index.html").decode(), "html.parser")


@pytest.fixture
def full_kit(library, case_studies, media):
    """A kit with everything that a ZIP has to deal with."""
    picture = HubImageFactory(title="A table")
    blank, linked = document("Formulaire d’été"), document("استمارة", "x.docx", b"word")
    own, easy = document("Plan", "plan.odt", b"plan"), document("Easy read", "easy.pdf", b"%PDF easy")
    case_study = CaseStudyPageFactory(parent=case_studies, title="How Bow did it")
    return make_kit(
        library,
        title="Ask first",
        slug="ask-first",
        introduction=[
            text(f'<p>See <a linktype="document" id="{linked.pk}">the form</a>, '
                 f'<a linktype="page" id="{case_study.pk}">this</a> and <a href="https://example.org/">that</a>.</p>'),
            {"type": "picture", "value": {"picture": {"image": picture.pk, "alt_text": "A table"}, "caption": "Ours"}},
            {"type": "video", "value": {"url": "https://vimeo.com/76979871", "title": "A film", "transcript": ""}},
        ],
        steps=[
            step("Ask them", template_file=blank.pk, case_study=case_study.pk, instructions=[
                {"type": "file", "value": {"document": easy.pk, "title": ""}}]),
            step("اشكرهم"),
        ],
        files=[ToolkitFile(document=own)],
    )  # fmt: skip


# What is in it --------------------------------------------------------------------------------------------------------


def test_it_holds_index_style_licence_and_every_file(client, full_kit):
    response, archive = take(client, full_kit)
    assert archive.testzip() is None
    assert archive.namelist() == [
        "index.html", "style.css", "LICENCE.txt", "files/01-plan.odt", "files/02-استمارة.docx",
        "files/03-easy-read.pdf", "files/04-formulaire-dété.pdf", archive.namelist()[-1],
    ]  # fmt: skip
    assert re.fullmatch(r"pictures/01\.\w+", archive.namelist()[-1])
    assert archive.read("files/02-استمارة.docx") == b"word"
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="ask-first-version-1.zip"'
    assert int(response["Content-Length"]) == KitArchive.objects.get().size


def test_names_are_marked_as_unicode_and_stay_below_the_folder(client, full_kit):
    _, archive = take(client, full_kit)
    for info in archive.infolist():
        assert info.filename.isascii() or info.flag_bits & 0x800, info.filename
        assert not info.filename.startswith("/")
        assert ".." not in info.filename
        assert not set(info.filename) & set('\\:*?"<>|')


def test_every_link_in_it_leads_somewhere_and_nothing_is_fetched(client, full_kit):
    _, archive = take(client, full_kit)
    names, index = set(archive.namelist()), index_of(archive)
    anchors = {tag["id"] for tag in index.find_all(id=True)}
    for tag in index.find_all("a", href=True):
        href = tag["href"]
        if href.startswith("#"):
            assert unquote(href[1:]) in anchors
        elif not href.startswith(("https://", "http://")):
            assert unquote(href) in names
    links = {tag["href"] for tag in index.find_all("a", href=True)}
    assert {unquote(link) for link in links} >= names - {"index.html", "style.css"} - {
        name for name in names if name.startswith("pictures/")
    }
    assert "http://localhost:8000/case-studies/how-bow-did-it/" in links
    for tag in index.find_all(src=True):
        assert tag["src"] in names
    assert [tag["href"] for tag in index.find_all("link")] == ["style.css"]
    assert index.find_all(["script", "iframe", "svg", "form", "button"]) == []
    assert "url(" not in archive.read("style.css").decode()
    assert "@import" not in archive.read("style.css").decode()


def test_it_says_what_it_is(client, full_kit):
    _, archive = take(client, full_kit)
    index = index_of(archive)
    assert index.html["lang"] == "en"
    assert index.title.text == "Ask first – version 1"
    assert [heading.text for heading in index.find_all("h2")][:2] == ["Steps", "Ask them"]
    assert "How Bow did it" in index.text
    told = index.find("a", href=re.compile("/follow/"))["href"]
    assert told == f"http://localhost:8000/toolkits/{full_kit.pk}/follow/?version=1"
    licence = archive.read("LICENCE.txt").decode()
    assert "Creative Commons Attribution 4.0" in licence
    assert "https://creativecommons.org/licenses/by/4.0/" in licence
    assert "“Ask first”, " in licence
    assert "http://localhost:8000/library/ask-first/" in licence


def test_in_arabic_it_runs_from_right_to_left(client, kit, home, library):
    arabic = Locale.objects.create(language_code="ar")
    for page in (home, library):
        page.copy_for_translation(arabic).save_revision().publish()
    copy = publish(kit.copy_for_translation(arabic), note="x", title="اسأل أولا")
    index = index_of(take(client, copy)[1])
    assert (index.html["lang"], index.html["dir"]) == ("ar", "rtl")


def test_files_behind_a_door_stay_there(client, library, media):
    secret = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=secret, restriction_type="login")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=document("Salaries", collection=secret))])
    _, archive = take(client, kit)
    assert archive.namelist() == ["index.html", "style.css", "LICENCE.txt"]


def test_a_file_that_is_missing_is_left_out(client, library, media):
    gone = document("Gone")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=gone)])
    Path(gone.file.path).unlink()
    _, archive = take(client, kit)
    assert archive.namelist() == ["index.html", "style.css", "LICENCE.txt"]


def test_file_names():
    titles = ["../../etc/passwd", "CON", "", "É" * 200]
    documents = [HubDocument(title=title, file="a/b.PDF") for title in titles]
    assert list(writing.file_names(documents)) == [
        "files/01-etcpasswd.pdf", "files/02-con.pdf", "files/03-file.pdf", f"files/04-{'é' * 60}.pdf",
    ]  # fmt: skip


# Made once, and again when something changes --------------------------------------------------------------------------


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
    response, archive = take(client, kit)
    assert len(made) == 2
    assert "version-2" in response["Content-Disposition"]
    assert "Pay them" not in archive.read("index.html").decode()


def test_the_size_is_told_before(client, kit, committed):
    with committed():
        publish(kit, note="x", summary="Other")
    KitArchive.objects.update(size=52_428_800)
    text = client.get(kit.url).text.replace("\xa0", " ")
    assert "Download the whole toolkit (ZIP, 50.0 MB)" in text


def test_a_replaced_file_makes_it_anew(client, library, media, made, committed):
    form = document("Form", data=b"old")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=form)])
    assert take(client, kit)[1].read("files/01-form.pdf") == b"old"
    with committed():
        _replace(form, b"new")
    assert len(made) == 2  # by itself, so that the size on the page is right
    assert take(client, kit)[1].read("files/01-form.pdf") == b"new"
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
    _, archive = take(client, kit)
    assert archive.read("files/01-form.pdf") == b"new"
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
    assert take(client, kit)[1].testzip() is None


def test_the_next_one_is_not_kept_waiting_by_one_that_failed(client, kit, monkeypatch):
    def write(one, target):
        raise OSError("The disk is full.")

    monkeypatch.setattr(keeping, "write_zip", write)
    with pytest.raises(OSError, match="disk"):
        takeaway.archive_of(kit)
    monkeypatch.setattr(keeping, "write_zip", writing.write_zip)
    assert take(client, kit)[1].testzip() is None


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
    assert take(client, kit)[1].testzip() is None


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


# Who may have it ------------------------------------------------------------------------------------------------------


def test_only_who_may_see_the_kit(client, kit, alice):
    PageViewRestriction.objects.create(page=kit, restriction_type="login")
    url = reverse("knowledge:take-away", args=[kit.pk])
    assert client.get(url).status_code == 404
    client.force_login(alice)
    assert client.get(url).status_code == 200
    kit.unpublish()
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(("method", "status"), [("post", 405), ("head", 200)])
def test_other_methods(client, kit, method, status):
    assert getattr(client, method)(reverse("knowledge:take-away", args=[kit.pk])).status_code == status


def test_a_kit_that_never_was(client, kit):
    assert client.get(reverse("knowledge:take-away", args=[10**17])).status_code == 404
