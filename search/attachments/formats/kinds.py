"""Which format a file is in, told by what is inside, and its text."""

from importlib import import_module

from .archives import kind_of
from .parts import BROKEN, ENCRYPTED, TOO_BIG, WRONG_TYPE, UnreadableError

# Only what is needed is imported: each of the libraries takes as long as Python itself.
READERS = {
    "pdf": ("pdf", "read"),
    "docx": ("word", "read"),
    "pptx": ("slides", "read"),
    "xlsx": ("workbooks", "read"),
    "odt": ("open_documents", "read_text"),
    "odp": ("open_documents", "read_slides"),
    "ods": ("open_documents", "read_sheets"),
    "rtf": ("texts", "read_rtf"),
    "txt": ("texts", "read_text"),
    "md": ("texts", "read_markdown"),
    "csv": ("texts", "read_table"),
    "html": ("texts", "read_html"),
}
# Nothing inside tells these apart, so the name does.
TEXT_ENDINGS = {"txt": "txt", "text": "txt", "md": "md", "markdown": "md", "csv": "csv", "html": "html", "htm": "html"}

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB 2.2
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 1.3.2
PROGRAMS_AND_PICTURES = (b"MZ", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def read_parts(file, name, limits):
    """Return the parts of a document as an iterable of `Part`; raise `UnreadableError` where there is no text."""
    module, function = READERS[_kind(file, name, limits)]
    file.seek(0)
    return getattr(import_module(f"{__package__}.{module}"), function)(file, limits)


def _kind(file, name, limits):
    size = file.seek(0, 2)
    if not size:
        raise UnreadableError(BROKEN)
    if size > limits.unpacked:
        raise UnreadableError(TOO_BIG)
    file.seek(0)
    head = file.read(1024)
    text_kind = TEXT_ENDINGS.get(name.rpartition(".")[2].lower())
    # Readers look for it in the first kilobyte (ISO 32000-1 annex H, note 13). A text may well speak of it there.
    if head.startswith(b"%PDF-") or (b"%PDF-" in head and not text_kind):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_of(file, limits.unpacked)
    if head.startswith(OLD_OFFICE):
        raise UnreadableError(ENCRYPTED if ENCRYPTED_PACKAGE in head + file.read() else WRONG_TYPE)
    if not text_kind or head.startswith(PROGRAMS_AND_PICTURES):
        raise UnreadableError(WRONG_TYPE)
    return text_kind
