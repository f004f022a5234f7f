"""Reads what is to be brought in, one document after the other."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from .outcomes import Refused

LARGEST_TEXT = 5 * 1024 * 1024
LARGEST_FRONT_MATTER = 64 * 1024
LONGEST_NAME = 60  # characters of a field's name
MARKDOWN = {".md", ".markdown"}
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """One document as it stands in the file."""

    name: str  # as the librarian knows it: the path inside the folder, or the file and line
    key: str  # what it is known by at the next import
    path: str  # inside the folder, with "/"; links are relative to it
    meta: dict
    text: str
    is_html: bool = False
    is_line: bool = False  # of a file of JSON lines
    notes: tuple = ()


class TextLoader(yaml.BaseLoader):
    """Reads YAML in which everything is a text, a list or a mapping: "title: No" is not a false.

    Aliases are refused: a few of them, one in the other, make gigabytes out of a line.
    """

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            raise Refused("its front matter has aliases (*name), which are not read here")
        return super().compose_node(parent, index)


def find_files(root):
    """Return (documents, others): the paths of all files below `root` but hidden ones, in the order of their names."""
    documents, others = [], []
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if any(part.startswith(".") for part in parts) or (path.is_dir() and not path.is_symlink()):
            continue
        (documents if path.suffix.lower() in MARKDOWN else others).append(path)
    return documents, others


def read_markdown(path, root):
    """Return the document in the Markdown file `path`. Raises Refused."""
    name = path.relative_to(root).as_posix()
    text = _read_text(path, root)
    match = FRONT_MATTER.match(text)
    if not match:
        raise Refused("no front matter: it does not begin with a block of fields between two lines of ---")
    meta, notes = _join_paragraphs(_read_front_matter(match.group(1)))
    return Document(
        name=name, key=f"{root.name}/{name}", path=name, meta=meta, text=text[match.end() :], notes=tuple(notes)
    )


def _read_text(path, root):
    if not path.resolve().is_relative_to(root):
        raise Refused("it is a link that leads out of the folder")
    try:
        if not path.is_file():
            raise Refused("it is not a file")
        size = path.stat().st_size
        if size > LARGEST_TEXT:
            raise Refused(f"too large: {size / 1024 / 1024:.0f} MB; at most {LARGEST_TEXT // 1024 // 1024} MB are read")
        return decode(path.read_bytes())
    except OSError as error:
        raise Refused(f"it cannot be read: {error.strerror or error}") from error


def decode(data):
    """Return `data` as text with simple line ends. Raises Refused unless it is UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("it is written in UTF-16; save it as UTF-8")
    if b"\0" in data:
        raise Refused("it is not text but a binary file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"it is not written in UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_front_matter(text):
    if len(text) > LARGEST_FRONT_MATTER:
        raise Refused(f"its front matter is longer than {LARGEST_FRONT_MATTER // 1024} kB")
    try:
        meta = yaml.load(text, Loader=TextLoader)  # noqa: S506  a loader that makes texts, lists and mappings only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        raise Refused(f"its front matter is broken{where}: {getattr(error, 'problem', None) or error}") from error
    except RecursionError as error:
        raise Refused("its front matter is nested too deeply") from error
    if meta in (None, ""):
        raise Refused("its front matter is empty")
    if not isinstance(meta, dict):
        raise Refused("its front matter is not a list of fields (name: value)")
    if any(not isinstance(name, str) for name in meta):
        raise Refused("its front matter has a field whose name is not a text")
    return _writable(meta)


def _writable(meta):
    """Return `meta`. Raises Refused where an escape (\\ud800) stands for half a character, which nothing can store."""
    try:
        json.dumps(meta, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Refused("it has a character that cannot be written") from error
    return meta


def _join_paragraphs(meta):
    """Return (meta, notes), with what is no field put back to the field before it.

    A second paragraph that is not indented reads as a field of its own if there is a colon in it.
    """
    joined, notes, last = {}, [], None
    for name, value in meta.items():
        if len(name) > LONGEST_NAME and isinstance(value, str) and isinstance(joined.get(last), str):
            joined[last] += f"\n\n{name}: {value}"
            notes.append(f"a paragraph that is not indented was taken for a part of “{last}”")
        else:
            joined[name] = value
            last = name
    return joined, notes


def read_lines(path):
    """Yield (name, document or Refused) for each line of a file of JSON lines."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LARGEST_TEXT + 1):
            number += 1
            name = f"{path.name}:{number}"
            is_too_long = len(line) > LARGEST_TEXT
            while is_too_long and line and not line.endswith(b"\n"):
                line = file.readline(LARGEST_TEXT)
            if not is_too_long and not line.strip():
                continue
            try:
                if is_too_long:
                    raise Refused(f"too large: at most {LARGEST_TEXT // 1024 // 1024} MB a line are read")
                yield name, _read_line(line, name, path)
            except Refused as refused:
                yield name, refused


def _read_line(line, name, path):
    try:
        meta = json.loads(decode(line))
    except json.JSONDecodeError as error:
        raise Refused(f"it is not JSON: {error.msg} (column {error.colno})") from error
    except (RecursionError, ValueError) as error:
        raise Refused("it is not JSON that can be read") from error
    if not isinstance(meta, dict):
        raise Refused("it is not an object ({…})")
    _writable(meta)
    html, markdown = meta.pop("html", None), meta.pop("markdown", None)
    for field, value in (("html", html), ("markdown", markdown)):
        if value is not None and not isinstance(value, str):
            raise Refused(f"“{field}” is not a text")
    if html and markdown:
        raise Refused("it has both “html” and “markdown”; one of them is enough")
    known_by = next((meta[field] for field in ("address", "title") if isinstance(meta.get(field), str)), name)
    return Document(
        name=name,
        key=f"{Path(path).name}#{known_by}"[:500],
        path=path.name,
        meta={field: value for field, value in meta.items() if value is not None},
        text=(html or markdown or "").replace("\0", ""),
        is_html=bool(html),
        is_line=True,
    )
