"""Documents and pictures as people send them, made on the spot."""

import io
import struct
import zipfile
import zlib

from docx import Document as WordDocument
from odf.opendocument import OpenDocumentText
from odf.text import P
from openpyxl import Workbook
from PIL import Image
from reportlab.pdfgen.canvas import Canvas


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


def saved(form):
    """What a form saves that has nothing to complain about."""
    assert form.is_valid(), form.errors
    return form.save()
