"""Markdown and HTML as the blocks that editors write with."""

import time

import pytest

from knowledge.importing.blocks import blocks_of
from knowledge.importing.fields import MARKDOWN_LINK
from knowledge.importing.markup import clean_html, without_template_tags


def blocks(text, *, is_html=False, title=""):
    html, _notes = clean_html(text, is_html=is_html)
    return [(block["type"], block["value"]) for block in blocks_of(html, title=title)[0]]


def text(value):
    return [("text", value)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("One\ntwo", text("<p>One two</p>")),
        ("One\n\ntwo", text("<p>One</p><p>two</p>")),
        ("**b** *i* ~~x~~ `c` <u>u</u>", text("<p><b>b</b> <i>i</i> x c u</p>")),
        ("a < b & c", text("<p>a &lt; b &amp; c</p>")),
        ("- a\n- b\n  - c", text("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>")),
        ("1. a\n\n   more\n2. b", text("<ol><li>a<br/>more</li><li>b</li></ol>")),
        ("#### Small\n\nx", text("<p><b>Small</b></p><p>x</p>")),
        ("```\na  b\nc\n```", text("<p>a  b<br/>c</p>")),
        ("a\n\n---\n\nb", text("<p>a</p><p>b</p>")),
        ("Term\n: Meaning", text("<p><b>Term</b></p><p>Meaning</p>")),
        ("> Said\n>\n> twice", [("quote", {"text": "Said\n\ntwice", "who": "", "role": ""})]),
        ("# Title\n\nx", text("<p>x</p>")),
        ("# Other\n\nx", [("heading", {"text": "Other", "level": "2"}), *text("<p>x</p>")]),
        ("### Three", [("heading", {"text": "Three", "level": "3"})]),
        ("## " + "x" * 130, text(f"<p><b>{'x' * 130}</b></p>")),
        ("x[^1]\n\n[^1]: note", text("<p>x<sup>[1]</sup></p><ol><li>note</li></ol>")),
        ("", []),
        ("<p></p>\n\n<div><br></div>", []),
        ("<script>alert(1)</script>x<style>y</style>", text("<p>x</p>")),
        ("<div>a<div>b</div>c</div>", text("<p>a</p><p>b</p><p>c</p>")),
        ('<a href="javascript:alert(1)" onclick="x">a</a>', text("<p>a</p>")),
        ('<a href="data:text/html,x">a</a>', text("<p>a</p>")),
        ('<p style="color:red" class="x">a</p>', text("<p>a</p>")),
        ("<iframe src='//x'></iframe>a", text("<p>a</p>")),
        ("<b><i>open", text("<p><b><i>open</i></b></p>")),
        ('<a href="https://e.org/?a=1&amp;b=%22">q</a>', text('<p><a href="https://e.org/?a=1&amp;b=%22">q</a></p>')),
    ],
)  # fmt: skip
def test_markdown(markdown, expected):
    assert blocks(markdown, title="Title") == expected


def test_a_table():
    assert blocks("| A | B |\n|---|---|\n| 1 | **2** |\n| 3 |") == [
        (
            "table",
            {
                "caption": "",
                "columns": [{"type": "text", "heading": "A"}, {"type": "text", "heading": "B"}],
                "rows": [{"values": ["1", "2"]}, {"values": ["3", ""]}],
            },
        )
    ]


def test_a_table_without_a_head():
    [(kind, value)] = blocks("<table><caption>C</caption><tr><td>1<td>2<tr><td>3</table>", is_html=True)
    assert (kind, value["caption"], value["rows"]) == ("table", "C", [{"values": ["1", "2"]}, {"values": ["3", ""]}])


def test_html_is_not_read_as_markdown():
    assert blocks("<p>*stars*</p>", is_html=True) == text("<p>*stars*</p>")


def test_sections_with_markdown_inside_are_read():
    source = '<section class="x" markdown="1">\n## Heading\n- item\n</section>\nAfter\n\n<div markdown=1>*i*</div>'
    assert blocks(source) == [
        ("heading", {"text": "Heading", "level": "2"}),
        ("text", "<ul><li>item</li></ul><p>After</p><p><i>i</i></p>"),
    ]


def test_template_tags_are_removed_and_told():
    html, notes = clean_html(
        "{% include x.html %}[a]({{site.baseurl}}/a/) {{ site.baseurl }} {: .class }"
        "{% comment %}gone{% endcomment %}{% link _posts/b.md %} {{\nmany\nlines }}",
        is_html=False,
    )
    assert "{" not in html
    assert "gone" not in html
    assert 'href="/a/"' in html
    assert "/_posts/b.md" in html
    assert "template tag removed: {% include x.html %}" in notes
    assert "template tag removed: {{site.baseurl}}" in notes
    assert len(notes) == 7


@pytest.mark.parametrize(
    "inside", ["<div>" * 3000, "<ul><li>" * 1000, "> " * 500, "<b>" * 3000, "[" * 20_000, "*" * 20_000]
)
def test_deep_nesting_is_no_harm(inside):
    blocks(inside + "x")
    blocks(inside + "x", is_html=True)


@pytest.mark.parametrize(
    "opened", ["{{ ", "{% ", "{% comment %}", "{% link x", "{: ", "<a ", "<a markdown=1 "], ids=lambda text: text
)
def test_tags_that_are_never_closed_do_not_hold_up_the_import(opened):
    text = opened * (600_000 // len(opened))
    began = time.perf_counter()
    without_template_tags(text)
    assert time.perf_counter() - began < 20  # minutes, if each looked for its end


def test_links_that_are_never_closed_do_not_hold_up_the_import():
    text = "[" * 600_000
    began = time.perf_counter()
    assert MARKDOWN_LINK.sub(r"\1", text) == text
    assert time.perf_counter() - began < 20


def test_a_tag_inside_one_that_is_not_closed_is_removed():
    text, notes = without_template_tags("a {{ b {{ c }} d {% e {% f %} g")
    assert text == "a {{ b  d {% e  g"
    assert notes == ["template tag removed: {{ c }}", "template tag removed: {% f %}"]
