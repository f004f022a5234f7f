"""Writes slides as PPTX, with what the speaker says in the notes: each heading of the text begins a slide."""

from io import BytesIO

from pptx import Presentation
from pptx.util import Pt

from ..markup import smart
from .flow import items, words

TITLE, TITLE_AND_TEXT = 0, 1  # layouts of the empty presentation that comes with python-pptx


def write_pptx(document):
    """Return the document as the bytes of a PPTX file."""
    slides = Presentation()
    about = slides.core_properties
    about.title, about.author, about.subject = smart(document.title), document.author, smart(document.subject)
    about.language = document.language
    slide = _add_slide(slides, TITLE, smart(document.title))
    slide.placeholders[1].text = smart(document.subject)
    for item in items(document.text):
        if item.kind.startswith("heading"):
            slide = _add_slide(slides, TITLE_AND_TEXT, words(item.content))
        elif item.name == "note":
            notes = slide.notes_slide.notes_text_frame
            notes.text = "\n".join(filter(None, [notes.text, words(item.content)]))
        else:
            lines = item.content if item.kind in ("bullets", "numbers") else [item.content]
            for runs in lines:
                _add_line(slide.placeholders[1].text_frame, words(runs))
    data = BytesIO()
    slides.save(data)
    return data.getvalue()


def _add_slide(slides, layout, title):
    slide = slides.slides.add_slide(slides.slide_layouts[layout])
    slide.shapes.title.text = title
    return slide


def _add_line(frame, text):
    line = frame.add_paragraph() if frame.text else frame.paragraphs[0]
    line.text = text
    line.font.size = Pt(26)
