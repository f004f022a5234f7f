"""The steps of a toolkit, out of its text.

A step begins with a heading such as "Step 2: Ask them" or "2. Ask them". Lines below it say something about the step
("Aim: …", "Time: 45 minutes"), and then comes what to do. A heading "Example" begins the words about the filled-in
example. What cannot be read stays in the text, and is told.
"""

import html
import re
import uuid
from difflib import SequenceMatcher
from urllib.parse import unquote

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.html import escape, strip_tags
from django.utils.text import Truncator

from .mapping import plain_name

# In the languages of the hub; a number alone, with a full stop or the like, will do in any.
HEADING = re.compile(
    r"(?:step|paso|الخطوة|خطوة)\s*(?:\d{1,3}\s*[:.)–—-]?|:)\s*(.*)|\d{1,3}\s*[.):]\s+(.+)", re.IGNORECASE | re.DOTALL
)
FIELDS = {
    "aim": "aim", "what_it_is_for": "aim", "purpose": "aim",
    "time": "minutes", "minutes": "minutes", "duration": "minutes", "time_needed": "minutes",
    "who": "who", "who_is_in_the_room": "who", "in_the_room": "who",
    "template": "template_file", "template_file": "template_file", "blank_template": "template_file",
    "example": "example_file", "example_file": "example_file", "filled_in_example": "example_file",
    "case_study": "case_study", "the_case_study_it_came_from": "case_study", "it_came_from": "case_study",
}  # fmt: skip
MAY_GO_ON = {"aim", "who"}  # in the next line
EXAMPLES = {"example", "filled_in_example", "a_filled_in_example", "what_the_example_shows"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LIKE_A_FIELD = re.compile(r"[^\W\d_][\w -]{0,30}:(?:\s|$)")
TIME = re.compile(
    r"(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:hours?|hrs?|h|horas?|ساعات|ساعة)\s*(?:and|y|و)?\s*)?"
    r"(?:(\d{1,5})\s*(?:minutes?|mins?|min|m|minutos?|دقائق|دقيقة)?)?\.?",
    re.IGNORECASE,
)
LONGEST_COMPARED = 500  # words of a step
ALIKE = 0.5


def read_steps(text, plan, *, places, blocks):
    """Return (what stands before the first step, steps as blocks) for clean HTML; notes go to the plan.

    `blocks(html)` returns the blocks of a part of the text.
    """
    before, parts = _parted(text)
    return before, [_Step(plan, places, blocks).read(*part, number) for number, part in enumerate(parts, 1)]


def _parted(text):
    before, parts = [], []
    for node in BeautifulSoup(text, "html.parser").contents:
        title = _title_of_step(node)
        if title:
            parts.append((title, []))
        else:
            (parts[-1][1] if parts else before).append(node)
    return _markup(before), parts


def _title_of_step(node):
    if not isinstance(node, Tag) or node.name not in ("h1", "h2"):
        return ""
    words = _words(node)
    match = HEADING.fullmatch(words)
    return (match[1] or match[2] or words) if match else ""


class _Step:
    """Reads one step. What is wrong with it is told with its number."""

    def __init__(self, plan, places, blocks):
        self.plan, self.places, self.blocks = plan, places, blocks
        self.fields = plan.kind.model._meta.get_field(plan.kind.steps).stream_block.child_blocks["step"].child_blocks
        self.stays = []  # lines that stay in the text, as HTML

    def read(self, title, nodes, number):
        notes_before = len(self.plan.notes)
        value = {"title": self._title(title)}
        for name, said, href in self._lines_about(nodes):
            if name in value:
                self._leave(said, "the step says that already")
            elif found := getattr(self, f"_read_{name}", self._read_words)(name, said, href):
                value[name] = found
        example = _example_out_of(nodes)
        self._tell_headings(nodes)
        value["instructions"] = self.blocks(_markup([*self.stays, *nodes]))
        if example:
            texts = self.blocks(_markup(example))
            value["example"] = "".join(block["value"] for block in texts if block["type"] == "text")
            others = [block for block in texts if block["type"] != "text"]
            if others:
                self.plan.notes.append("an example has words alone: the rest of it stands below what to do")
                value["instructions"] += others
        told = self.plan.notes[notes_before:]
        self.plan.notes[notes_before:] = [f"step {number} ({Truncator(title).chars(40)}): {note}" for note in told]
        return {"type": "step", "value": value}

    def _title(self, title):
        most = self.fields["title"].field.max_length
        if len(title) > most:
            self.plan.notes.append(f"its title was shortened to {most} characters; all of it stands in the text")
            self.stays.append(f"<p><b>{escape(title)}</b></p>")
        return Truncator(title).chars(most)

    def _lines_about(self, nodes):
        """Take the lines about the step from the beginning of `nodes`. Yield (name, words, address of a link in it)."""
        while nodes and (_is_empty(nodes[0]) or self._is_about(nodes[0])):
            said = None
            for line in _lines(nodes.pop(0)):
                words = _words_of(line)
                name, colon, rest = words.partition(":")
                field = FIELDS.get(plain_name(name)) if colon else None
                if field:
                    if said:
                        yield said
                    said = (field, rest.strip(), _link_in(line))
                    self.stays += map(str, _all("img", line))
                elif said and said[0] in MAY_GO_ON and not LIKE_A_FIELD.match(words):
                    said = (said[0], f"{said[1]} {words}", said[2])
                    self.stays += map(str, _all("img", line))
                else:
                    self.stays.append(f"<p>{_markup(line)}</p>")
                    if LIKE_A_FIELD.match(words):
                        self._tell_left(words, f"a step has no “{name[:40]}”")
            if said:
                yield said

    def _is_about(self, node):
        if not isinstance(node, Tag) or node.name not in ("p", "ul"):
            return False
        first = next(iter(_lines(node)), [])
        name, colon, _rest = _words_of(first).partition(":")
        return bool(colon) and plain_name(name) in FIELDS

    def _leave(self, words, why):
        self.stays.append(f"<p>{escape(words)}</p>")
        self._tell_left(words, why)

    def _tell_left(self, words, why):
        self.plan.notes.append(f"“{words[:80]}” stays in the text ({why})")

    # The fields ------------------------------------------------------------------------------------------------------

    def _read_words(self, name, said, href):
        most = self.fields[name].field.max_length
        if len(said) > most:
            self._leave(said, f"at most {most} characters fit under “{name}”")
            return ""
        if href:
            self.plan.notes.append(f"links in {name} became plain text")
        return said

    def _read_minutes(self, name, said, href):
        match, field = TIME.fullmatch(said), self.fields[name].field
        hours, minutes = match.groups() if match else (None, None)
        total = round(float((hours or "0").replace(",", ".")) * 60) + int(minutes or 0)
        if field.min_value <= total <= field.max_value:
            return total
        self._leave(f"Time: {said}", "write a time as 45 minutes, or as 1 hour 30 minutes")
        return None

    def _read_file(self, name, said, href):
        if not (href or said):
            return None
        token = self.places.attachment(unquote(href) if href else said, self.plan)
        if token and self.places.folder.is_image(token):
            self.plan.notes.append(f"file left out: {said[:80]} (it is a picture; put it into the text)")
            return None
        return token

    _read_template_file = _read_example_file = _read_file

    def _read_case_study(self, name, said, href):
        return self.places.page(href or said, self.plan, self.fields[name].target_model) if href or said else None

    def _tell_headings(self, nodes):
        for node in nodes:
            if isinstance(node, Tag) and node.name in ("h1", "h2"):
                self.plan.notes.append(f"the heading “{_words(node)[:80]}” begins no step, and stays in this one")


def _example_out_of(nodes):
    """Take the part below a heading “Example” out of `nodes`, and return it without its heading."""
    for start, node in enumerate(nodes):
        if _level(node) and plain_name(_words(node)) in EXAMPLES:
            after = range(start + 1, len(nodes))
            end = next((number for number in after if 0 < _level(nodes[number]) <= _level(node)), len(nodes))
            part = nodes[start + 1 : end]
            del nodes[start:end]
            return part
    return []


# HTML -----------------------------------------------------------------------------------------------------------------


def _level(node):
    return int(node.name[1]) if isinstance(node, Tag) and node.name in HEADINGS else 0


def _is_empty(node):
    return isinstance(node, NavigableString) and not node.strip()


def _lines(node):
    """Return the lines of a paragraph, or the points of a list, each a list of nodes."""
    if not isinstance(node, Tag):
        return []
    if node.name == "ul":
        return [[*point.children] for point in node.find_all("li", recursive=False)]
    lines = [[]]
    for child in node.children:
        if isinstance(child, Tag) and child.name == "br":
            lines.append([])
        elif isinstance(child, NavigableString):
            first, *others = str(child).split("\n")
            lines[-1].append(NavigableString(first))
            lines += [[NavigableString(other)] for other in others]
        else:
            lines[-1].append(child)
    return [line for line in lines if _words_of(line) or _all("img", line)]


def _all(name, line):
    """Return the elements of that name in a line."""
    tags = [node for node in line if isinstance(node, Tag)]
    return [found for tag in tags for found in ([tag] if tag.name == name else tag.find_all(name))]


def _link_in(line):
    return next((link["href"] for link in _all("a", line) if link.get("href")), "")


def _words(node):
    return " ".join(node.get_text().split())


def _words_of(line):
    return " ".join("".join(node.get_text() for node in line).split())


def _markup(nodes):
    return "".join(escape(node) if isinstance(node, NavigableString) else str(node) for node in nodes)


# From one import to the next ------------------------------------------------------------------------------------------


def with_keys(steps, before):
    """Return `steps`, blocks without identifiers, with those that they had in `before`: addresses hang on them.

    A step is the same if it has the same title; else if its words are the most alike and at least half of them the
    same; else, where there are no words, if it stands at the same place.
    """
    keys = {}
    free = {number: block for number, block in enumerate(before) if block.get("id")}
    for number, step in enumerate(steps):
        title = step["value"]["title"]
        old = next((place for place, block in free.items() if block["value"].get("title") == title), None)
        if old is not None:
            keys[number] = free.pop(old)["id"]
    pairs = [
        (_likeness(step, number, block, place), number, place)
        for number, step in enumerate(steps)
        if number not in keys
        for place, block in free.items()
    ]
    for likeness, number, place in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness >= ALIKE and number not in keys and place in free:
            keys[number] = free.pop(place)["id"]
    return [{**step, "id": keys.get(number) or str(uuid.uuid4())} for number, step in enumerate(steps)]


def _likeness(step, number, block, place):
    new, old = _said_in(step), _said_in(block)
    if not new and not old:
        return ALIKE if number == place else 0
    return SequenceMatcher(None, new, old, autojunk=False).ratio()


def _said_in(block):
    """Return the words of a step besides its title."""
    value = block["value"]
    texts = [value.get("aim") or "", value.get("who") or "", value.get("example") or ""]
    texts += [str(part["value"]) for part in value.get("instructions") or []]
    return html.unescape(strip_tags(" ".join(texts))).split()[:LONGEST_COMPARED]
