"""What members type or paste: kept as clean plain text, and turned into rich text when it becomes a page."""

import hashlib
import html
import re
from dataclasses import dataclass

import nh3
from django.utils.html import escape

from hub.plain_text import to_html

LONGEST = 60_000  # characters of one answer: 5,000 words have about 30,000

# What a word processor leaves in the clipboard, where it is not plain text already.
MARKUP = re.compile(r"<(?:p|div|span|img|table|ul|ol|li|h[1-6]|o:p|meta|style|!--)\b|<!--", re.IGNORECASE)
BLOCKS = re.compile(r"</(?:p|div|h[1-6]|tr|ul|ol|table|blockquote)>", re.IGNORECASE)
TAGS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "table", "blockquote"}
PICTURE = re.compile(r"<img\b|<v:imagedata\b", re.IGNORECASE)
POINT = "•"
PLACE_OF_A_PICTURE = "\ufffc"  # U+FFFC OBJECT REPLACEMENT CHARACTER
# Control characters other than line breaks and tabs; soft hyphens and marks of no width, but not the two joiners,
# which Arabic and other scripts need.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u2060\ufeff]")
BULLET = re.compile(r"^[ \t]*(?:[•·▪◦●○■\uf0b7\uf0a7*]|[-–—](?=\s))[ \t]*")


@dataclass(frozen=True)
class Cleaned:
    """A text as it is kept, and how many pictures were left out of it."""

    text: str
    pictures: int = 0


def clean(text):
    """Return what somebody typed or pasted as `Cleaned`: plain text, its paragraphs and lists as they were."""
    text = str(text or "").replace("\r\n", "\n").replace("\r", "\n")
    pictures = text.count(PLACE_OF_A_PICTURE)
    if MARKUP.search(text):
        pictures += len(PICTURE.findall(text))
        text = _without_markup(text)
    text = UNSEEN.sub("", text.replace(PLACE_OF_A_PICTURE, "")).replace("\xa0", " ").replace("\u2028", "\n")
    text = re.sub(r"[ \t]+\n", "\n", text)
    return Cleaned(re.sub(r"\n{3,}", "\n\n", text)[:LONGEST], pictures)


def _without_markup(text):
    text = nh3.clean(text, tags=TAGS, attributes={})
    text = re.sub(r"\s*\n\s*", " ", text)  # lines mean nothing in HTML
    text = re.sub(r"<br>", "\n", text)
    text = re.sub(r"<li>\s*", f"\n{POINT} ", text)
    text = re.sub(r"</td>", " ", text)
    text = BLOCKS.sub("\n\n", text)
    lines = html.unescape(re.sub(r"<[^>]*>", "", text)).split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def in_short(text, longest):
    """Return the first words of `text`, in one line of at most `longest` characters."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    words = line[:longest].rpartition(" ")[0].rstrip(" ,;:.–") or line[: longest - 1]
    return f"{words}…"


def mark_of(text):
    """Return a short mark of `text`, by which two devices tell whether an answer is still as they saw it."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def to_rich(text):
    """Return plain text as rich text the way Wagtail keeps it: paragraphs, lists, links."""
    parts = []
    for block in re.split(r"\n\s*\n", text.strip()):
        words, points = [], []
        for line in block.split("\n"):
            if BULLET.match(line):
                if words:
                    parts.append(_paragraph(words))
                    words = []
                points.append(BULLET.sub("", line))
            else:
                if points:
                    parts.append(_list(points))
                    points = []
                words.append(line)
        if words:
            parts.append(_paragraph(words))
        if points:
            parts.append(_list(points))
    return "".join(parts)


def to_plain(rich):
    """Return rich text as somebody would type it. What is more than paragraphs, lists and links is lost."""
    text = re.sub(r"<li>", f"{POINT} ", re.sub(r"</li>(?!</ul>)", "\n", rich))
    text = re.sub(r"</p>|</ul>", "\n\n", re.sub(r"<br\s*/?>", "\n", text))
    return html.unescape(re.sub(r"<[^>]*>", "", text)).strip()


def _paragraph(lines):
    text = "\n".join(lines).strip()
    return re.sub(r' rel="[^"]*"', "", to_html(text)).replace("<br>", "<br/>").replace("\n", "") if text else ""


def _list(points):
    return f"<ul>{''.join(f'<li>{escape(point.strip())}</li>' for point in points)}</ul>"
