"""The demo's documents: real small files of six formats, written at load time from the light markup."""

import unicodedata
from io import BytesIO

from django.core.files.base import ContentFile
from pypdf import PdfReader
from wagtail.models import Collection

from tests.factories.hub import HubDocumentFactory

from . import examples, forms, guides, leaflets, mandates, money, plain, reports
from .docx_files import write_docx
from .odt_files import write_odt
from .pdf_files import write_pdf
from .pptx_files import write_pptx
from .text_files import write_txt
from .xlsx_files import write_xlsx

WRITERS = {
    "pdf": write_pdf,
    "docx": write_docx,
    "odt": write_odt,
    "pptx": write_pptx,
    "txt": write_txt,
    "xlsx": write_xlsx,
}
DOCUMENTS = {
    name: document
    for module in (guides, forms, examples, mandates, money, plain, reports, leaflets)
    for name, document in module.DOCUMENTS.items()
}


def make_file(name):
    """Return the document of that short name as a file in memory."""
    document = DOCUMENTS[name]
    data = WRITERS[document.format](document)
    stem = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return ContentFile(data, name=f"{stem}.{document.format}")


def load(world):
    """Write all documents."""
    everywhere = Collection.get_first_root_node()
    for name, document in DOCUMENTS.items():
        file = make_file(name)
        pages = len(PdfReader(BytesIO(file.read())).pages) if document.format == "pdf" else None
        file.seek(0)
        world.documents[name] = HubDocumentFactory(
            title=document.title,
            file=file,
            page_count=pages,
            collection=everywhere,
            uploaded_by_user=world.people["rosa"],
        )
