"""Writes a document as plain text, as people send it from a telephone."""

from ..markup import smart
from .flow import items, words

POINTS = {"bullets": "- ", "numbers": "{}. "}


def write_txt(document):
    """Return the document as the bytes of a text file in UTF-8."""
    lines = [smart(document.title), ""]
    for item in items(document.text):
        if item.kind in POINTS:
            lines += [POINTS[item.kind].format(number) + words(runs) for number, runs in enumerate(item.content, 1)]
        elif item.kind == "table":
            lines += [" | ".join(map(words, row)) for row in item.content]
        else:
            lines.append(words(item.content))
        lines.append("")
    return "\n".join(lines).encode()
