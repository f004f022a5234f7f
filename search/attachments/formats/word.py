"""Text out of DOCX files: paragraphs, tables, text boxes, notes, headers and footers. Comments are left out."""

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree

from .parts import HARD_BREAK, SOFT_BREAK, numbered_pages, split_at

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box for old programs
OFF = ("0", "false", "off")


def read(file, limits):
    """Return the pages: as Word last saw them, or between the breaks that the author made."""
    part = Package.open(file).main_document_part
    root = _root(part)
    texts = list(_texts(root, _notes(part)))
    is_laid_out = SOFT_BREAK in texts
    stretches = split_at([SOFT_BREAK if is_laid_out else HARD_BREAK], texts)
    around = {"".join(_texts(_root(target), {})).strip() for target in _related(part, "/header", "/footer")}
    stretches[0] = "\n".join([stretches[0], *sorted(filter(None, around))])
    return numbered_pages(stretches, laid_out=is_laid_out)


def _root(part):
    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _related(part, *endings):
    return [
        relation.target_part
        for relation in part.rels.values()
        if not relation.is_external and relation.reltype.endswith(endings)
    ]


def _notes(part):
    """Return the texts of footnotes and endnotes by the tag and the id of the mark that stands for them."""
    notes = {}
    for name in ("footnote", "endnote"):
        for target in _related(part, f"/{name}s"):
            for note in _root(target).iter(qn(f"w:{name}")):
                notes[qn(f"w:{name}Reference"), note.get(qn("w:id"))] = "".join(_texts(note, {}))
    return notes


def _texts(root, notes):
    """Yield texts and breaks in the order in which they are read."""
    waiting = []  # notes stand below the paragraph with their mark
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "end":
            if tag == qn("w:p"):
                yield "\n"
                yield from waiting
                waiting = []
                if _ends_section(element):
                    yield HARD_BREAK
        elif tag == FALLBACK:
            walker.skip_subtree()
        elif tag == qn("w:t"):
            yield element.text or ""
        elif tag == qn("w:tab"):
            yield "\t"
        elif tag == qn("w:noBreakHyphen"):
            yield "-"
        elif tag == qn("w:br"):
            yield HARD_BREAK if element.get(qn("w:type")) == "page" else "\n"
        elif tag == qn("w:lastRenderedPageBreak"):
            yield SOFT_BREAK
        elif tag == qn("w:pageBreakBefore") and element.get(qn("w:val")) not in OFF:
            yield HARD_BREAK
        elif (tag, element.get(qn("w:id"))) in notes:
            waiting.append(notes[tag, element.get(qn("w:id"))])


def _ends_section(paragraph):
    """Tell whether a new section, and with it a new page, begins after the paragraph (ECMA-376 part 1, 17.6.22)."""
    section = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is None:
        return False
    kind = section.find(qn("w:type"))
    return kind is None or kind.get(qn("w:val")) not in ("continuous", "nextColumn")
