"""Text out of TXT, MD, CSV, HTML and RTF files, in whatever encoding they are."""

import codecs
import csv
import re

from charset_normalizer import from_bytes
from lxml import etree
from markdown_it import MarkdownIt
from striprtf.striprtf import rtf_to_text

from .parts import BROKEN, SHEET, WRONG_TYPE, Part, UnreadableError

# What speakers of the languages that members write in save files as, besides Unicode; the commonest first.
OLD_ENCODINGS = [
    "cp1252", "cp1256", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "gb18030", "big5", "cp932", "euc_kr",
]  # fmt: skip
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
WESTERN = frozenset("áéíóúýàèìòùâêîôûäëïöüñçãõåøæœßÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÑÇÃÕÅØÆŒ¿¡ºª°«»‹›“”„‘’‚–—…•·€£§©®\xa0\xad")
SAMPLE = 64 * 1024  # bytes that an encoding is told by
TABLE_SAMPLE = 8 * 1024  # letters that the way a table is written is told by
MOST_MARKDOWN = 1024 * 1024  # letters; beyond that its signs are left in, because markdown-it takes too long

CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
UNSEEN = {"script", "style", "template", "noscript", "svg", "math", "object", "select"}
IN_LINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "ruby",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip

# Pictures and other things that are no text, written as long runs of hexadecimal digits.
RTF_DATA = re.compile(rb"[0-9a-fA-F]{32,}")
RTF_BINARY = re.compile(rb"\\bin(\d+) ?")


def decode(data):
    """Return text from bytes; raise `UnreadableError` if they are no text."""
    for mark, encoding in BYTE_ORDER_MARKS.items():  # that of UTF-32 begins like that of UTF-16
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:SAMPLE]
    if _is_western(sample):
        return data.decode("cp1252", "replace")
    best = from_bytes(sample, cp_isolation=OLD_ENCODINGS, threshold=0.5, enable_fallback=False).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _is_western(sample):
    """Tell whether bytes read as a language of Western Europe: a short text is too little for statistics."""
    text = sample.decode("cp1252", "replace")
    marked = [letter for letter in text if not letter.isascii()]
    return WESTERN.issuperset(marked) and 4 * len(marked) < len(text)


def _without_mark(data):
    """Return text in UTF-16 that does not say so: Western letters have a zero in each pair of bytes."""
    sample = data[:SAMPLE]
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    if max(zeros) * 5 > len(sample) / 2 and min(zeros) * 20 < max(zeros) + 20:
        try:
            return data[: len(data) // 2 * 2].decode("utf-16-be" if zeros[0] > zeros[1] else "utf-16-le")
        except UnicodeDecodeError:
            pass
    raise UnreadableError(WRONG_TYPE)


def read_text(file, limits):
    yield Part(decode(file.read()))


def read_table(file, limits):
    """Yield a CSV file as one sheet: each row a line, whatever stands between its cells."""
    text = decode(file.read())
    lines = text.splitlines()
    if lines and lines[0].lower().startswith("sep="):  # spreadsheets write it to tell each other
        lines = lines[1:]
    try:
        dialect = csv.Sniffer().sniff("\n".join(lines)[:TABLE_SAMPLE], delimiters=",;\t|")
        text = "\n".join("\t".join(filter(None, row)) for row in csv.reader(lines, dialect))
    except csv.Error:
        pass  # one column, or not quite a table: the text is there all the same
    yield Part(text, SHEET)


def read_markdown(file, limits):
    """Yield a Markdown file without its signs."""
    text = decode(file.read())
    if len(text) <= MOST_MARKDOWN:
        markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        text = _html_text(markdown.render(text))
    yield Part(text)


def read_html(file, limits):
    """Yield what a browser shows of an HTML file, and its title."""
    data = file.read()
    said = CHARSET.search(data[:4096])
    try:
        text = data.decode(codecs.lookup(said[1].decode()).name, "replace") if said else decode(data)
    except (LookupError, UnicodeError):  # an encoding that nobody knows, or that is none for text
        text = decode(data)
    yield Part(_html_text(text))


def _html_text(html):
    if not html.strip():
        return ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser)
    if root is None:
        return ""
    texts = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        is_seen = isinstance(element.tag, str) and element.tag not in UNSEEN
        if element.tag not in IN_LINE:
            texts.append("\n")
        if event == "start":
            if is_seen:
                texts.append(element.text or "")
            else:
                walker.skip_subtree()
        else:
            texts.append(element.tail or "")
    return "".join(texts)


def read_rtf(file, limits):
    """Yield an RTF file as one whole."""
    data = file.read()
    if b"}" not in data:
        raise UnreadableError(BROKEN)  # cut off
    data = RTF_DATA.sub(b" ", _without_binary(data))
    # Each byte a letter: what is not ASCII is escaped, and striprtf follows the code page that the file names.
    yield Part(rtf_to_text(data.decode("latin-1"), errors="replace"))


def _without_binary(data):
    kept, position = [], 0
    for found in RTF_BINARY.finditer(data):
        if found.start() >= position:
            kept.append(data[position : found.start()])
            position = found.end() + int(found[1][:12])
    return b"".join([*kept, data[position:]])
