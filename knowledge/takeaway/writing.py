"""Writes the ZIP of a kit, piece by piece, so that memory does not grow with its files."""

import hashlib
import unicodedata
import zipfile
from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import slugify

from hub.letters import public_address
from hub.models import HubSettings

from ..contents import documents_of
from ..steps import steps_of, with_case_studies
from .offline import offline

CHUNK = 128 * 1024
LONGEST_NAME = 60
# What compresses well; everything else is packed already, and would only take time.
WORTH_PACKING = {".txt", ".md", ".csv", ".rtf", ".html", ".css"}
EARLIEST = (1980, 1, 1, 0, 0, 0)  # ZIP knows no earlier moment


class ChangedMeanwhile(Exception):
    """A file of the kit was replaced or taken away while it was being written."""


def write_zip(kit, target):
    """Write the kit as it is now into `target`, a file open for writing: all of it in one folder of its own.

    Raises `ChangedMeanwhile`.
    """
    documents = [document for document in documents_of(kit) if document.file.storage.exists(document.file.name)]
    names = {document.pk: name for document, name in zip(documents, file_names(documents), strict=True)}
    language = kit.locale.language_code
    with translation.override(language):
        context = _context(kit, documents, names)
        index, pictures = offline(
            render_to_string("knowledge/takeaway/index.html", context), files=names, site_url=settings.SITE_URL
        )
        licence = render_to_string("knowledge/takeaway/licence.txt", context)
    moment = timezone.localtime(kit.last_published_at).timetuple()[:6]  # of now, if that is not known
    folder = f"{name_of(kit)}/"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _write_text(archive, folder + "index.html", index, moment)
        style = Path(finders.find("css/takeaway.css")).read_text(encoding="utf-8")
        _write_text(archive, folder + "style.css", style, moment)
        _write_text(archive, folder + "LICENCE.txt", licence.replace("\n", "\r\n"), moment)
        for document in documents:
            source = partial(document.file.storage.open, document.file.name)
            _copy(archive, folder + names[document.pk], source, moment, expected=document.file_hash)
        for stored, name in pictures.items():
            _copy(archive, folder + name, partial(default_storage.open, stored), moment)
    target.seek(0, 2)


def name_of(kit):
    """Return what the ZIP of a kit, and the folder in it, is called: "pay-people-version-3"."""
    version = kit.newest_version
    return f"{kit.slug[:LONGEST_NAME].strip('-_')}-version-{version.number if version else 1}"


def file_names(documents):
    """Return a name inside the folder for each document: numbered, readable in any script, the same on every system."""
    width = max(2, len(str(len(documents))))
    for number, document in enumerate(documents, start=1):
        title = slugify(unicodedata.normalize("NFC", document.title), allow_unicode=True)[:LONGEST_NAME].strip("-_")
        ending = "".join(sign for sign in Path(document.file.name).suffix.lower() if sign.isalnum() or sign == ".")
        yield f"files/{number:0{width}}-{title or 'file'}{ending}"


def _context(kit, documents, names):
    version = kit.newest_version
    address = public_address(kit)
    parts = kit.files_with_documents()
    return {
        "kit": kit,
        "kit_url": address,
        "steps": with_case_studies(steps_of(kit), kit.locale_id),
        "files": [part for part in parts if part.document_id in names],
        "documents": documents,
        "version": version,
        "versions": list(kit.versions.numbered()),
        "hub": HubSettings.load(),
        "site_url": settings.SITE_URL,
        "language": kit.locale.language_code,
        "is_rtl": translation.get_language_bidi(),
        "today": timezone.localdate(),
    }


def _write_text(archive, name, text, moment):
    archive.writestr(_info(name, moment), text.encode())


def _copy(archive, name, open_it, moment, *, expected=""):
    """Copy a file into the ZIP. `expected` is its SHA-1, as Wagtail keeps it, checked on the way."""
    digest = hashlib.sha1(usedforsecurity=False)
    try:
        with open_it() as source, archive.open(_info(name, moment), "w", force_zip64=True) as into:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                into.write(chunk)
    except OSError as error:
        raise ChangedMeanwhile(name) from error
    if expected and digest.hexdigest() != expected:
        raise ChangedMeanwhile(name)


def _info(name, moment):
    info = zipfile.ZipInfo(name, max(moment, EARLIEST))
    packs = Path(name).suffix in WORTH_PACKING
    info.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
    info.external_attr = 0o644 << 16
    return info
