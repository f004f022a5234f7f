"""What a document is made of, as far as the search is concerned: pages, slides or sheets with their text."""

from dataclasses import dataclass

WHOLE, PAGE, SLIDE, SHEET = "whole", "page", "slide", "sheet"

ENCRYPTED, BROKEN, TOO_BIG, WRONG_TYPE = "encrypted", "broken", "too_big", "wrong_type"

# Breaks between pages in a list of texts: where the program that wrote the file saw a page end, and where the author
# began a new one.
SOFT_BREAK, HARD_BREAK = object(), object()

# What fits on a page of A4 in a common size of type.
MOST_LETTERS, MOST_LINES = 3000, 60


@dataclass(frozen=True)
class Part:
    """The text of a page, slide or sheet, counted from 1; or of the whole file."""

    text: str
    place: str = WHOLE
    number: int = 1
    label: str = ""


class UnreadableError(Exception):
    """There is no text to be had; `reason` says why."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def numbered_pages(stretches, *, laid_out):
    """Return the texts between breaks as pages; as one whole where a stretch is so long that nobody can number pages.

    `laid_out` says that the breaks come from a program that laid the text out, and not only from the author.
    """
    if laid_out or all(len(text) <= MOST_LETTERS and text.count("\n") <= MOST_LINES for text in stretches):
        return [Part(text, PAGE, number) for number, text in enumerate(stretches, start=1)]
    return [Part("\n".join(stretches))]


def split_at(breaks, texts):
    """Return the texts between `breaks`, joined. A new page that the author asks for at the very start is none."""
    stretches = [[]]
    for text in texts:
        if text in breaks:
            if text is SOFT_BREAK or len(stretches) > 1 or any(map(str.strip, stretches[0])):
                stretches.append([])
        elif isinstance(text, str):
            stretches[-1].append(text)
    return ["".join(stretch) for stretch in stretches]
