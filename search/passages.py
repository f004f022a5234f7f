"""The words of the question marked where they stand, and the passage that has most of them."""

import unicodedata

from django.utils.html import escape
from django.utils.safestring import mark_safe

from .text import normalise, stem, words

LENGTH = 260  # characters of a passage
BEFORE = 70  # of them before the first marked word
MOST_TEXT = 200_000  # characters that are looked through
MOST_MATCHES = 500


def mark(text, stems, language):
    """Return `text` escaped, with every word whose stem is in `stems` in a <mark>."""
    text = unicodedata.normalize("NFC", text)
    return _marked(text, _matches(text, stems, language), 0, len(text))


def passage(entry, stems):
    """Return what to show of an entry under its title: its summary, or the passage that answers better."""
    summary = unicodedata.normalize("NFC", entry.summary)
    in_summary = _matches(summary, stems, entry.language)
    body = unicodedata.normalize("NFC", entry.body[:MOST_TEXT])
    in_body = _matches(body, stems, entry.language)
    start, found = _best_window(in_body)
    if summary and (not in_body or len({stem for _s, _e, stem in in_summary}) >= found):
        return _marked(summary, in_summary, 0, len(summary))
    start, end = _whole_words(body, start)
    before, after = "… " if start > 0 else "", " …" if end < len(body) else ""
    return mark_safe(before + _marked(body, in_body, start, end) + after)  # noqa: S308  escaped by _marked


def _matches(text, stems, language):
    stems = set(stems)
    found = []
    for word, start, end in words(text):
        if len(found) == MOST_MATCHES:
            break
        if (key := stem(normalise(word), language)) in stems:
            found.append((start, end, key))
    return found


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
        if match_start >= start and match_end <= end:
            parts += [escape(text[start:match_start]), "<mark>", escape(text[match_start:match_end]), "</mark>"]
            start = match_end
    parts.append(escape(text[start:end]))
    # A new line is the end of a heading or of a paragraph, which a passage does not show otherwise.
    return mark_safe("".join(parts).replace("\n", " – "))  # noqa: S308  every part is escaped
