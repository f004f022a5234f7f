"""Text out of PPTX files, slide by slide: what is shown, tables, diagrams, charts, and the speaker's notes."""

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from .parts import SLIDE, Part

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CHART_WORD = "{http://schemas.openxmlformats.org/drawingml/2006/chart}strCache"
CHART_VALUE = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"


def read(file, limits):
    """Yield the slides."""
    for number, slide in enumerate(Presentation(file).slides, start=1):
        yield Part("".join(_slide_texts(slide)), SLIDE, number)


def _slide_texts(slide):
    yield from _texts(slide.element)
    for relation in slide.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/diagramData", "/chart")):
            yield from _texts(parse_xml(relation.target_part.blob))
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame):
        yield frame.text


def _texts(root):
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "end":
            if tag == qn("a:p"):
                yield "\n"
        elif tag in (FALLBACK, qn("a:fld")):  # the second: number of the slide, date
            walker.skip_subtree()
        elif tag == qn("a:t"):
            yield element.text or ""
        elif tag == qn("a:br"):
            yield "\n"
        elif tag == qn("a:tab"):
            yield "\t"
        elif tag == CHART_WORD:
            yield from (f"{value.text}\n" for value in element.iter(CHART_VALUE))
