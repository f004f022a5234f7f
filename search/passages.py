"""The words of the question marked where they stand, and the passage that has most of them."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from operator import or_
from urllib.parse import quote

from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import mark_safe

from .models import EntryText
from .text import fold, keeps_beginnings, needs_signs, normalise, stem, words, words_beginning_with

LENGTH = 260  # characters of a passage
BEFORE = 70  # of them before the first marked word
MOST_TEXT = 50_000  # characters that are looked through
MOST_MATCHES = 500
MOST_PAGES = 300  # of files, for all results of a page together
BEGINNING = 4  # letters of a stem by which the texts are chosen that passages are looked for in
POINTED_AT = 6  # words that the link to a passage names


@dataclass(frozen=True)
class Passage:
    """What to show of an entry under its title, and where it stands: in the thing itself, or on a page of a file."""

    html: str
    fragment: str = ""  # to be put behind the address, so that a browser opens it at the passage
    file_title: str = ""
    file_url: str = ""
    place: str = ""
    number: int | None = None


def mark(text, stems, language):
    """Return `text` escaped, with every word whose stem is in `stems` in a <mark>."""
    text = unicodedata.normalize("NFC", text)
    return _marked(text, _matches(text, stems, language), 0, len(text))


def texts_of(entries, stems):
    """Return the EntryTexts that passages of `entries` may come from, by the entries' keys: one query."""
    # Stems have no accents and texts do: words that begin alike are looked through, and those that are it are marked.
    where = reduce(or_, (Q(text__icontains=stem[:BEGINNING]) for stem in list(stems)[:20]), Q(position=0))
    found = defaultdict(list)
    for row in EntryText.objects.filter(where, entry__in=entries).order_by("position")[: len(entries) + MOST_PAGES]:
        found[row.entry_id].append(row)
    return found


def passage(entry, texts, stems):
    """Return the Passage of an entry: its summary, or what answers better in its `texts`, those of files last."""
    summary = unicodedata.normalize("NFC", entry.summary)
    matches = _matches(summary, stems, entry.language)
    best = Passage(_marked(summary, matches, 0, len(summary)))
    most = len({stem for _start, _end, stem in matches}) if summary else -1
    for row in texts:
        text = unicodedata.normalize("NFC", row.text[:MOST_TEXT])
        matches = _matches(text, stems, entry.language)
        start, found = _best_window(matches)
        if found > most or (found and not summary and not best.html):
            most, best = found, _passage_of(row, text, matches, start)
    if not best.html and texts:
        best = _passage_of(texts[0], texts[0].text[:MOST_TEXT], [], 0)
    return best


def _passage_of(row, text, matches, match):
    start, end = _whole_words(text, match)
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    html = mark_safe(before + _marked(text, matches, start, end) + after)  # noqa: S308  escaped by _marked
    if not row.file_title:
        return Passage(html, _text_fragment(text, matches, match))
    # PDF viewers open at a page (RFC 8118 §3).
    fragment = f"#page={row.number}" if row.place == "page" and row.number else ""
    return Passage(html, fragment, row.file_title, row.file_url, row.place, row.number)


def _text_fragment(text, matches, match):
    """Return the fragment that a browser scrolls to (https://wicg.github.io/scroll-to-text-fragment/), or ""."""
    if not matches:
        return ""
    line_end = text.find("\n", match)
    line = text[match : line_end if line_end >= 0 else len(text)]
    said = re.match(rf"\S+(?:[ \t]+\S+){{0,{POINTED_AT - 1}}}", line)
    # A dash would be taken for a part of the fragment's own grammar.
    return "#:~:text=" + quote(said.group(), safe="").replace("-", "%2D") if said else ""


def _matches(text, stems, language):
    stems = set(stems)
    found = []
    for word, start, end in _likely_words(text, stems, language):
        if len(found) == MOST_MATCHES:
            break
        if (key := stem(normalise(word), language)) in stems:
            found.append((start, end, key))
    return found


def _likely_words(text, stems, language):
    """Yield the words of `text` that may have one of `stems`, with their start and end. Most languages change a word's
    end alone, so that few words have to be taken to their stems."""
    if not keeps_beginnings(language) or needs_signs(text):
        return words(text)
    beginnings = {each[:1] for each in stems}
    letters = "".join(sorted(letter for letter in set(text) if fold(normalise(letter))[:1] in beginnings))
    return words_beginning_with(letters, text) if letters else ()


def _best_window(matches):
    """Return the start of the stretch with the most different words, the earliest of several, and how many."""
    best, most = 0, 0
    for index, (start, _end, _stem) in enumerate(matches):
        inside = set()
        for _start, end, key in matches[index:]:
            if end - start > LENGTH - BEFORE:
                break
            inside.add(key)
        if len(inside) > most:
            best, most = start, len(inside)
    return best, most


def _whole_words(text, match):
    start = max(0, match - BEFORE)
    if start:
        space = text.find(" ", start, match)
        start = space + 1 if space >= 0 else match
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > match else end
    return start, end


def _marked(text, matches, start, end):
    parts = []
    for match_start, match_end, _stem in matches:
        if match_end <= start or match_end > end:
            continue
        match_start = max(match_start, start)  # pairs of signs overlap
        parts += [escape(text[start:match_start]), "<mark>", escape(text[match_start:match_end]), "</mark>"]
        start = match_end
    parts.append(escape(text[start:end]))
    whole = "".join(parts).replace("</mark><mark>", "").strip()
    # A new line is the end of a heading or of a paragraph, which a passage does not show otherwise.
    return mark_safe(re.sub(r"\s*\n\s*", " – ", whole))  # noqa: S308  every part is escaped
