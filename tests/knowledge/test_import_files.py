"""Pictures and documents that come with what is imported."""

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from knowledge.models import ResourcePage

from .importing import PDF, png, told


def test_pictures_become_images_and_blocks(folder):
    folder.write("img/dots.png", png())
    folder.write("img/same.png", png())
    folder.write("img/other.png", png("blue"))
    folder.card(
        "a.md",
        body='Before ![Dots on a wall](img/dots.png "At the summit") after.\n\n![](/img/same.png)\n\n'
        "1. One ![x](img/other.png)\n2. Two\n\n![gone](img/none.png) ![far](https://example.org/x.png)",
    )
    lines = folder.run()
    page = ResourcePage.objects.get()
    assert get_image_model().objects.count() == 2
    blocks = [(block["type"], block["value"]) for block in page.body.raw_data]
    red = get_image_model().objects.get(title="dots").pk
    assert [kind for kind, _value in blocks] == ["text", "picture", "text", "picture", "text", "picture", "text"]
    assert blocks[0][1] == "<p>Before</p>"
    assert blocks[1][1] == {
        "picture": {"image": red, "alt_text": "Dots on a wall", "decorative": False},
        "caption": "At the summit",
    }
    assert blocks[3][1]["picture"] == {"image": red, "alt_text": "", "decorative": True}
    assert blocks[6][1] == "<p>[gone] [far]</p>"
    notes = told(lines, "a.md")[1]
    assert "picture left out: img/none.png (there is no such file)" in notes
    assert "picture left out: https://example.org/x.png (it is on another site)" in notes
    assert lines[-2] == "pictures and documents: made 2, changed 0, unchanged 1"
    assert lines[-1] == "made 1, changed 0, unchanged 0, skipped 0"
    assert folder.run()[-1] == "made 0, changed 0, unchanged 1, skipped 0"
    assert get_image_model().objects.count() == 2


def test_a_page_with_pictures_can_be_read(folder, client):
    folder.write("dots.png", png())
    folder.write("form.pdf", PDF)
    folder.card("a.md", body="![Dots](dots.png)\n\n[the form](form.pdf)\n\n| A | B |\n|---|---|\n| 1 | 2 |")
    folder.run()
    response = client.get("/library/a/")
    assert response.status_code == 200
    assert 'alt="Dots"' in response.text
    assert f'href="/documents/{get_document_model().objects.get().pk}/form.pdf"' in response.text


def test_links_to_files_become_links_to_documents(folder):
    folder.write("files/consent form.pdf", PDF)
    folder.card("a.md", body="Take [the form](files/consent%20form.pdf).")
    folder.run()
    document = get_document_model().objects.get()
    assert document.title == "consent form"
    assert ResourcePage.objects.get().body.raw_data[0]["value"] == (
        f'<p>Take <a linktype="document" id="{document.pk}">the form</a>.</p>'
    )


def test_attachments(folder):
    folder.write("form.pdf", PDF)
    folder.write("notes.txt", "Words.")
    folder.write("wall.png", png())
    folder.card("a.md", attachments="[form.pdf, notes.txt, wall.png, none.pdf]")
    notes = told(folder.run(), "a.md")[1]
    page = ResourcePage.objects.get()
    assert page.document.title == "form"
    assert [block["type"] for block in page.body.raw_data] == ["text", "file", "picture"]
    assert "file left out: none.pdf (there is no such file)" in notes
    assert folder.run()[-1] == "made 0, changed 0, unchanged 1, skipped 0"


def test_a_changed_picture_changes_the_page(folder):
    folder.write("wall.png", png())
    folder.card("a.md", body="![x](wall.png)")
    folder.run()
    folder.write("wall.png", png("green"))
    assert folder.run()[-1] == "made 0, changed 1, unchanged 0, skipped 0"
    assert get_image_model().objects.count() == 2


def test_files_that_no_document_names_come_too(folder):
    folder.card("a.md")
    folder.write("form.pdf", PDF)
    folder.write("wall.png", png())
    folder.write("style.css", "x")
    lines = folder.run()
    assert told(lines, "form.pdf")[0] == "made form.pdf"
    assert told(lines, "wall.png")[0] == "made wall.png"
    assert "We do not take files of this type (.css)" in told(lines, "style.css")[0]
    assert lines[-2:] == [
        "pictures and documents: made 2, changed 0, unchanged 0",
        "made 1, changed 0, unchanged 0, skipped 1",
    ]
    assert folder.run()[-2:] == [
        "pictures and documents: made 0, changed 0, unchanged 2",
        "made 0, changed 0, unchanged 1, skipped 1",
    ]


BAD_FILES = {
    "text.png": b"not a picture",
    "text.pdf": b"not a pdf",
    "gif.png": b"GIF89a not a png",
    "bad.svg": b"<svg onload='alert(1)'/>",
    "bad.html": b"<script>alert(1)</script>",
    "bad.exe": b"MZ",
    "empty.pdf": b"",
    "broken.docx": b"PK\x03\x04 broken",
}


def test_files_that_uploads_would_refuse_are_refused(folder):
    for name, content in BAD_FILES.items():
        folder.write(name, content)
    body = " ".join(f"![x]({name}) [y]({name})" for name in BAD_FILES)
    folder.card("a.md", body=body, attachments=f"[{', '.join(BAD_FILES)}]")
    lines = folder.run()
    for name in BAD_FILES:
        assert told(lines, name)[0].startswith(f"skipped {name} ")
    assert lines[-1] == f"made 1, changed 0, unchanged 0, skipped {len(BAD_FILES)}"
    assert get_document_model().objects.count() + get_image_model().objects.count() == 0


def test_a_file_that_is_too_large(folder):
    with folder.write("large.pdf", PDF).open("ab") as file:
        file.truncate(60 * 1024 * 1024)
    folder.card("a.md", body="[x](large.pdf)")
    lines = folder.run()
    assert told(lines, "large.pdf")[0] == "skipped large.pdf too large: 60 MB; at most 30 MB are taken"
    assert "link taken away: large.pdf (too large: 60 MB; at most 30 MB are taken)" in told(lines, "a.md")[1]
