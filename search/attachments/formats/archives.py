"""Documents that are ZIP archives inside: told apart, and refused where they would unpack to too much or do harm."""

import zipfile
import zlib
from xml.parsers import expat

from .parts import BROKEN, ENCRYPTED, TOO_BIG, WRONG_TYPE, UnreadableError

MOST_ENTRIES = 10_000
IS_ENCRYPTED = 0x1  # general purpose bit flag 0 (APPNOTE.TXT 4.4.4)
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OPEN_DOCUMENT_KINDS = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
OFFICE_FOLDERS = {"word/": "docx", "ppt/": "pptx", "xl/": "xlsx"}


def kind_of(file, most_unpacked):
    """Return "docx", "pptx", "xlsx", "odt", "ods" or "odp"; raise `UnreadableError` for every other archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _kind_of(archive, most_unpacked)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        raise UnreadableError(BROKEN) from error


def _kind_of(archive, most_unpacked):
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > most_unpacked:
        raise UnreadableError(TOO_BIG)
    if any(entry.flag_bits & IS_ENCRYPTED for entry in entries):
        raise UnreadableError(ENCRYPTED)
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise UnreadableError(BROKEN)  # neither standard has other ways to pack
    names = {entry.filename for entry in entries}
    if len(names) < len(entries):
        raise UnreadableError(BROKEN)  # which of the two a library reads is anybody's guess
    kind = _kind_by_names(archive, names)
    # Reads everything, a little at a time and no more than is declared: an entry that holds more fails its checksum.
    if archive.testzip():
        raise UnreadableError(BROKEN)
    for name in names:
        if name.endswith((".xml", ".rels")):
            with archive.open(name) as part:
                _refuse_doctype(part)
    return kind


def _kind_by_names(archive, names):
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            mime = part.read(100).decode("ascii", "replace").strip()
        kind = mime.removeprefix(OPEN_DOCUMENT).removesuffix("-template")
        if mime.startswith(OPEN_DOCUMENT) and kind in OPEN_DOCUMENT_KINDS:
            if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise UnreadableError(ENCRYPTED)
            return OPEN_DOCUMENT_KINDS[kind]
    elif "[Content_Types].xml" in names:
        for folder, kind in OFFICE_FOLDERS.items():
            if any(name.startswith(folder) for name in names):
                return kind
    raise UnreadableError(WRONG_TYPE)


class _RootReached(Exception):
    """Nothing is wrong: what follows need not be looked at."""


def _refuse_doctype(part):
    """Raise `UnreadableError` if there is a document type, the one place where entities can be declared.

    Both standards do without it. Reads no further than to the first element.
    """

    def doctype(*args):
        raise UnreadableError(BROKEN)

    def root(*args):
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    try:
        while chunk := part.read(4096):
            parser.Parse(chunk)
    except _RootReached:
        pass
    except expat.ExpatError:
        pass  # whoever reads this part will say so
