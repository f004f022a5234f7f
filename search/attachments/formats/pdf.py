"""Text out of PDF files, page by page."""

import re
import unicodedata

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from .parts import BROKEN, ENCRYPTED, PAGE, Part, UnreadableError

# Letters as they are drawn, which PDF files have instead of those that people type: "ﬁ" and the Arabic forms for the
# beginning, middle and end of a word.
DRAWN_LETTERS = re.compile("[\ufb00-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+")
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
            text = plain_letters(page.extract_text())
        except MemoryError:
            raise
        except Exception:  # a crooked page fails in any way
            has_failed = True
            continue
        yield Part(text, PAGE, number)
    if has_failed:
        raise UnreadableError(BROKEN)


def plain_letters(text):
    """Return `text` with letters as people type them, and with words whole that were broken at the ends of lines."""
    text = DRAWN_LETTERS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    # Few hyphens at ends of lines are those of "co-operative"; many come from a program that breaks words.
    broken = WORD_BROKEN_AT_END.findall(text)
    if len(broken) >= 3 and len(broken) * 20 >= text.count("\n"):
        text = WORD_BROKEN_AT_END.sub("", text)
    return text.replace("\u00ad", "")
