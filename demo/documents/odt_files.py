"""Writes a document as ODT, with real headings, lists and tables."""

from io import BytesIO

from odf import dc, meta, table
from odf.opendocument import OpenDocumentText
from odf.style import ParagraphProperties, Style, TableCellProperties, TextProperties
from odf.text import H, List, ListItem, ListLevelStyleBullet, ListLevelStyleNumber, ListStyle, P, Span

from ..markup import smart
from .flow import items

ACCENT = "#0b5257"


def write_odt(document):
    """Return the document as the bytes of an ODT file."""
    paper = OpenDocumentText()
    styles = _make_styles(paper)
    for element, text in (
        (dc.Title, smart(document.title)),
        (dc.Subject, smart(document.subject)),
        (dc.Creator, document.author),
        (dc.Language, "en-GB"),
        (meta.InitialCreator, document.author),
    ):
        paper.meta.addElement(element(text=text))
    paper.text.addElement(H(outlinelevel=1, stylename=styles["heading-1"], text=smart(document.title)))
    for item in items(document.text):
        if item.kind.startswith("heading"):
            level = int(item.kind[-1])
            heading = H(outlinelevel=level, stylename=styles[item.kind])
            _add_runs(heading, item.content, styles)
            paper.text.addElement(heading)
        elif item.kind == "table":
            paper.text.addElement(_make_table(item.content, styles))
        elif item.kind in ("bullets", "numbers"):
            points = List(stylename=styles[item.kind])
            for runs in item.content:
                point = ListItem()
                point.addElement(_paragraph(runs, styles))
                points.addElement(point)
            paper.text.addElement(points)
        else:
            paper.text.addElement(_paragraph(item.content, styles))
    data = BytesIO()
    paper.save(data)
    return data.getvalue()


def _make_styles(paper):
    styles = {}
    sizes = {"heading-1": "24pt", "heading-2": "16pt", "heading-3": "13pt"}
    for name, size in sizes.items():
        style = Style(name=name, family="paragraph", defaultoutlinelevel=name[-1])
        style.addElement(ParagraphProperties(margintop="0.5cm", marginbottom="0.2cm"))
        style.addElement(TextProperties(fontsize=size, fontfamily="Georgia", color=ACCENT, fontweight="bold"))
        styles[name] = style
    styles["paragraph"] = Style(name="body", family="paragraph")
    styles["paragraph"].addElement(ParagraphProperties(marginbottom="0.25cm", lineheight="130%"))
    styles["paragraph"].addElement(TextProperties(fontsize="12pt", fontfamily="Arial", language="en", country="GB"))
    styles["bold"] = Style(name="bold", family="text")
    styles["bold"].addElement(TextProperties(fontweight="bold"))
    styles["cell"] = Style(name="cell", family="table-cell")
    styles["cell"].addElement(TableCellProperties(border="0.5pt solid #8b8072", padding="0.15cm"))
    for style in styles.values():
        (paper.styles if style.getAttribute("family") == "paragraph" else paper.automaticstyles).addElement(style)
    for name, level in (
        ("bullets", ListLevelStyleBullet(level=1, bulletchar="•")),
        ("numbers", ListLevelStyleNumber(level=1, numformat="1", numsuffix=".")),
    ):
        styles[name] = ListStyle(name=name)
        styles[name].addElement(level)
        paper.automaticstyles.addElement(styles[name])
    return styles


def _add_runs(element, runs, styles):
    for text, is_bold in runs:
        if is_bold:
            element.addElement(Span(stylename=styles["bold"], text=text))
        else:
            element.addText(text)


def _paragraph(runs, styles):
    paragraph = P(stylename=styles["paragraph"])
    _add_runs(paragraph, runs, styles)
    return paragraph


def _make_table(rows, styles):
    made = table.Table()
    made.addElement(table.TableColumn(numbercolumnsrepeated=len(rows[0])))
    head = table.TableHeaderRows()
    for number, row in enumerate(rows):
        line = table.TableRow()
        for runs in row:
            cell = table.TableCell(stylename=styles["cell"], valuetype="string")
            cell.addElement(_paragraph([(text, is_bold or number == 0) for text, is_bold in runs], styles))
            line.addElement(cell)
        (head if number == 0 else made).addElement(line)
        if number == 0:
            made.addElement(head)
    return made
