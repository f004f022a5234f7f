"""Writes a document as DOCX, with real heading, list and table styles."""

from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ..markup import smart
from .flow import items

ACCENT = RGBColor(0x0B, 0x52, 0x57)
STYLES = {"paragraph": None, "pictogram": None, "bullets": "List Bullet", "numbers": "List Number"}


def write_docx(document):
    """Return the document as the bytes of a DOCX file."""
    paper = docx.Document()
    about = paper.core_properties
    about.title, about.author, about.subject = smart(document.title), document.author, smart(document.subject)
    about.language, about.comments = document.language, ""
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    _style(paper, document.language)
    paper.add_heading(smart(document.title), level=0)
    for item in items(document.text):
        if item.kind.startswith("heading"):
            paper.add_heading("".join(text for text, _bold in item.content), level=int(item.kind[-1]) - 1)
        elif item.kind == "table":
            _add_table(paper, item.content)
        else:
            lines = item.content if item.kind in ("bullets", "numbers") else [item.content]
            for runs in lines:
                _add_runs(paper.add_paragraph(style=STYLES[item.kind]), runs)
    data = BytesIO()
    paper.save(data)
    return data.getvalue()


def _style(paper, language):
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(12)
    normal.paragraph_format.line_spacing = 1.25
    for name in ("Title", "Heading 1", "Heading 2"):
        style = paper.styles[name]
        style.font.name, style.font.color.rgb = "Georgia", ACCENT
        fonts = style.element.rPr.rFonts
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
    if language != "en-GB":
        # Which language a program reads aloud, and which signs it draws where scripts share them.
        run = normal.element.get_or_add_rPr()
        run.append(run.makeelement(qn("w:lang"), {qn("w:val"): language, qn("w:eastAsia"): language}))


def _add_runs(paragraph, runs):
    for text, is_bold in runs:
        paragraph.add_run(text).bold = is_bold or None


def _add_table(paper, rows):
    table = paper.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for number, row in enumerate(rows):
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _add_runs(cell.paragraphs[0], [(text, is_bold or number == 0) for text, is_bold in runs])
    # The first row is repeated on each page, and read out as the heading of its column.
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    paper.add_paragraph()
