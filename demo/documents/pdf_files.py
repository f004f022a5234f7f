"""Writes a document as PDF with a title, a language and bookmarks; easy read has large type and pictograms."""

from html import escape
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import (
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from ..markup import smart
from .flow import items
from .pictograms import draw

ACCENT, INK, EDGE, TINT = (HexColor(colour) for colour in ("#0b5257", "#221d17", "#8b8072", "#ece4d6"))


class _Paper(SimpleDocTemplate):
    """A page with a thread down its side, its number at the foot, and a bookmark for each heading."""

    def afterFlowable(self, flowable):  # reportlab calls it by this name
        level = getattr(flowable, "outline_level", None)
        if level is not None:
            key = f"heading-{id(flowable)}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level=level)

    def furnish(self, canvas, _template):
        canvas.saveState()
        canvas.setFillColor(ACCENT)
        canvas.rect(0, 0, 0.35 * cm, A4[1], stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(2.4 * cm, 1.2 * cm, f"{self.title} · Common Thread")
        canvas.drawRightString(A4[0] - 2.2 * cm, 1.2 * cm, f"Page {canvas.getPageNumber()}")
        canvas.restoreState()


def _styles(is_easy_read):
    size = 16 if is_easy_read else 11.5
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=size, leading=size * 1.5, textColor=INK)
    body.spaceAfter, body.alignment = size * 0.6, TA_LEFT
    heads = {
        f"heading-{level}": ParagraphStyle(
            f"heading-{level}",
            parent=body,
            fontName="Times-Bold",
            fontSize=points,
            leading=points * 1.2,
            textColor=ACCENT,
            spaceBefore=points * 0.7,
            spaceAfter=points * 0.35,
            keepWithNext=True,
        )
        for level, points in {1: 30 if is_easy_read else 26, 2: size * 1.4, 3: size * 1.15}.items()
    }
    return {"body": body, **heads}


def write_pdf(document):
    """Return the document as the bytes of a PDF file."""
    styles = _styles(document.is_easy_read)
    data = BytesIO()
    paper = _Paper(
        data,
        pagesize=A4,
        leftMargin=2.4 * cm,
        rightMargin=2.2 * cm,
        topMargin=2 * cm,
        bottomMargin=2.2 * cm,
        title=smart(document.title),
        author=document.author,
        subject=smart(document.subject),
        lang=document.language,
    )
    story = [_heading(escape(smart(document.title)), styles, 1)]
    for item in items(document.text):
        if item.kind.startswith("heading"):
            story.append(_heading(_marked(item.content), styles, int(item.kind[-1])))
        elif item.kind == "table":
            story += [_table(item.content, styles["body"], paper.width), Spacer(1, 10)]
        elif item.kind in ("bullets", "numbers"):
            story += [_points(item, styles["body"]), Spacer(1, 8)]
        elif item.kind == "page-break":
            story.append(PageBreak())
        elif item.kind == "pictogram":
            story.append(_pictogram(item, styles["body"], paper.width))
        else:
            story.append(Paragraph(_marked(item.content), styles["body"]))
    paper.build(story, onFirstPage=paper.furnish, onLaterPages=paper.furnish)
    return data.getvalue()


def _marked(runs):
    return "".join(f"<b>{escape(text)}</b>" if is_bold else escape(text) for text, is_bold in runs)


def _heading(text, styles, level):
    heading = Paragraph(text, styles[f"heading-{level}"])
    heading.outline_level = level - 1
    return heading


def _points(item, style):
    points = [ListItem(Paragraph(_marked(runs), style)) for runs in item.content]
    if item.kind == "bullets":
        return ListFlowable(points, bulletType="bullet", start="•", leftIndent=18, bulletFontSize=style.fontSize)
    return ListFlowable(points, bulletType="1", bulletFormat="%s.", leftIndent=24, bulletFontSize=style.fontSize)


def _table(rows, style, width):
    cells = [
        [Paragraph(_marked([(text, is_bold or number == 0) for text, is_bold in runs]), style) for runs in row]
        for number, row in enumerate(rows)
    ]
    table = Table(cells, colWidths=[width / len(rows[0])] * len(rows[0]), repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, EDGE),
                ("BACKGROUND", (0, 0), (-1, 0), TINT),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
            ]
        )
    )
    return table


def _pictogram(item, style, width):
    row = Table([[draw(item.name), Paragraph(_marked(item.content), style)]], colWidths=[3 * cm, width - 3 * cm])
    row.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOTTOMPADDING", (0, 0), (-1, -1), 12)]))
    return row
