"""Text out of ODT, ODS and ODP files (OASIS OpenDocument 1.3). Comments and deleted text are left out.

odfpy, which writes such files for us, holds each cell of a sheet as an object of its own; a large sheet does not fit
into memory that way. So the XML is read with lxml, a paragraph at a time.
"""

import re
import zipfile

from lxml import etree

from .parts import HARD_BREAK, SHEET, SLIDE, SOFT_BREAK, Part, numbered_pages, split_at

_SPACES = {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def _name(short):
    space, _, name = short.partition(":")
    return f"{{{_SPACES[space]}}}{name}"


PARAGRAPHS = {_name("text:p"), _name("text:h")}
LEFT_OUT = {_name("office:annotation"), _name("text:tracked-changes"), _name("text:note-citation")}
SLIDE_BEGINS, SHEET_BEGINS, ROW = _name("draw:page"), _name("table:table"), _name("table:table-row")
STYLE, TEXT = _name("style:style"), _name("office:text")
AROUND = {_name("style:header"), _name("style:footer")}
WHITE_SPACE = re.compile(r"\s+")


class _Styles:
    """Names of the styles of paragraphs before and after which a page ends."""

    def __init__(self):
        self.before, self.after = set(), set()

    def note(self, style):
        name = style.get(_name("style:name"))
        properties = style.find(_name("style:paragraph-properties"))
        if style.get(_name("style:master-page-name")):
            self.before.add(name)
        if properties is not None:
            if properties.get(_name("fo:break-before")) == "page":
                self.before.add(name)
            if properties.get(_name("fo:break-after")) == "page":
                self.after.add(name)


def read_text(file, limits):
    """Return the pages of an ODT file."""
    styles, around, texts, is_laid_out = _Styles(), [], [], False
    with zipfile.ZipFile(file) as archive:
        if "styles.xml" in archive.namelist():
            inside = 0
            for event, element in _walk(archive, "styles.xml"):
                if element.tag in AROUND:
                    inside += 1 if event == "start" else -1
                elif event == "end" and element.tag == STYLE:
                    styles.note(element)
                elif event == "end" and inside and element.tag in PARAGRAPHS:
                    around += [text for text in _paragraph(element, styles) if isinstance(text, str)]
        for event, element in _walk(archive, "content.xml"):
            if event == "start" and element.tag == TEXT:
                is_laid_out = element.get(_name("text:use-soft-page-breaks")) == "true"
            elif event == "end" and element.tag == STYLE:
                styles.note(element)
            elif event == "end" and element.tag in PARAGRAPHS:
                texts += _paragraph(element, styles)
            elif event == "end" and element.tag == _name("text:soft-page-break"):
                texts.append(SOFT_BREAK)  # between paragraphs or rows
    stretches = split_at([SOFT_BREAK, HARD_BREAK], texts)
    stretches[0] += "".join(around)
    return numbered_pages(stretches, laid_out=is_laid_out or SOFT_BREAK in texts)


def read_slides(file, limits):
    """Return the slides of an ODP file, each with its notes."""
    slides = []
    with zipfile.ZipFile(file) as archive:
        for event, element in _walk(archive, "content.xml"):
            if event == "start" and element.tag == SLIDE_BEGINS:
                slides.append([])
            elif event == "end" and element.tag in PARAGRAPHS and slides:
                slides[-1] += _only_texts(element)
    return [Part("".join(texts), SLIDE, number) for number, texts in enumerate(slides, start=1)]


def read_sheets(file, limits):
    """Yield the sheets of an ODS file, each row a line."""
    number = depth = size = 0
    with zipfile.ZipFile(file) as archive:
        for event, element in _walk(archive, "content.xml"):
            if element.tag == SHEET_BEGINS:  # there may be a table in a cell
                depth += 1 if event == "start" else -1
                if event == "start" and depth == 1:
                    number, texts, label, size = number + 1, [], element.get(_name("table:name"), ""), 0
                elif event == "end" and depth == 0:
                    yield Part("".join(texts), SHEET, number, label)
            elif event == "end" and depth and size <= limits.text:
                if element.tag in PARAGRAPHS:
                    cell = "".join(_only_texts(element)).strip()
                    size += len(cell)
                    texts.append(f"{cell}\t")
                elif element.tag == ROW and texts and texts[-1] != "\n":
                    texts.append("\n")


def _walk(archive, name):
    """Yield ("start" or "end", element): whole paragraphs, not what is in them, and nothing that is left out.

    What is done with is thrown away, so that memory does not grow with the file.
    """
    inside = left_out = 0
    with archive.open(name) as source:
        walker = etree.iterparse(
            source, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        for event, element in walker:
            tag, step = element.tag, 1 if event == "start" else -1
            if tag in LEFT_OUT:
                left_out += step
            elif left_out:
                continue
            elif tag in PARAGRAPHS:
                inside += step
                if not inside and event == "end":
                    yield event, element
            elif not inside:
                yield event, element
            if event == "end" and not inside and (tag in PARAGRAPHS or tag == ROW):
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]


def _only_texts(element):
    return [text for text in _paragraph(element, _Styles()) if isinstance(text, str)]


def _paragraph(element, styles):
    """Yield the texts and breaks of a paragraph; there may be others in it, in boxes and notes."""
    style = element.get(_name("text:style-name"))
    if style in styles.before:
        yield HARD_BREAK
    yield WHITE_SPACE.sub(" ", element.text or "")
    for child in element:
        yield from _inside(child, styles)
        yield WHITE_SPACE.sub(" ", child.tail or "")
    yield "\n"
    if style in styles.after:
        yield HARD_BREAK


def _inside(element, styles):
    tag = element.tag
    if not isinstance(tag, str) or tag in LEFT_OUT:
        return
    if tag in PARAGRAPHS:
        yield "\n"
        yield from _paragraph(element, styles)
        return
    if tag == _name("text:soft-page-break"):
        yield SOFT_BREAK
    elif tag == _name("text:line-break"):
        yield "\n"
    elif tag == _name("text:tab"):
        yield "\t"
    elif tag == _name("text:s"):
        yield " "
    yield WHITE_SPACE.sub(" ", element.text or "")
    for child in element:
        yield from _inside(child, styles)
        yield WHITE_SPACE.sub(" ", child.tail or "")
