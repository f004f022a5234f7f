"""Clean HTML as the blocks that editors write with."""

from bs4 import BeautifulSoup, NavigableString
from django.utils.html import escape
from django.utils.text import Truncator

CONTAINERS = {"div", "section", "article", "figure", "[document]"}
HEADINGS = {"h1": "2", "h2": "2", "h3": "3"}
INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "sup": "sup", "sub": "sub"}
LONGEST_HEADING = 120
LONGEST_CAPTION = 200
LONGEST_NAME_OF_COLUMN = 255
FOOTNOTE = ("#fn", "#fnref")
MOST_DEPTH = 60


def blocks_of(html, *, title="", refer=lambda href: href, picture=lambda src: None):
    """Return (blocks, notes) for clean `html`.

    `refer(href)` returns what a link is to lead to, or None if it leads nowhere; `picture(src)` returns what a picture
    block is to hold, or None. A first heading that repeats `title` is left out, because the page shows the title.
    """
    maker = _Maker(title, refer, picture)
    maker.read(BeautifulSoup(html, "html.parser"))
    maker.flush()
    return maker.blocks, maker.notes


class _Maker:
    def __init__(self, title, refer, picture):
        self.title, self.refer, self.picture = title, refer, picture
        self.blocks, self.notes = [], []
        self.rich, self.run = [], []  # the text block and the paragraph that are being written

    # Blocks ----------------------------------------------------------------------------------------------------------

    def add(self, kind, value):
        self.flush()
        self.blocks.append({"type": kind, "value": value})

    def flush(self):
        self.end_paragraph()
        if self.rich:
            rich, self.rich = "".join(self.rich), []
            self.blocks.append({"type": "text", "value": rich})

    def end_paragraph(self):
        text, self.run = "".join(self.run).strip(), []
        if text.replace("<br/>", "").strip():
            self.rich.append(f"<p>{text}</p>")

    def read(self, node, depth=0):
        """Read all that is inside `node`."""
        for child in node.children:
            if isinstance(child, NavigableString):
                self.run.append(_escaped(child))
            elif depth > MOST_DEPTH:
                self.run.append(_escaped(child.get_text(" ")))
            elif child.name == "img":
                self.picture_of(child)
            else:
                reader = getattr(self, f"read_{child.name}", None)
                if reader:
                    self.end_paragraph()
                    reader(child, depth)
                    self.end_paragraph()
                elif child.name in CONTAINERS:
                    self.end_paragraph()
                    self.read(child, depth + 1)
                    self.end_paragraph()
                else:
                    self.run.append(self.inline_of(child, depth))
                    self.pictures_in(child)

    def read_p(self, node, depth):
        self.read(node, depth + 1)

    def read_hr(self, node, depth):
        pass

    def read_heading(self, node, depth):
        text = " ".join(node.get_text(" ").split())
        level = HEADINGS.get(node.name)
        if not text or (node.name == "h1" and not self.blocks and not self.rich and text == self.title):
            pass
        elif level and len(text) <= LONGEST_HEADING:
            self.add("heading", {"text": text, "level": level})
        else:
            self.rich.append(f"<p><b>{escape(text)}</b></p>")
        self.pictures_in(node)

    read_h1 = read_h2 = read_h3 = read_h4 = read_h5 = read_h6 = read_heading

    def read_ul(self, node, depth):
        self.rich.append(self.list_of(node, depth))
        self.pictures_in(node)

    read_ol = read_ul

    def read_dl(self, node, depth):
        for child in node.find_all(["dt", "dd"]):
            self.end_paragraph()
            text = self.inside(child, depth + 1).strip()
            self.run.append(f"<b>{text}</b>" if child.name == "dt" and text else text)
            self.end_paragraph()
        self.pictures_in(node)

    def read_pre(self, node, depth):
        lines = node.get_text().strip("\n").split("\n")
        self.run.append("<br/>".join(escape(line.rstrip()) for line in lines))

    def read_blockquote(self, node, depth):
        text = "\n\n".join(" ".join(part.get_text(" ").split()) for part in node.find_all("p")) or node.get_text(" ")
        if text.strip():
            self.add("quote", {"text": text.strip(), "who": "", "role": ""})
        self.pictures_in(node)

    def read_figcaption(self, node, depth):
        caption = " ".join(node.get_text(" ").split())
        if self.blocks and self.blocks[-1]["type"] == "picture" and not self.rich:
            self.blocks[-1]["value"]["caption"] = Truncator(caption).chars(LONGEST_CAPTION)
        else:
            self.run.append(self.inside(node, depth + 1))

    def picture_of(self, node):
        src = node.get("src", "")
        found = self.picture(src) if src else None
        alt = " ".join(node.get("alt", "").split())
        if found is None:
            if alt:
                self.run.append(escape(f"[{alt}]"))
            return
        alt = Truncator(alt).chars(255)
        value = {"image": found, "alt_text": alt, "decorative": not alt}
        self.add("picture", {"picture": value, "caption": Truncator(node.get("title", "")).chars(LONGEST_CAPTION)})

    def pictures_in(self, node):
        """Put the pictures that stand in the middle of a text after it."""
        for image in node.find_all("img"):
            self.picture_of(image)

    def read_table(self, node, depth):
        rows = [row.find_all(["th", "td"], recursive=False) for row in node.find_all("tr")]
        rows = [[" ".join(cell.get_text(" ").split()) for cell in row] for row in rows if row]
        width = max(map(len, rows), default=0)
        if not width:
            return
        rows = [row + [""] * (width - len(row)) for row in rows]
        has_head = node.find("th") is not None
        head = rows[0] if has_head else [""] * width
        if node.find("a"):
            self.notes.append("links in a table became plain text")
        caption = node.find("caption")
        self.add(
            "table",
            {
                "caption": " ".join(caption.get_text(" ").split()) if caption else "",
                "columns": [{"type": "text", "heading": text[:LONGEST_NAME_OF_COLUMN]} for text in head],
                "rows": [{"values": row} for row in rows[1 if has_head else 0 :]],
            },
        )
        self.pictures_in(node)

    # Words -----------------------------------------------------------------------------------------------------------

    def inside(self, node, depth):
        """Return what is inside `node` as one run of rich text."""
        if depth > MOST_DEPTH:
            return _escaped(node.get_text(" "))
        parts = []
        for child in node.children:
            if isinstance(child, NavigableString):
                parts.append(_escaped(child))
            elif child.name in ("p", "div", "pre", "blockquote", "dt", "dd", "tr"):
                _on_new_line(parts, self.inside(child, depth + 1))
            else:
                parts.append(self.inline_of(child, depth))
        return "".join(parts)

    def inline_of(self, node, depth):
        if node.name == "br":
            return "<br/>"
        if node.name == "img":
            return ""
        text = self.inside(node, depth + 1)
        if node.name in INLINE and text.strip():
            return f"<{INLINE[node.name]}>{text}</{INLINE[node.name]}>"
        if node.name == "a" and node.get("href") and text.strip():
            if node["href"].startswith(FOOTNOTE):  # the number stays, the way there and back does not
                return "" if text.strip("\ufe0e") == "↩" else text
            target = self.refer(node["href"])
            return f'<a href="{escape(target)}">{text}</a>' if target else text
        return text

    def list_of(self, node, depth):
        if depth > MOST_DEPTH:
            return f"<ul><li>{_escaped(node.get_text(' '))}</li></ul>"
        items = []
        for item in node.find_all("li", recursive=False):
            text, lists = [], []
            for child in item.children:
                if isinstance(child, NavigableString):
                    text.append(_escaped(child))
                elif child.name in ("ul", "ol"):
                    lists.append(self.list_of(child, depth + 2))
                elif child.name in ("p", "div", "pre", "blockquote", "section"):
                    _on_new_line(text, self.inside(child, depth + 2))
                else:
                    text.append(self.inline_of(child, depth + 2))
            items.append(f"<li>{''.join(text).strip()}{''.join(lists)}</li>")
        return f"<{node.name}>{''.join(items)}</{node.name}>"


def _on_new_line(parts, text):
    """Add `text` to `parts`, on a line of its own."""
    before = "".join(parts).rstrip()
    parts[:] = [before, "<br/>", text.strip()] if before.strip() else [text.strip()]


def _escaped(text):
    return escape(str(text).replace("\n", " "))
