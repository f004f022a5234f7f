"""Uploads: known by their content, told of in plain words, made harmless; and served so that they cannot run."""

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from docx import Document as WordDocument
from odf.opendocument import OpenDocumentText
from odf.text import P
from openpyxl import Workbook
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from reportlab.pdfgen.canvas import Canvas
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, CollectionViewRestriction

from hub.models import HubDocument, HubImage
from hub.uploads import check_document, clean_picture, count_pages
from tests.factories.hub import HubDocumentFactory

# Documents ----------------------------------------------------------------------------------------------------------


def pdf(pages=2):
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        canvas.drawString(100, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def docx():
    out = io.BytesIO()
    document = WordDocument()
    document.add_paragraph("What we agreed")
    document.save(out)
    return out.getvalue()


def xlsx():
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


def odt():
    out = io.BytesIO()
    document = OpenDocumentText()
    document.text.addElement(P(text="What we agreed"))
    document.write(out)
    return out.getvalue()


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return out.getvalue()


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


def saved(form):
    assert form.is_valid(), form.errors
    return form.save()


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


# Pictures -----------------------------------------------------------------------------------------------------------


def picture(format_name="JPEG", size=(60, 40), mode="RGB", colour="teal", **options):
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, format_name, **options)
    return out.getvalue()


def with_exif(orientation=6):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of Ada"
    exif.get_ifd(0x8825)[1] = "N"
    return picture(exif=exif)


def bomb(width=30_000, height=30_000):
    """A PNG of a few bytes that says it is very large."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


PICTURES = {
    "a.jpg": picture(),
    "a.JPEG": picture(),
    "grey.jpg": picture(mode="L", colour=100),
    "print.jpg": picture(mode="CMYK", colour=(10, 20, 30, 40)),
    "a.png": picture("PNG"),
    "clear.png": picture("PNG", mode="RGBA", colour=(1, 2, 3, 4)),
    "palette.png": picture("PNG", mode="P", colour=1),
    "two.png": picture("PNG", mode="1", colour=1),
    "deep.png": picture("PNG", mode="I;16", colour=1000),
    "a.webp": picture("WEBP"),
    "a.gif": picture("GIF"),
    "a.avif": picture("AVIF"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_made_anew(name):
    file = ContentFile(PICTURES[name], name=name)
    cleaned = clean_picture(file)
    assert cleaned.name == name
    with Image.open(cleaned) as made, Image.open(io.BytesIO(PICTURES[name])) as given:
        assert made.size == given.size
        assert made.format == given.format


def test_the_place_and_the_camera_are_taken_out_but_up_stays_up():
    assert b"Camera of Ada" in with_exif()
    cleaned = clean_picture(ContentFile(with_exif(orientation=6), name="a.jpg"))
    assert b"Camera of Ada" not in cleaned.read()
    cleaned.seek(0)
    with Image.open(cleaned) as made:
        assert made.size == (40, 60)  # turned, as the camera said
        assert not made.getexif()


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.gif", "a.jpg", "a.avif"])
def test_nothing_that_was_hidden_in_the_file_stays(name):
    format_name = {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    options = {"comment": b"SECRET"} if format_name in ("GIF", "JPEG") else {}
    if format_name in ("WEBP", "AVIF"):
        options["xmp"] = b"SECRET"
    if format_name == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", "SECRET")
    content = picture(format_name, **options)
    assert b"SECRET" in content
    content += b"<?php SECRET ?>"
    assert b"SECRET" not in clean_picture(ContentFile(content, name=name)).read()


@pytest.mark.parametrize("format_name", ["GIF", "WEBP"])
def test_films_stay_films_without_their_comments(format_name):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    hidden = {"comment": b"SECRET"} if format_name == "GIF" else {"xmp": b"SECRET"}
    frames[0].save(out, format_name, save_all=True, append_images=frames[1:], duration=50, **hidden)
    cleaned = clean_picture(ContentFile(out.getvalue(), name=f"a.{format_name.lower()}"))
    with Image.open(cleaned) as made:
        assert made.n_frames == 3
    assert b"SECRET" not in cleaned.open().read()


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.jpg", b"", "empty", "This file is empty"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "ending", "Save it as JPG or PNG"),
        ("a.heic", b"ftypheic", "ending", "(.heic)"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unreadable", "We cannot read this picture"),
        ("a.png", picture("JPEG"), "content", "but this is a JPEG picture"),
        ("a.jpg", picture("TIFF"), "unreadable", "We cannot read this picture"),
        ("a.jpg", picture(size=(900, 900))[:600], "unreadable", "It may be damaged"),
        ("a.png", bomb(), "too_many_pixels", "more than 60 million dots"),
        ("a.png", bomb(12_000, 9_000), "too_many_pixels", "more than 60 million dots"),
        ("a.png", bomb(10, 10), "unreadable", "It may be damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 16 else "",
)
def test_pictures_that_are_refused(name, content, code, words):
    with pytest.raises(ValidationError) as refusal:
        clean_picture(ContentFile(content, name=name))
    assert refusal.value.code == code
    assert words in refusal.value.messages[0]


def test_a_film_counts_all_its_frames(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2_000_000
    frames = [Image.new("1", (1000, 1000), number % 2) for number in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(ValidationError, match="2 million dots"):
        clean_picture(ContentFile(out.getvalue(), name="a.gif"))


def image_form(upload, user, **data):
    data = {"title": "Us", "collection": Collection.get_first_root_node().pk, "tags": "", **data}
    return get_image_form(HubImage)(data, {"file": upload}, instance=HubImage(), user=user)


def big_upload(name, content):
    """An upload as it arrives when it is larger than 2.5 MB: in a file."""
    upload = TemporaryUploadedFile(name, "image/jpeg", len(content), None)
    upload.write(content)
    upload.seek(0)
    return upload


@pytest.mark.parametrize("make", [SimpleUploadedFile, big_upload])
def test_image_form_keeps_the_picture_that_was_made_anew(edith, make):
    upload = make("us.jpg", with_exif())
    image = saved(image_form(upload, edith))
    upload.close()
    assert (image.width, image.height) == (40, 60)
    with image.file.open() as file:
        content = file.read()
    assert b"Camera of Ada" not in content
    assert image.file_size == len(content)
    assert image.get_rendition("width-20").width == 20


@pytest.mark.parametrize("name", ["a.avif", "a.webp", "a.gif", "palette.png", "print.jpg"])
def test_every_type_can_be_shown_in_other_sizes(edith, name):
    image = saved(image_form(SimpleUploadedFile(name, PICTURES[name]), edith))
    assert image.get_rendition("width-20").width == 20


@pytest.mark.parametrize("content", [bomb(), b"", b"<svg/>", picture(size=(900, 900))[:600]], ids=range(4))
def test_image_form_tells_beside_the_field(edith, content):
    form = image_form(SimpleUploadedFile("us.png", content), edith)
    assert not form.is_valid()
    assert list(form.errors) == ["file"]


# The screens that take many at once ---------------------------------------------------------------------------------


def test_many_pictures_at_once_go_through_the_same_check(client, edith):
    client.force_login(edith)
    collection = Collection.get_first_root_node().pk
    data = {"files[]": SimpleUploadedFile("us.jpg", with_exif()), "collection": collection, "title": "Us"}
    assert client.post("/admin/images/multiple/add/", data).json()["success"] is True
    with HubImage.objects.get().file.open() as file:
        assert b"Camera of Ada" not in file.read()
    data = {"files[]": SimpleUploadedFile("us.png", bomb()), "collection": collection, "title": "Us"}
    answer = client.post("/admin/images/multiple/add/", data).json()
    assert answer["success"] is False
    assert "million dots" in answer["error_message"]


def test_a_picture_whose_title_is_to_be_mended_is_made_anew_too(client, edith):
    client.force_login(edith)
    data = {
        "files[]": SimpleUploadedFile("us.jpg", with_exif()),
        "collection": Collection.get_first_root_node().pk,
        "title": "U" * 300,
    }
    upload = client.post("/admin/images/multiple/add/", data).json()["uploaded_file_id"]
    prefix = f"uploaded-image-{upload}"
    data = {f"{prefix}-title": "Us", f"{prefix}-tags": "", f"{prefix}-collection": data["collection"]}
    answer = client.post(f"/admin/images/multiple/create_from_uploaded_image/{upload}/", data).json()
    assert answer["success"] is True
    with HubImage.objects.get().file.open() as file:
        assert b"Camera of Ada" not in file.read()


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


# How documents leave --------------------------------------------------------------------------------------------------


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
