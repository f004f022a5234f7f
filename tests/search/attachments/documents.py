"""Real files, made by the libraries that others make theirs with, as bytes."""

import io
import zipfile
from datetime import datetime

import docx
import openpyxl
import pptx
from docx.oxml import OxmlElement
from odf import draw as odf_draw
from odf import office, opendocument, presentation, style, table, text
from openpyxl.comments import Comment
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*pages, picture=None):
    """A PDF with these texts, a page each."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for words in pages:
        for number, line in enumerate(words.splitlines()):
            canvas.drawString(72, 720 - 14 * number, line)
        if picture:
            canvas.drawImage(ImageReader(picture), 0, 0, 400, 400)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def encrypted_pdf(password):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Open to all"))))
    writer.encrypt(password, "of the owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_content(data, *, page, content):
    """The PDF with other operators on one of its pages."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    stream = DecodedStreamObject()
    stream.set_data(content)
    writer.pages[page][NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf():
    return pdf("", "", picture=Image.new("RGB", (60, 60), "white"))


def word():
    """A DOCX with a table, a header, a footnote, a text box and two pages that Word saw."""
    document = docx.Document()
    document.add_heading("Paying people", 1)
    paragraph = document.add_paragraph("First page.")
    document.sections[0].header.paragraphs[0].text = "Letterhead of the council"
    grid = document.add_table(rows=2, cols=2)
    for cell, words in zip(grid._cells, ["Cost", "Amount", "Babysitter", "40 pounds"], strict=True):
        cell.text = words
    second = document.add_paragraph()
    second.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
    second.add_run("Second page.")
    deleted = OxmlElement("w:delText")
    deleted.text = "Crossed out"
    paragraph.add_run()._r.append(deleted)
    return saved(document)


def slides():
    """A PPTX with a table and a note on its second slide."""
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Welcome"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Costs"
    grid = second.shapes.add_table(1, 2, 0, 0, 914400, 914400).table
    grid.cell(0, 0).text, grid.cell(0, 1).text = "Interpreter", "Two hours"
    second.notes_slide.notes_text_frame.text = "Mention the honorarium."
    return saved(deck)


def workbook():
    """An XLSX with two sheets; the second has a gap, a number and a date."""
    book = openpyxl.Workbook()
    book.active.title = "Read me"
    book.active["A1"] = "How to use this"
    sheet = book.create_sheet("Budget 2026")
    sheet["A1"], sheet["D4"], sheet["E4"] = "Line", "Crèche", 1250.5
    sheet["A6"] = datetime(2026, 4, 19)  # noqa: DTZ001  (workbooks know no time zones)
    sheet["A1"].comment = Comment("Between colleagues", "Edith")
    return saved(book)


def open_text():
    """An ODT with a page that its author began, a table, a note and a comment."""
    document = opendocument.OpenDocumentText()
    new_page = style.Style(name="NewPage", family="paragraph")
    new_page.addElement(style.ParagraphProperties(breakbefore="page"))
    document.automaticstyles.addElement(new_page)
    document.text.addElement(text.H(outlinelevel=1, text="Ground rules"))
    paragraph = text.P(text="One person")
    paragraph.addElement(text.S(c=2))
    paragraph.addElement(text.Span(text="speaks."))
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="Said by a facilitator."))
    note.addElement(body)
    paragraph.addElement(note)
    comment = office.Annotation()
    comment.addElement(text.P(text="Between colleagues"))
    paragraph.addElement(comment)
    document.text.addElement(paragraph)
    grid = table.Table()
    row = table.TableRow()
    for words in ("Talking stick", "Yes"):
        cell = table.TableCell()
        cell.addElement(text.P(text=words))
        row.addElement(cell)
    grid.addElement(row)
    document.text.addElement(grid)
    document.text.addElement(text.P(stylename=new_page, text="Second page."))
    return saved(document)


def open_sheets():
    document = opendocument.OpenDocumentSpreadsheet()
    for name, words in [("Rooms", ["Hall", "Kitchen"]), ("Prices", ["Minibus", "90"])]:
        sheet = table.Table(name=name)
        row = table.TableRow()
        for value in words:
            cell = table.TableCell(valuetype="string", numbercolumnsrepeated=1000)
            cell.addElement(text.P(text=value))
            row.addElement(cell)
        sheet.addElement(row)
        document.spreadsheet.addElement(sheet)
    return saved(document)


def open_slides():
    document = opendocument.OpenDocumentPresentation()
    layout = style.PageLayout(name="Layout")
    document.automaticstyles.addElement(layout)
    master = style.MasterPage(name="Master", pagelayoutname=layout)
    document.masterstyles.addElement(master)
    for words, said in [("Welcome", ""), ("Evaluation", "Hand out the crayons.")]:
        slide = odf_draw.Page(masterpagename=master)
        for place, inside in [(slide, words), *([(presentation.Notes(), said)] if said else [])]:
            frame = odf_draw.Frame(width="10cm", height="5cm")
            box = odf_draw.TextBox()
            box.addElement(text.P(text=inside))
            frame.addElement(box)
            place.addElement(frame)
            if place is not slide:
                slide.addElement(place)
        document.presentation.addElement(slide)
    return saved(document)


def part_of(archive, name):
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return old.read(name).decode()


def with_parts(archive, parts):
    """The archive with `parts` ({name: content}) in the place of others, or beside them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry, old.read(entry))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


WORD_XML = (
    '<?xml version="1.0" encoding="UTF-8"?>{doctype}'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
)


def word_with(doctype="", text="Words."):
    return with_parts(word(), {"word/document.xml": WORD_XML.format(doctype=doctype, text=text)})
