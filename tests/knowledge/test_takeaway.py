"""A kit as one ZIP: it opens, nothing in it is fetched from elsewhere, every link in it leads somewhere."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction

from hub.models import HubDocument
from knowledge.models import KitArchive, ToolkitFile
from knowledge.takeaway import writing
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.hub import HubImageFactory

from .kits import make_kit, publish, step, text
from .takeaways import document, take

pytestmark = pytest.mark.django_db


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
    taken = take(client, full_kit)
    assert taken.archive.testzip() is None
    assert taken.folder == "ask-first-version-1/"
    assert taken.names == [
        "index.html", "style.css", "LICENCE.txt", "files/01-plan.odt", "files/02-استمارة.docx",
        "files/03-easy-read.pdf", "files/04-formulaire-dété.pdf", taken.names[-1],
    ]  # fmt: skip
    assert re.fullmatch(r"pictures/01\.\w+", taken.names[-1])
    assert taken.read("files/02-استمارة.docx") == b"word"
    assert taken.response["Content-Type"] == "application/zip"
    assert taken.response["Content-Disposition"] == 'attachment; filename="ask-first-version-1.zip"'
    assert int(taken.response["Content-Length"]) == KitArchive.objects.get().size


def test_names_are_marked_as_unicode_and_stay_below_the_folder(client, full_kit):
    taken = take(client, full_kit)
    for info in taken.archive.infolist():
        assert info.filename.isascii() or info.flag_bits & 0x800, info.filename
        assert not info.filename.startswith("/")
        assert ".." not in info.filename
        assert not set(info.filename) & set('\\:*?"<>|')


def test_every_link_in_it_leads_somewhere_and_nothing_is_fetched(client, full_kit):
    taken = take(client, full_kit)
    names, index = set(taken.names), taken.index
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
    assert "url(" not in taken.read("style.css").decode()
    assert "@import" not in taken.read("style.css").decode()


def test_it_says_what_it_is(client, full_kit):
    taken = take(client, full_kit)
    index = taken.index
    assert index.html["lang"] == "en"
    assert index.title.text == "Ask first – version 1"
    assert [heading.text for heading in index.find_all("h2")][:2] == ["Steps", "Ask them"]
    assert "How Bow did it" in index.text
    told = index.find("a", href=re.compile("/follow/"))["href"]
    assert told == f"http://localhost:8000/toolkits/{full_kit.pk}/follow/?version=1"
    licence = taken.read("LICENCE.txt").decode()
    assert "Creative Commons Attribution 4.0" in licence
    assert "https://creativecommons.org/licenses/by/4.0/" in licence
    assert "“Ask first”, " in licence
    assert "http://localhost:8000/library/ask-first/" in licence


def test_in_arabic_it_runs_from_right_to_left(client, kit, home, library):
    arabic = Locale.objects.create(language_code="ar")
    for page in (home, library):
        page.copy_for_translation(arabic).save_revision().publish()
    copy = publish(kit.copy_for_translation(arabic), note="x", title="اسأل أولا")
    index = take(client, copy).index
    assert (index.html["lang"], index.html["dir"]) == ("ar", "rtl")


def test_files_behind_a_door_stay_there(client, library, media):
    secret = Collection.get_first_root_node().add_child(name="Staff")
    CollectionViewRestriction.objects.create(collection=secret, restriction_type="login")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=document("Salaries", collection=secret))])
    taken = take(client, kit)
    assert taken.names == ["index.html", "style.css", "LICENCE.txt"]


def test_a_file_that_is_missing_is_left_out(client, library, media):
    gone = document("Gone")
    kit = make_kit(library, title="Ask first", files=[ToolkitFile(document=gone)])
    Path(gone.file.path).unlink()
    taken = take(client, kit)
    assert taken.names == ["index.html", "style.css", "LICENCE.txt"]


def test_file_names():
    titles = ["../../etc/passwd", "CON", "", "É" * 200]
    documents = [HubDocument(title=title, file="a/b.PDF") for title in titles]
    assert list(writing.file_names(documents)) == [
        "files/01-etcpasswd.pdf", "files/02-con.pdf", "files/03-file.pdf", f"files/04-{'é' * 60}.pdf",
    ]  # fmt: skip


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
