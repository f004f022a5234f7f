"""The light markup that the demo is written in: Markdown, with `::: name` … `:::` around what needs a block of its own.

::: tip            note and warning too
::: quote Amina | resident
::: steps          each step starts with "# Title"
::: questions      each question starts with "# Question?"
::: table Caption  one row a line, cells between "|", the first row is the heading
::: video https://vimeo.com/1 | Title
::: file name-of-document | Title
::: picture name-of-picture | caption
::: related Heading
"""

import re
import textwrap
import uuid

from markdown_it import MarkdownIt

FENCE = re.compile(r"^:::[ ]*(\w+)[ ]*(.*)$")
HEADING = re.compile(r"^(##|###) (.+)$")
LINK_TO_PAGE = re.compile(r'<a href="page:([\w-]+)">')

markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
markdown.add_render_rule("softbreak", lambda *args: " ")


def block(block_type, value):
    """Return a block the way StreamField keeps it. Its key lets translations find it again."""
    return {"type": block_type, "value": value, "id": str(uuid.uuid4())}


def _list(values):
    return [block("item", value) for value in values]


def smart(text):
    """Return `text` with typographic quotes and dashes; straight ones are easier to write."""
    text = re.sub(r"(^|[\s(\[–—/|>])\"", r"\1“", text, flags=re.MULTILINE).replace('"', "”")
    text = re.sub(r"(^|[\s(\[–—/|>“])'", r"\1‘", text, flags=re.MULTILINE).replace("'", "’")
    text = re.sub(r"(?<!\.)\.\.\.(?!\.)", "…", text)
    return re.sub(r"(?<=[\s\w])--(?=[\s\w])", "–", text)


def parts(text):
    """Yield (name, argument, text) for each part of `text`; what stands outside `:::` has the name "text"."""
    lines, name, argument = [], "text", ""
    for line in smart(textwrap.dedent(text)).strip().splitlines():
        opened = FENCE.match(line)
        if opened or line.strip() == ":::":
            if any(line.strip() for line in lines) or name != "text":
                yield name, argument, "\n".join(lines).strip()
            lines, name, argument = [], *(opened.groups() if opened else ("text", ""))
        else:
            lines.append(line)
    if any(line.strip() for line in lines):
        yield name, argument, "\n".join(lines).strip()


def rich_text(text, world=None):
    """Return Markdown as rich text the way Wagtail keeps it. `[words](page:slug)` links to a page of the demo."""
    html = markdown.render(smart(textwrap.dedent(text)))
    for old, new in (("strong>", "b>"), ("em>", "i>"), ("\n", "")):
        html = html.replace(old, new)
    html = html.replace("<br>", "<br/>").replace("<br />", "<br/>")
    return LINK_TO_PAGE.sub(lambda found: f'<a linktype="page" id="{world.pages[found[1]].pk}">', html)


def stream(text, world):
    """Return the markup as what a StreamField of `BodyStreamBlock` keeps: a list of {"type", "value"}."""
    blocks = []
    for name, argument, inner in parts(text):
        if name == "text":
            blocks += _words(inner, world)
        else:
            block_type, value = BLOCKS[name](argument, inner, world)
            blocks.append(block(block_type, value))
    return blocks


def _words(text, world):
    """Split at headings; what is between them is one text block."""
    lines = []
    for line in [*text.splitlines(), "## "]:
        heading = HEADING.match(line)
        if heading or line == "## ":
            if "".join(lines).strip():
                yield block("text", rich_text("\n".join(lines), world))
            lines = []
            if heading:
                yield block("heading", {"text": heading[2], "level": str(len(heading[1]))})
        else:
            lines.append(line)


def _split(text, number):
    """Return `text` split at "|" into `number` texts, empty where there are fewer."""
    pieces = [piece.strip() for piece in text.split("|")]
    return (pieces + [""] * number)[:number]


def _titled(text):
    """Yield (title, text) for each part that starts with "# Title"."""
    for piece in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = piece.partition("\n")
        yield title.strip(), rest.strip()


def _callout(tone):
    return lambda argument, text, world: ("callout", {"tone": tone, "text": rich_text(text, world)})


def _quote(argument, text, world):
    who, role = _split(argument, 2)
    return "quote", {"text": " ".join(text.split()), "who": who, "role": role}


def _steps(argument, text, world):
    steps = [{"title": title, "text": rich_text(rest, world)} for title, rest in _titled(text)]
    return "steps", {"steps": _list(steps)}


def _questions(argument, text, world):
    asked = [{"question": question, "answer": rich_text(answer, world)} for question, answer in _titled(text)]
    return "questions", {"questions": _list(asked)}


def _table(argument, text, world):
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    return "table", {
        "caption": argument,
        "columns": [{"type": "text", "heading": heading} for heading in head],
        "rows": [{"values": row} for row in rows],
    }


def _video(argument, text, world):
    url, title = _split(argument, 2)
    return "video", {"url": url, "title": title, "transcript": rich_text(text, world)}


def _file(argument, text, world):
    name, title = _split(argument, 2)
    return "file", {"document": world.documents[name].pk, "title": title}


def _picture(argument, text, world):
    name, caption = _split(argument, 2)
    image = world.images[name]
    return "picture", {
        "picture": {"image": image.pk, "alt_text": image.description, "decorative": False},
        "caption": caption,
    }


def _related(argument, text, world):
    return "related_pages", {"title": argument, "pages": _list(world.pages[slug].pk for slug in text.split())}


BLOCKS = {
    "note": _callout("note"),
    "tip": _callout("tip"),
    "warning": _callout("warning"),
    "quote": _quote,
    "steps": _steps,
    "questions": _questions,
    "table": _table,
    "video": _video,
    "file": _file,
    "picture": _picture,
    "related": _related,
}
