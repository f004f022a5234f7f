import pytest

from hub.plain_text import to_html

REL = 'rel="nofollow ugc noopener"'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One\n\nTwo\nthree", "<p>One</p>\n\n<p>Two<br>three</p>"),
        ("One\r\n\r\nTwo", "<p>One</p>\n\n<p>Two</p>"),
        ("", "<p></p>"),
        ("<b>bold</b> & co", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; co</p>"),
        ("https://a.example/x?y=1.", f'<p><a href="https://a.example/x?y=1" {REL}>https://a.example/x?y=1</a>.</p>'),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        ("data:text/html,x", "<p>data:text/html,x</p>"),
        ("me@example.org", f'<p><a href="mailto:me@example.org" {REL}>me@example.org</a></p>'),
        ('https://a.example/"onmouseover="x', None),
        ("مرحبا", "<p>مرحبا</p>"),
    ],
)
def test_shows_paragraphs_and_safe_links_only(typed, shown):
    html = to_html(typed)
    if shown is not None:
        assert html == shown
    assert ' onmouseover="' not in html


def test_very_long_text_takes_no_time():
    assert to_html("https://" + "a" * 100_000)
    assert to_html("((((" * 20_000 + "@.")
