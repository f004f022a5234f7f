"""Text out of PDF files, page by page."""

import re
import unicodedata
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from .parts import BROKEN, ENCRYPTED, PAGE, Part, UnreadableError

# Letters as they are drawn, which PDF files have instead of those that people type: "ﬁ" and the Arabic forms for the
# beginning, middle and end of a word.
DRAWN_LETTERS = re.compile("[\ufb00-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
WORD_BROKEN_AT_END = re.compile(r"(?<=[^\W\d_]{2})[-\u2010\u00ad]\n(?=[^\W\d_]{2})")


def read(file, limits):
    """Yield the pages that can be read; raise `UnreadableError` at the end if there were others."""
    reader = PdfReader(file)
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(ENCRYPTED)
    except (NotImplementedError, DependencyError, FileNotDecryptedError) as error:
        raise UnreadableError(ENCRYPTED) from error
    has_failed = False
    for number, page in enumerate(reader.pages, start=1):
        try:
            text = plain_letters(_page_text(page))
        except MemoryError:
            raise
        except Exception:  # a crooked page fails in any way
            has_failed = True
            continue
        yield Part(text, PAGE, number)
    if has_failed:
        raise UnreadableError(BROKEN)


def _page_text(page):
    """Return the text of a page, with lines of Arabic and Hebrew in the order in which they are read."""
    pieces = []  # what is drawn at one go, and how far from the left it begins
    text = page.extract_text(visitor_text=lambda piece, _cm, matrix, *_: pieces.append((piece, matrix[4])))
    if not RIGHT_TO_LEFT.search(text) or text != "".join(piece for piece, _ in pieces):
        return text
    lines, line = [], []
    for piece, left in pieces:
        line.append((piece.removesuffix("\n"), left))
        if piece.endswith("\n"):
            lines.append(_as_read(line))
            line = []
    return "\n".join([*lines, _as_read(line)])


def _as_read(line):
    """Return a line of pieces as text. Browsers draw it word by word from the left, whichever way it is read.

    Letters are in order already: that much pypdf does.
    """
    lefts = [left for piece, left in line if RIGHT_TO_LEFT.search(piece)]
    if len(lefts) < 2 or any(one >= other for one, other in pairwise(lefts)):
        return "".join(piece for piece, _ in line)
    read, other, between = [], [], []  # words in Latin letters and numbers stay in the order in which they stand
    for piece, _ in reversed(line):
        if RIGHT_TO_LEFT.search(piece):
            read += [*reversed(other), *between, piece]
            other, between = [], []
        elif any(map(str.isalnum, piece)):
            (other if other else read).extend(between)
            other.append(piece)
            between = []
        else:
            between.append(piece)
    return "".join([*read, *reversed(other), *between])


def plain_letters(text):
    """Return `text` with letters as people type them, and with words whole that were broken at the ends of lines."""
    text = DRAWN_LETTERS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    # Few hyphens at ends of lines are those of "co-operative"; many come from a program that breaks words.
    broken = WORD_BROKEN_AT_END.findall(text)
    if len(broken) >= 3 and len(broken) * 20 >= text.count("\n"):
        text = WORD_BROKEN_AT_END.sub("", text)
    return text.replace("\u00ad", "")
