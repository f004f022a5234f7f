"""Documents made to do harm, or gone wrong, come back with a reason; the worker lives, and nothing is left behind."""

import io
import json
import os
import socket
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from search.attachments import child, reading
from search.attachments.limits import Limits
from search.attachments.reading import ReadingError, read
from search.models import Attachment

from . import documents

Reason = Attachment.Reason
ROOT = Path(__file__).resolve().parents[3]

LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def zipped(*parts, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb():
    return documents.with_parts(documents.word(), {"word/media/image1.bmp": b"\0" * 201 * 1024 * 1024})


def lying_zip_bomb():
    """The size that the archive declares for its largest part is a lie: 1000 bytes, and it unpacks to 10 MB."""
    data = bytearray(documents.with_parts(documents.word(), {"word/document.xml": b" " * 10_000_000}))
    honest, lie = struct.pack("<I", 10_000_000), struct.pack("<I", 1000)
    assert data.count(honest) == 2
    return bytes(data.replace(honest, lie))


def old_office(stream):
    """The beginning of an OLE file with the name of a stream in its directory, as MS-CFB lays it out."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1016 + stream.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 448
    )


def looping_pdf():
    """A tree of pages whose branch is its own root."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>endobj\n"
        b"3 0 obj<</Type/Pages/Kids[2 0 R]/Count 9/Parent 3 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n"
    )


def encrypted_open_text():
    manifest = documents.part_of(documents.open_text(), "META-INF/manifest.xml").replace(
        "</manifest:manifest>", "<manifest:encryption-data/></manifest:manifest>"
    )
    return documents.with_parts(documents.open_text(), {"META-INF/manifest.xml": manifest})


def with_encrypted_flag(data):
    data = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("make", "name", "reason"),
    [
        (zip_bomb, "a.docx", Reason.TOO_BIG),
        (lying_zip_bomb, "a.docx", Reason.BROKEN),
        (lambda: zipped(*[(f"{number}.xml", "") for number in range(10_001)]), "a.docx", Reason.TOO_BIG),
        (lambda: documents.word_with(LAUGHS, "&j;"), "a.docx", Reason.BROKEN),
        (lambda: documents.word_with(OUTSIDE, "&x;"), "a.docx", Reason.BROKEN),
        (lambda: documents.with_parts(documents.workbook(), {"xl/sharedStrings.xml": f"{LAUGHS}<sst>&j;</sst>"}),
         "a.xlsx", Reason.BROKEN),
        (lambda: documents.with_parts(documents.open_text(), {"content.xml": f"{OUTSIDE}<a>&x;</a>"}),
         "a.odt", Reason.BROKEN),
        (lambda: documents.encrypted_pdf("secret"), "a.pdf", Reason.ENCRYPTED),
        (lambda: old_office("EncryptedPackage"), "a.docx", Reason.ENCRYPTED),
        (lambda: with_encrypted_flag(documents.word()), "a.docx", Reason.ENCRYPTED),
        (encrypted_open_text, "a.odt", Reason.ENCRYPTED),
        (lambda: old_office("WordDocument"), "a.doc", Reason.WRONG_TYPE),
        (lambda: documents.pdf("Cut off")[:300], "a.pdf", Reason.BROKEN),
        (looping_pdf, "a.pdf", Reason.BROKEN),
        (lambda: documents.word()[:-200], "a.docx", Reason.BROKEN),
        (lambda: documents.word()[:2000] + b"?" * 50 + documents.word()[2050:], "a.docx", Reason.BROKEN),
        (lambda: b"{\\rtf1 cut", "a.rtf", Reason.BROKEN),
        (lambda: b"", "a.txt", Reason.BROKEN),
        (lambda: b" \n", "a.txt", Reason.NO_TEXT),
        (lambda: b"<html>" * 100_000, "a.html", Reason.NO_TEXT),
        (documents.scanned_pdf, "a.pdf", Reason.NO_TEXT),
        (lambda: b"MZ\x90\0" + b"\0" * 100, "a.pdf", Reason.WRONG_TYPE),
        (lambda: b"MZ\x90\0" + b"\0" * 100, "a.txt", Reason.WRONG_TYPE),
        (lambda: bytes(range(256)) * 9, "a.txt", Reason.WRONG_TYPE),
        (lambda: b"<html><body>Hello", "a.docx", Reason.WRONG_TYPE),
        (lambda: zipped(("readme.txt", "Hello")), "a.zip", Reason.WRONG_TYPE),
        (lambda: zipped(("mimetype", "application/epub+zip")), "a.odt", Reason.WRONG_TYPE),
        (lambda: zipped(("mimetype", "x" * 100_000_000)), "a.odt", Reason.WRONG_TYPE),
    ],
)  # fmt: skip
def test_comes_back_with_a_reason(make, name, reason):
    result = read(io.BytesIO(make()), name)
    assert (result.reason, result.pages) == (reason, [])


def many_rows():
    row = "<row>" + '<c t="inlineStr"><is><t>word</t></is></c>' * 100 + "</row>"
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + row * 4000
        + "</sheetData></worksheet>"
    )
    return documents.with_parts(documents.workbook(), {"xl/worksheets/sheet1.xml": sheet})


def test_what_takes_too_long_is_stopped():
    began = time.monotonic()
    result = read(io.BytesIO(many_rows()), "a.xlsx", Limits(seconds=1))
    assert (result.reason, result.pages) == (Reason.TOO_SLOW, [])
    assert time.monotonic() - began < 4


def test_pages_that_were_read_in_time_are_kept():
    data = documents.with_content(documents.pdf("Hello", "World"), page=1, content=b"BT /F1 9 Tf (a) Tj ET " * 300_000)
    result = read(io.BytesIO(data), "a.pdf", Limits(seconds=1.5))
    assert [(page.number, page.text) for page in result.pages] == [(1, "Hello")]
    assert (result.reason, result.is_cut) == ("", True)


def test_pages_beside_a_crooked_one_are_kept():
    data = documents.with_content(documents.pdf("One", "Two", "Three"), page=1, content=b"BT /F1 (9 Tf")
    result = read(io.BytesIO(data), "a.pdf")
    assert [(page.number, page.text) for page in result.pages] == [(1, "One"), (3, "Three")]


def test_what_takes_too_much_memory_is_stopped():
    body = "<w:p/>" * 2_000_000
    data = documents.word_with(text=f"</w:t></w:r></w:p>{body}<w:p><w:r><w:t>")
    result = read(io.BytesIO(data), "a.docx", Limits(memory=150 * 1024 * 1024))
    assert (result.reason, result.pages) == (Reason.TOO_BIG, [])


def test_more_text_than_is_kept_is_cut_off():
    result = read(io.BytesIO("مرحبا ".encode() * 100), "a.txt", Limits(text=21))
    assert ([page.text for page in result.pages], result.is_cut) == (["مرحبا مرحبا"[:11]], True)
    result = read(io.BytesIO(documents.pdf("One", "Two", "Three")), "a.pdf", Limits(parts=2))
    assert ([page.text for page in result.pages], result.is_cut) == (["One", "Two"], True)


def test_a_file_that_is_larger_than_anything_we_take_is_not_even_opened():
    assert read(ContentFile(b"12345"), "a.txt", Limits(unpacked=4)).reason == Reason.TOO_BIG


def test_nothing_is_left_behind(monkeypatch):
    started = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *args, **options: started.append(popen(*args, **options)) or started[-1]
    )
    before = set(os.listdir("/proc/self/fd"))
    for data, limits in [(many_rows(), Limits(seconds=0.5)), (b"MZ", None), (b"Fine.", None)]:
        read(io.BytesIO(data), "a.txt", limits)
    assert [process.poll() is None for process in started] == [False] * 3
    assert set(os.listdir("/proc/self/fd")) == before


# What the process may do ----------------------------------------------------------------------------------------------

TRIED = """
import ctypes, json, os, shutil, signal, socket, subprocess, sys, tempfile, urllib.request
sys.path.insert(0, sys.argv[1])
from search.attachments.limits import Limits, lock_down
target, port = sys.argv[2], int(sys.argv[3])
before = os.stat("/proc/self/ns/net").st_ino
lock_down(Limits())
def tell(do):
    try:
        return repr(do())
    except BaseException as error:
        return type(error).__name__
print(json.dumps({
    "connect": tell(lambda: socket.create_connection(("127.0.0.1", port), 2)),
    "look up": tell(lambda: socket.getaddrinfo("example.org", 80)),
    "fetch": tell(lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2)),
    "program": tell(lambda: subprocess.run(["true"])),
    "shell": tell(lambda: os.system("true")),
    "fork": tell(os.fork),
    "write": tell(lambda: open(target, "w")),
    "write low": tell(lambda: os.open(target, os.O_WRONLY | os.O_CREAT)),
    "read": tell(lambda: open("/etc/passwd").read()),
    "settings": tell(lambda: open(sys.argv[1] + "/hub/settings.py").read()),
    "temporary": tell(lambda: tempfile.TemporaryFile()),
    "delete": tell(lambda: os.remove(target)),
    "native": tell(lambda: ctypes.CDLL("libc.so.6")),
    "kill": tell(lambda: os.kill(os.getppid(), signal.SIGTERM)),
    "library": tell(lambda: __import__("colorsys") and "imported"),
}))
"""


def test_there_is_no_network_and_nothing_else_to_reach(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        target, port = tmp_path / "file.txt", server.getsockname()[1]
        target.write_text("kept")
        result = subprocess.run(
            [sys.executable, "-I", "-c", TRIED, str(ROOT), str(target), str(port)], capture_output=True, check=True
        )
    assert json.loads(result.stdout) == dict.fromkeys(
        ["connect", "look up", "program", "shell", "fork", "write", "write low", "read", "settings", "fetch",
         "delete", "native", "kill"],
        "RefusedError",
    ) | {"temporary": "FileNotFoundError", "library": "'imported'"}  # fmt: skip
    assert target.read_text() == "kept"


def test_it_works_from_any_folder_and_without_django(tmp_path):
    order = json.dumps({"name": "a.txt", "limits": {}})
    (tmp_path / "a.txt").write_text("Words.")
    with (tmp_path / "a.txt").open() as file:
        answer = subprocess.check_output(
            [sys.executable, "-I", child.__file__, order], cwd=tmp_path, env={}, stdin=file
        )
    assert [json.loads(line) for line in answer.splitlines()] == [
        {"ready": True},
        {"place": "whole", "number": 1, "label": "", "text": "Words."},
        {"reason": "", "is_cut": False},
    ]
    loaded = subprocess.check_output(
        [sys.executable, "-c", "import search.attachments.child, sys; print('django' in sys.modules)"], cwd=ROOT
    )
    assert loaded == b"False\n"


# What comes back is not believed --------------------------------------------------------------------------------------

READY = b'{"ready": true}\n'


@pytest.fixture
def pretend(monkeypatch, tmp_path):
    """Let another program be ready and do `code`, in the place of the one that reads."""

    def replace(code):
        program = tmp_path / "child.py"
        program.write_text(f"import os, signal\nos.write(1, {READY!r})\n{code}\n")
        monkeypatch.setattr(reading, "CHILD", program)

    return replace


@pytest.mark.parametrize(
    "answer",
    [
        b"nonsense\n",
        b"[]\n",
        b"1\n",
        b'{"text": "a", "number": 0, "label": "", "place": "page"}\n',
        b'{"text": "a", "number": true, "label": "", "place": "page"}\n',
        b'{"text": "a", "number": 1, "label": "", "place": "attic"}\n',
        b'{"text": "a", "number": 99999999999, "label": "", "place": "page"}\n',
        b'{"text": "a", "number": 1, "label": "' + b"a" * 101 + b'", "place": "page"}\n',
        b'{"text": "\\u0000", "number": 1, "label": "", "place": "page"}\n',
        b'{"text": "\\ud800", "number": 1, "label": "", "place": "page"}\n',
        b'{"text": 1, "number": 1, "label": "", "place": "page"}\n',
        b'{"text": "a", "number": 1, "label": "", "place": "page"}\n' * 2,
        b'{"reason": "because", "is_cut": false}\n',
        b"{}\n",
        b"",
    ],
)
def test_nonsense_is_a_broken_document(monkeypatch, answer):
    monkeypatch.setattr(reading, "_ask", lambda *args: (READY + answer, Reason.BROKEN))
    assert read(io.BytesIO(b"Words."), "a.txt") == reading.Reading(reason=Reason.BROKEN)


@pytest.mark.parametrize(
    ("name", "reason"), [("SIGXCPU", Reason.TOO_SLOW), ("SIGKILL", Reason.TOO_BIG), ("SIGSEGV", Reason.BROKEN)]
)
def test_how_it_died_tells_why(pretend, name, reason):
    pretend(f"os.kill(os.getpid(), signal.{name})")
    assert read(io.BytesIO(b"Words."), "a.txt").reason == reason


@pytest.mark.parametrize("answer", [b"", b"Traceback", READY + b'{"error": "ImportError: No module named docx"}\n'])
def test_a_machine_that_cannot_read_is_not_the_document_to_blame(monkeypatch, answer):
    monkeypatch.setattr(reading, "_ask", lambda *args: (answer, Reason.BROKEN))
    with pytest.raises(ReadingError):
        read(io.BytesIO(b"Words."), "a.txt")


def test_an_answer_without_end_is_cut_off(pretend):
    pretend("while True: os.write(1, b'x' * 65536)")
    assert read(io.BytesIO(b"Words."), "a.txt", Limits(text=100)).reason == Reason.BROKEN
