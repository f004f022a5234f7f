"""Files that cannot be used: each is told with its reason, and none stops the others."""

import json
import os

import pytest
from wagtail.documents import get_document_model

from knowledge.models import ResourcePage

from .importing import told

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: A"


BAD_FILES = [
    ("", "no front matter"),
    ("# Only text\n", "no front matter"),
    ("---\ntitle: A\nnever closed\n", "no front matter"),
    ("---\n---\nx", "its front matter is empty"),
    ("---\n- a\n- b\n---\nx", "its front matter is not a list of fields"),
    ("---\njust words\n---\nx", "its front matter is not a list of fields"),
    ("---\ntitle: [unclosed\nwhy: x\n---\nx", "its front matter is broken in line"),
    ("---\ntitle: A\n\tbad: tab\n---\nx", "its front matter is broken in line 3"),
    ("---\ntitle: 'A\n---\nx", "its front matter is broken"),
    (f"---\n{BOMB}\n---\nx", "its front matter has aliases"),
    ("---\ntitle: !!python/object/apply:os.system ['true']\n---\nx", "“title” is not a text"),
    ("---\n? [a, b]\n: c\n---\nx", "its front matter is broken"),
    ("---\n" + "[" * 5000 + "\n---\nx", "its front matter is nested too deeply"),
    ("---\ntitle: A\nx: " + "y" * 70_000 + "\n---\nx", "its front matter is longer than 64 kB"),
    ("---\nwhy: A\n---\nx", "it has no title"),
    ("---\ntitle: '  '\n---\nx", "it has no title"),
    ("---\ntitle: [a, b]\n---\nx", "“title” is not a text"),
    ("---\ntitle: {a: b}\n---\nx", "“title” is not a text"),
    ("---\ntitle: A\nsummary: [a]\n---\nx", "“summary” is not a text"),
    ("---\ntitle: A\nthemes: {a: b}\n---\nx", "“themes” is not a list of texts"),
    ("---\ntitle: A\nthemes: [[a]]\n---\nx", "“themes” is not a list of texts"),
    ("---\ntitle: A\ndate: 2026-02-30\n---\nx", "“2026-02-30” under “date” is not a date"),
    ("---\ntitle: A\ndate: next week\n---\nx", "“next week” under “date” is not a date"),
    ("---\ntitle: A\nchecked_on: 31.31.2026\n---\nx", "“31.31.2026” under “checked_on” is not a date"),
    ("---\ntitle: A\nlang: klingon\n---\nx", "the hub has no language “klingon”"),
    ("---\ntitle: A\nkind: zeppelin\n---\nx", "there is no kind “zeppelin”"),
    ("---\ntitle: A\nkind: page\n---\nx", "a page of the kind “page” cannot stand under “Library”"),
    ("---\ntitle: Caf\u00e9\n---\nx".encode("latin-1"), "it is not written in UTF-8 (byte 15)"),
    ("---\ntitle: A\n---\nx".encode("utf-16"), "it is written in UTF-16"),
    (b"---\ntitle: A\n---\n\x00\x01", "it is not text but a binary file"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "it is not text but a binary file"),
]


def test_files_that_cannot_be_used_are_told_and_the_others_go_on(folder):
    folder.card("00-good.md", title="Good")
    for number, (text, _reason) in enumerate(BAD_FILES, 1):
        folder.write(f"{number:02}.md", text)
    folder.card("99-good.md", title="Good too")
    lines = folder.run()
    for number, (_text, reason) in enumerate(BAD_FILES, 1):
        assert reason in told(lines, f"{number:02}.md")[0]
    assert lines[-1] == f"made 2, changed 0, unchanged 0, skipped {len(BAD_FILES)}"


def test_fifty_megabytes_are_not_read(folder):
    folder.card("good.md")
    with folder.write("large.md", "---\ntitle: A\n---\n").open("ab") as file:
        file.truncate(50 * 1024 * 1024)
    lines = folder.run()
    assert told(lines, "large.md")[0] == "skipped large.md too large: 50 MB; at most 5 MB are read"
    assert lines[-1] == "made 1, changed 0, unchanged 0, skipped 1"


def test_what_leads_out_of_the_folder_is_not_read(folder, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\nx")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.md").write_text("---\ntitle: Elsewhere\n---\nx")
    folder.card(
        "a.md",
        title="A",
        attachments="[../secret.txt, /etc/passwd, link.txt]",
        body="![x](../secret.png) [y](../secret.txt) [z](%2e%2e/secret.txt)",
    )
    (folder.path / "link.md").symlink_to(secret)
    (folder.path / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder.path / "elsewhere").symlink_to(tmp_path / "elsewhere")
    (folder.path / "loop").symlink_to(folder.path)
    (folder.path / "dead.md").symlink_to(tmp_path / "nowhere.md")
    lines = folder.run()
    assert told(lines, "link.md")[0] == "skipped link.md it is a link that leads out of the folder"
    assert told(lines, "link.txt")[0] == "skipped link.txt it leaves the folder"
    assert "leads out of the folder" in told(lines, "dead.md")[0]
    assert [page.title for page in ResourcePage.objects.all()] == ["A"]
    assert get_document_model().objects.count() == 0
    notes = told(lines, "a.md")[1]
    assert "file left out: ../secret.txt (it leaves the folder)" in notes
    assert "file left out: /etc/passwd (there is no such file)" in notes
    assert "file left out: link.txt (it leaves the folder)" in notes
    assert "link taken away: ../secret.txt (it leaves the folder)" in notes
    assert "link taken away: %2e%2e/secret.txt (it leaves the folder)" in notes
    assert "picture left out: ../secret.png (it leaves the folder)" in notes


def test_what_is_no_file_is_not_opened(folder):
    folder.card("good.md")
    os.mkfifo(folder.path / "pipe.md")
    (folder.path / "folder.md").mkdir()
    lines = folder.run()
    assert told(lines, "pipe.md")[0] == "skipped pipe.md it is not a file"
    assert lines[-1] == "made 1, changed 0, unchanged 0, skipped 1"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(folder):
    folder.card("secret.md").chmod(0)
    assert "it cannot be read" in told(folder.run(), "secret.md")[0]


def test_hidden_files_are_left_alone(folder):
    folder.card(".git/a.md")
    folder.card("good.md")
    folder.write(".DS_Store", b"\0")
    assert folder.run()[-1] == "made 1, changed 0, unchanged 0, skipped 0"


def test_what_nobody_foresaw_does_not_stop_the_others(folder, monkeypatch, caplog):
    from knowledge.importing import run

    def broken(text, *, is_html):
        if "explode" in text:
            raise ZeroDivisionError("by accident")
        return clean(text, is_html=is_html)

    clean = run.clean_html
    monkeypatch.setattr(run, "clean_html", broken)
    folder.card("a.md", title="A", body="explode")
    folder.card("b.md", title="B")
    lines = folder.run()
    assert told(lines, "a.md")[0] == "skipped a.md it could not be used: ZeroDivisionError: by accident"
    assert lines[-1] == "made 1, changed 0, unchanged 0, skipped 1"


def test_a_page_that_cannot_be_finished_leaves_nothing_behind(folder, monkeypatch, caplog):
    from knowledge.importing import pages

    monkeypatch.setattr(pages, "settle", lambda *args: 1 / 0)
    folder.card("a.md", title="A")
    assert folder.run()[-1] == "made 0, changed 0, unchanged 0, skipped 1"
    assert ResourcePage.objects.count() == 0


def test_long_texts_are_shortened_and_told(folder):
    folder.card("a.md", title="T" * 300, summary="s" * 400, what="w" * 1200, timeRequired="h" * 200)
    page_notes = told(folder.run(), "a.md")[1]
    page = ResourcePage.objects.get()
    assert [len(text) for text in (page.title, page.summary, page.what, page.time_needed)] == [255, 300, 1000, 120]
    assert "the title was shortened to 255 characters" in page_notes
    assert "what was shortened to 1000 characters" in page_notes


def test_values_that_make_no_sense_are_left_out_and_told(folder):
    folder.card("a.md", link="javascript:alert(1)", licence="Beerware", resource_kind="song", live="false", path="0001")
    notes = told(folder.run(), "a.md")[1]
    assert notes == [
        "left out: link (“javascript:alert(1)” is not an address)",
        "left out: licence (there is no licence “Beerware” here)",
        "left out: resource_kind (“song” is not one of guide, template, method, briefing, policy, form, easy-read, "
        "research)",
        "left out: live (a resource has no such field)",
        "left out: path (a resource has no such field)",
        "no licence is given: all rights reserved",
    ]
    assert ResourcePage.objects.get().licence == "all-rights-reserved"


# JSON lines ----------------------------------------------------------------------------------------------------------


def line(**fields):
    return json.dumps(fields)


def test_json_lines(folder):
    path = folder.write(
        "cards.jsonl",
        "\n".join(
            [
                line(title="One", summary="S", html="<h2>H</h2><p>Text <script>x</script></p>", licence="CC0"),
                line(
                    title="Two", markdown="**bold** [one](/old/one/)", kind="article", date="2020-01-02", licence=None
                ),
                "",
                line(title="Three", address="/old/one/", themes=["Nothing"], language="en", source="A book"),
            ]
        ),
    )
    lines = folder.run(path=path)
    assert lines[-1] == "made 3, changed 0, unchanged 0, skipped 0"
    one, three = ResourcePage.objects.get(title="One"), ResourcePage.objects.get(title="Three")
    assert [block["value"] for block in one.body.raw_data] == [{"text": "H", "level": "2"}, "<p>Text</p>"]
    assert (three.slug, three.source) == ("one-2", "A book")
    assert told(lines, "cards.jsonl:2")[1] == []
    assert folder.run(path=path)[-1] == "made 0, changed 0, unchanged 3, skipped 0"


BAD_LINES = [
    ("{broken", "it is not JSON"),
    ("[1, 2]", "it is not an object"),
    ("null", "it is not an object"),
    ("12", "it is not an object"),
    ('"text"', "it is not an object"),
    ("[" * 100_000, "it is not JSON that can be read"),
    ('{"title": 12}', "“title” is not a text"),
    ('{"title": true}', "“title” is not a text"),
    ('{"title": null}', "it has no title"),
    ('{"title": "A", "html": 5}', "“html” is not a text"),
    ('{"title": "A", "html": "x", "markdown": "y"}', "it has both"),
    ('{"title": "A", "themes": 5}', "“themes” is not a list of texts"),
    ('{"title": "A", "attachments": [1]}', "“attachments” is not a list of texts"),
    ('{"title": "A", "date": 2020}', "“date” is not a text"),
    ('{"title": "A", "date": "soon"}', "is not a date"),
    ('{"title": "A", "language": "xx"}', "the hub has no language"),
    ('{"title": "A", "kind": ["a"]}', "“kind” is not a text"),
    (b'{"title": "Caf\xe9"}', "it is not written in UTF-8"),
    (b'{"title": "A\x00"}', "it is not text but a binary file"),
    ('{"title": "Good"}', "the same title"),
    ('{"title": "A", "address": "/g/"}', "the same address"),
    ('{"title": "' + "x" * 6_000_000 + '"}', "too large"),
    ('{"title": "A", "summary": NaN}', "“summary” is not a text"),
    ('{"title": "\\ud800"}', "it has a character that cannot be written"),
]


def test_lines_that_cannot_be_used_do_not_stop_the_others(folder):
    good = [line(title="Good").encode(), line(title="G", address="/g/").encode()]
    bad = [text if isinstance(text, bytes) else text.encode() for text, _reason in BAD_LINES]
    path = folder.write("cards.jsonl", b"\n".join([*good, *bad, line(title="After").encode()]))
    lines = folder.run(path=path)
    for number, (_text, reason) in enumerate(BAD_LINES, 3):
        assert reason in told(lines, f"cards.jsonl:{number}")[0]
    assert lines[-1] == f"made 3, changed 0, unchanged 0, skipped {len(BAD_LINES)}"


@pytest.mark.parametrize("href", ["x" * 300 + ".pdf", "/%00x", "%00x", "%2F%2F%5Bx"])
def test_a_link_to_what_cannot_exist_does_not_lose_the_document(folder, href):
    folder.card("a.md", body=f"See [the guide]({href}).")
    lines = folder.run()
    assert told(lines, "a.md")[0].startswith("made a.md")
    assert any(note.startswith(f"link taken away: {href[:80]}") for note in told(lines, "a.md")[1])
    assert ResourcePage.objects.get().body[0].value.source == "<p>See the guide.</p>"
