"""Documents: known by their content, told of in plain words, counted; and served so that they cannot run."""

import tracemalloc

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection, CollectionViewRestriction

from hub.models import HubDocument
from hub.uploads import check_document, count_pages
from tests.factories.hub import HubDocumentFactory

from .files import archive, docx, odt, pdf, saved, xlsx

DOCUMENTS = {
    "notes.pdf": pdf(),
    "offset.pdf": b"\n\n" + pdf(),
    "plan.docx": docx(),
    "costs.xlsx": xlsx(),
    "plan.odt": odt(),
    "letter.rtf": b"{\\rtf1 Dear all}",
    "notes.txt": "Café – ¿qué?".encode(),
    "BMI.txt": b"BMI is not the topic",
    "marked.md": "﻿# Title".encode(),
    "windows.csv": "name,area\r\nZoë,Camden\r\n".encode("utf-16"),
    "all.zip": archive(a="1"),
    "LOUD.PDF": pdf(),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_that_are_what_their_name_says(name):
    file = ContentFile(DOCUMENTS[name], name=name)
    assert check_document(file) is None
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("empty.pdf", b"", "empty", "This file is empty"),
        ("run.exe", b"MZ\x90", "ending", "We do not take files of this type (.exe)"),
        ("page.html", b"<script>", "ending", "(.html)"),
        ("picture.svg", b"<svg/>", "ending", "(.svg)"),
        ("nothing", b"text", "ending", "(.)"),
        ("plan.pdf", docx(), "content", "The name ends in .pdf, but the file is DOCX inside"),
        ("plan.docx", pdf(), "content", "the file is PDF inside"),
        ("plan.odt", docx(), "content", "the file is DOCX inside"),
        ("plan.docx", archive(a="1"), "content", "the file is ZIP inside"),
        ("plan.pdf", b"<html>", "content", "that is not what is inside"),
        ("plan.docx", b"PK\x03\x04 cut off", "content", "that is not what is inside"),
        ("notes.txt", b"%PDF-1.7", "content", "the file is PDF inside"),
        ("notes.txt", b"MZ\x90\x00\xff", "encoding", "the encoding UTF-8"),
        ("notes.md", b"a\x00b", "encoding", "the encoding UTF-8"),
        ("notes.csv", "naïve".encode("latin-1"), "encoding", "the encoding UTF-8"),
        ("cut.txt", "é".encode()[:1], "encoding", "the encoding UTF-8"),
        ("plan.docx", b"\xd0\xcf\x11\xe0 old", "old_format", "without a password"),
        ("plan.docx", archive(**{"[Content_Types].xml": "", "word/vbaProject.bin": ""}), "macro", "without macros"),
        ("many.zip", archive(**{str(number): "" for number in range(10_001)}), "bomb", "unpacks to more"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 14 else "",
)
def test_documents_that_are_refused(name, content, code, words):
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(content, name=name))
    assert refusal.value.code == code
    assert words in refusal.value.messages[0]


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("hub.uploads.LARGEST_UNPACKED", 1000)
    with pytest.raises(ValidationError, match="unpacks to more"):
        check_document(ContentFile(archive(a="x" * 2000), name="bomb.zip"))


def test_what_an_archive_says_of_itself_is_not_unpacked_whole():
    upload = ContentFile(archive(mimetype="x" * 100_000_000), name="bomb.zip")
    tracemalloc.start()
    check_document(upload)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_document_that_is_too_large_is_refused(settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    with pytest.raises(ValidationError) as refusal:
        check_document(ContentFile(b"x" * 11, name="notes.txt"))
    assert refusal.value.messages == [
        "This file is 11\xa0bytes. The most that we can take is 10\xa0bytes: make it smaller, or link to it."
    ]


@pytest.mark.parametrize(
    ("name", "content", "pages"),
    [
        ("a.pdf", pdf(3), 3),
        ("a.txt", b"text", None),
        ("a.pdf", b"%PDF-1.7 damaged", None),
        ("a.pdf", pdf()[:400], None),
    ],
)
def test_pages_are_counted_and_never_in_the_way(name, content, pages):
    assert count_pages(ContentFile(content, name=name)) == pages


def document_form(name, content, *, instance=None, user=None, **data):
    root = Collection.get_first_root_node()
    data = {"title": "Notes", "collection": root.pk, "tags": "", **data}
    files = {"file": SimpleUploadedFile(name, content)} if name else {}
    return get_document_form(HubDocument)(data, files, instance=instance or HubDocument(), user=user)


def test_document_form_counts_pages(edith):
    document = saved(document_form("notes.pdf", pdf(4), user=edith))
    assert document.page_count == 4
    assert document.file_size == len(document.file.read())


def test_document_form_keeps_pages_that_were_typed(edith):
    assert saved(document_form("plan.docx", docx(), user=edith, page_count="7")).page_count == 7


def test_document_form_forgets_the_pages_of_the_file_before(edith):
    document = saved(document_form("notes.pdf", pdf(4), user=edith))
    form = document_form("plan.docx", docx(), instance=document, user=edith, page_count="4")
    assert saved(form).page_count is None


def test_document_form_tells_beside_the_field(edith):
    form = document_form("plan.pdf", docx(), user=edith)
    assert not form.is_valid()
    assert list(form.errors) == ["file"]
    assert form.data["title"] == "Notes"


def test_document_form_without_a_new_file(edith):
    document = saved(document_form("notes.pdf", pdf(4), user=edith))
    form = document_form(None, None, instance=document, user=edith, title="Minutes", page_count="")
    assert saved(form).title == "Minutes"
    assert document.page_count == 4


def test_many_documents_at_once_go_through_the_same_check(client, edith):
    client.force_login(edith)
    collection = Collection.get_first_root_node().pk
    data = {"files[]": SimpleUploadedFile("notes.pdf", pdf(5)), "collection": collection, "title": "Notes"}
    assert client.post("/admin/documents/multiple/add/", data).json()["success"] is True
    assert HubDocument.objects.get().page_count == 5
    data = {"files[]": SimpleUploadedFile("plan.pdf", docx()), "collection": collection, "title": "Plan"}
    answer = client.post("/admin/documents/multiple/add/", data).json()
    assert answer["success"] is False
    assert "the file is DOCX inside" in answer["error_message"]


def test_a_document_whose_title_is_to_be_mended_is_counted_too(client, edith):
    client.force_login(edith)
    data = {
        "files[]": SimpleUploadedFile("notes.pdf", pdf(5)),
        "collection": Collection.get_first_root_node().pk,
        "title": "N" * 300,
    }
    upload = client.post("/admin/documents/multiple/add/", data).json()["uploaded_file_id"]
    prefix = f"uploaded-document-{upload}"
    data = {f"{prefix}-title": "Notes", f"{prefix}-tags": "", f"{prefix}-collection": data["collection"]}
    answer = client.post(f"/admin/documents/multiple/create_from_uploaded_document/{upload}/", data).json()
    assert answer["success"] is True
    assert HubDocument.objects.get().page_count == 5


def test_documents_cannot_run(client, site):
    document = HubDocumentFactory(file=ContentFile(b"<script>alert(1)</script>", name="notes.txt"))
    response = client.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"


def test_a_document_that_a_browser_could_show_is_saved_all_the_same(client, site):
    document = HubDocumentFactory(file=ContentFile(pdf(), name="notes.pdf"))
    response = client.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    response.close()


def test_documents_for_members_stay_with_them(client, site):
    collection = Collection.get_first_root_node().add_child(name="Members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    document = HubDocumentFactory(collection=collection, file=ContentFile(pdf(), name="notes.pdf"))
    assert client.get(document.url).status_code == 302


@pytest.mark.parametrize("address", ["/documents/1/", "/documents/999999/x.pdf", "/documents/1/../../x"])
def test_documents_that_are_not_there(client, site, address):
    assert client.get(address).status_code == 404
