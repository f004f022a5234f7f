"""What is typed or pasted is kept as clean words."""

import pytest

from casestudies.wording import LONGEST, clean, in_short, to_plain, to_rich

FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml>junk</xml><![endif]-->
<style>p.MsoNormal {margin:0}</style><p class="MsoNormal"><b>We met</b> on
Monday.<o:p></o:p></p><p><img src="data:image/png;base64,AAAA"></p><ul><li>Twelve came</li><li>Two
stayed &amp; sang</li></ul><script>alert(1)</script>"""


@pytest.mark.parametrize(
    ("typed", "kept", "pictures"),
    [
        ("One\r\n\r\n\r\nTwo ", "One\n\nTwo ", 0),
        ("a < b and c > d", "a < b and c > d", 0),
        ("see \ufffc here\u200b\xad", "see  here", 1),
        ("ن\u200cن", "ن\u200cن", 0),  # joiners matter in Arabic script
        (FROM_WORD, "We met on Monday.\n\n• Twelve came\n• Two stayed & sang", 1),
        (None, "", 0),
        ("\x07bell\xa0rings", "bell rings", 0),
    ],
)
def test_words_are_kept_and_what_is_around_them_goes(typed, kept, pictures):
    cleaned = clean(typed)
    assert (cleaned.text, cleaned.pictures) == (kept, pictures)


def test_five_thousand_words_with_pictures_from_a_word_processor():
    paragraph = "<p class=MsoNormal>" + "word " * 100 + '<img src="file:///C:/x.png"></p>'
    cleaned = clean(paragraph * 50)
    assert len(cleaned.text.split()) == 5000
    assert cleaned.pictures == 50
    assert len(clean("word " * 30_000).text) == LONGEST


def test_rich_text_keeps_paragraphs_and_lists_and_no_code():
    assert to_rich("One\nmore\n\n• a\n- b\n\n<script>x</script>") == (
        "<p>One<br/>more</p><ul><li>a</li><li>b</li></ul><p>&lt;script&gt;x&lt;/script&gt;</p>"
    )
    assert (
        to_rich("see https://example.org/x") == '<p>see <a href="https://example.org/x">https://example.org/x</a></p>'
    )
    assert to_rich("  ") == ""


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("We met.", "We met."),
        ("We  met\n\non Monday.", "We met on Monday."),
        ("We met on Monday, and again", "We met on Monday…"),
        ("x" * 30, "x" * 19 + "…"),
        ("", ""),
    ],
)
def test_the_first_words_are_whole(text, short):
    assert in_short(text, 20) == short


@pytest.mark.parametrize(
    "typed",
    [
        "", "One", "One\n\nTwo\nlines", "Came:\n\n• one\n• two & three", "• only", "a < b",
        "See https://example.org/a?b=1&c=2 now.",
        "• one\n\nand then\n\n• two",
    ],
)  # fmt: skip
def test_what_became_rich_text_is_typed_again_as_it_was(typed):
    assert to_plain(to_rich(typed)) == typed
