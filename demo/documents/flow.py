"""Reads the light markup into a flow of headings, paragraphs, lists and tables that each writer puts on paper."""

import re
import textwrap
from dataclasses import dataclass

from ..markup import markdown, smart

PICTOGRAM = re.compile(r"^\(([a-z]+)\) ")
FIRST_OF_THE_WIDE = "\u2e80"  # where Unicode's blocks of East Asian scripts begin


@dataclass(frozen=True)
class Document:
    format: str  # "pdf", "docx", "odt", "txt", "pptx" or "xlsx"
    title: str
    author: str
    subject: str
    text: str
    is_easy_read: bool = False
    language: str = "en-GB"


@dataclass(frozen=True)
class Item:
    """One thing on the page. `content` is runs for words, lists of runs for lists, rows of runs for tables.

    What stands beside "(name) " is a pictogram in easy read, and a speaker's note, "(note) ", in slides.
    """

    kind: str  # heading-2, heading-3, paragraph, pictogram, bullets, numbers, table, page-break
    content: list
    name: str = ""  # of the pictogram


def _runs(inline):
    """Return the words of an inline token as a list of (text, is_bold)."""
    runs, is_bold = [], False
    for child in inline.children:
        if child.type in ("strong_open", "strong_close"):
            is_bold = child.type == "strong_open"
        elif child.type in ("softbreak", "hardbreak"):
            if not (runs and runs[-1][0][-1] >= FIRST_OF_THE_WIDE):  # Chinese has no spaces between its words
                runs.append((" ", is_bold))
        elif child.content:
            runs.append((child.content, is_bold))
    return runs


def items(text):
    """Yield the items of a document's text."""
    tokens = markdown.parse(smart(textwrap.dedent(text)))
    gathered, inside = None, ""
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open", "table_open"):
            inside = {"b": "bullets", "o": "numbers", "t": "table"}[token.type[0]]
            gathered = []
        elif token.type in ("bullet_list_close", "ordered_list_close", "table_close"):
            yield Item(inside, gathered)
            gathered, inside = None, ""
        elif token.type == "hr":
            yield Item("page-break", [])
        elif token.type == "tr_open":
            gathered.append([])
        elif token.type == "heading_open":
            inside = f"heading-{token.tag[1]}"
        elif token.type == "inline":
            runs = _runs(token)
            if inside == "table":
                gathered[-1].append(runs)
            elif inside in ("bullets", "numbers"):
                gathered.append(runs)
            elif inside:
                yield Item(inside, runs)
                inside = ""
            else:
                yield _paragraph(runs)


def words(runs):
    """Return runs as plain text."""
    return "".join(text for text, _is_bold in runs)


def _paragraph(runs):
    found = PICTOGRAM.match(runs[0][0]) if runs else None
    if found:
        return Item("pictogram", [(runs[0][0][found.end() :], runs[0][1]), *runs[1:]], found[1])
    return Item("paragraph", runs)
