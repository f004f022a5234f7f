"""Markdown and HTML of other systems, as clean HTML."""

import re
from collections import Counter

import nh3
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

LINK_TAG = re.compile(r"\{%-?\s*link\s+([^\s%]+)\s*-?%\}")  # Jekyll: {% link _methods/dot-voting.md %}
# Each stops where another one begins: where many are left open, looking for every end would take hours.
COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}(?:(?!\{%-?\s*comment\b).)*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
TAG = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}", re.DOTALL)
ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")  # kramdown: {: .class #id}
MARKDOWN_ELEMENT = re.compile(r"""<(\w+)\b(?=[^<>]*>)[^<>]*?\bmarkdown\s*=\s*["']?\w+["']?[^<>]*>""")

TAGS = {
    "p", "br", "a", "b", "strong", "i", "em", "cite", "sup", "sub", "ul", "ol", "li", "dl", "dt", "dd", "blockquote",
    "pre", "code", "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "img", "figure", "figcaption", "div", "section", "article", "hr",
}  # fmt: skip
ATTRIBUTES_KEPT = {"a": {"href"}, "img": {"src", "alt", "title"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_markdown.use(deflist_plugin).use(footnote_plugin)


def clean_html(text, *, is_html):
    """Return (HTML, notes): the text without other systems' template tags, and without what could do harm."""
    text, notes = without_template_tags(text)
    html = text if is_html else _markdown.render(text)
    # html5ever, which nh3 stands on, mends what is not closed.
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES_KEPT, url_schemes=SCHEMES, link_rel=None), notes


def without_template_tags(text):
    """Return (text, notes): the text without Liquid, Jinja and kramdown's tags, and what was removed."""
    found = Counter()

    def tell(match, instead=""):
        tag = re.sub(r"\s+", " ", match.group())
        found[f"{tag[:50]}…" if len(tag) > 50 else tag] += 1
        return instead

    text = COMMENT.sub(tell, text)
    text = LINK_TAG.sub(lambda match: tell(match, "/" + match.group(1).lstrip("/")), text)
    text = TAG.sub(tell, text)
    text = ATTRIBUTES.sub(tell, text)
    elements = {match.group(1) for match in MARKDOWN_ELEMENT.finditer(text)}
    if elements:
        # An empty line around them lets CommonMark read what is inside, as kramdown does.
        found['markdown="1"'] = len(MARKDOWN_ELEMENT.findall(text))
        text = MARKDOWN_ELEMENT.sub("\n\n", text)
        text = re.sub(rf"</(?:{'|'.join(map(re.escape, elements))})\s*>", "\n\n", text)
    notes = [
        f"template tag removed: {tag}" + (f" ({count} times)" if count > 1 else "") for tag, count in found.items()
    ]
    return text, notes
