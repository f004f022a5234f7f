"""A word in each place where documents have words is read, and the place is right."""

import io

import pytest

from search.attachments.formats import pdf
from search.attachments.reading import read
from search.models import AttachmentPage

from . import documents

RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author Edith}}\f0 Caf\'e9 \b kitty\b0\par "
    rb"{\*\shppict{\pict\pngblip " + b"89504e47" * 200 + rb"}}\u1605?\u1585? fin.}"
)
HTML = (
    "<!doctype html><html><head><title>Rota</title><style>p {color: red}</style><script>var secret</script></head>"
    "<body><p>Ask the <b>care</b>taker &amp; co.<br>Now.<!-- not this --></p><ul><li>Keys<li>Alarm</ul></body></html>"
)
MARKDOWN = "# Rota\n\n| Who | When |\n| --- | --- |\n| *Amal* | Monday |\n\n[The hall](https://example.org/hall)\n"


def parts(data, name):
    reading = read(io.BytesIO(data), name)
    assert (reading.reason, reading.is_cut) == ("", False)
    return [(page.place, page.number, page.label, page.text) for page in reading.pages]


def test_pdf():
    data = documents.pdf("One\nTwo lines", "", "The honorarium")
    assert parts(data, "a.pdf") == [("page", 1, "", "One\nTwo lines"), ("page", 3, "", "The honorarium")]


def test_pdf_that_anybody_may_open_but_not_change():
    assert parts(documents.encrypted_pdf(""), "a.pdf") == [("page", 1, "", "Open to all")]


def test_word():
    assert parts(documents.word(), "a.docx") == [
        ("page", 1, "", "Paying people\nFirst page.\nCost\nAmount\nBabysitter\n40 pounds\nLetterhead of the council"),
        ("page", 2, "", "Second page."),
    ]


def test_word_with_breaks_of_its_author():
    text = "One.</w:t><w:br w:type='page'/><w:t>Two.</w:t><w:br w:type='page'/><w:t>Three."
    assert parts(documents.word_with(text=text), "a.docx")[1:] == [("page", 2, "", "Two."), ("page", 3, "", "Three.")]


def test_a_long_text_without_pages_is_one_whole():
    (part,) = parts(documents.word_with(text="Long. " * 1000 + "End."), "a.docx")
    assert part[:3] == ("whole", 1, "")
    assert part[3].startswith("Long. Long.")
    assert part[3].endswith("End.\nLetterhead of the council")


def test_word_notes_and_boxes():
    inside = (
        "Mark</w:t><w:footnoteReference w:id='2'/></w:r><w:r><w:t> goes on.</w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t> Filled in.</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>"
    )
    note = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:footnote w:id='2'><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    plain = documents.word()
    relations = documents.part_of(plain, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes"/></Relationships>',
    )
    data = documents.with_parts(
        plain,
        {
            "word/document.xml": documents.WORD_XML.format(doctype="", text=inside),
            "word/footnotes.xml": note,
            "word/_rels/document.xml.rels": relations,
        },
    )
    ((*_, text),) = parts(data, "a.docx")
    assert text == "Mark goes on. Filled in.In a box\nThe note.\nLetterhead of the council"


def test_slides():
    assert parts(documents.slides(), "a.pptx") == [
        ("slide", 1, "", "Welcome"),
        ("slide", 2, "", "Costs\nInterpreter\nTwo hours\nMention the honorarium."),
    ]


def test_workbook():
    assert parts(documents.workbook(), "a.xlsx") == [
        ("sheet", 1, "Read me", "How to use this"),
        ("sheet", 2, "Budget 2026", "Line\nCrèche\t1250.5\n2026-04-19"),
    ]


def test_open_text():
    assert parts(documents.open_text(), "a.odt") == [
        ("page", 1, "", "Ground rules\nOne person speaks.\nSaid by a facilitator.\nTalking stick\nYes"),
        ("page", 2, "", "Second page."),
    ]


def test_open_sheets():
    assert parts(documents.open_sheets(), "a.ods") == [
        ("sheet", 1, "Rooms", "Hall\tKitchen"),
        ("sheet", 2, "Prices", "Minibus\t90"),
    ]


def test_open_slides():
    assert parts(documents.open_slides(), "a.odp") == [
        ("slide", 1, "", "Welcome"),
        ("slide", 2, "", "Evaluation\nHand out the crayons."),
    ]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (RTF, "a.rtf", [("whole", 1, "", "Café kitty\nمر fin.")]),
        (HTML.encode(), "a.html", [("whole", 1, "", "Rota\nAsk the caretaker & co.\nNow.\nKeys\nAlarm")]),
        (MARKDOWN.encode(), "a.md", [("whole", 1, "", "Rota\nWho\nWhen\nAmal\nMonday\nThe hall")]),
        (b"Name;Need\nAmal;Loop\n", "a.csv", [("sheet", 1, "", "Name\tNeed\nAmal\tLoop")]),
        ("sep=;\nName;Need\nAmal;Loop".encode("utf-16"), "a.csv", [("sheet", 1, "", "Name\tNeed\nAmal\tLoop")]),
        ("Plain text".encode("utf-16-le"), "a.txt", [("whole", 1, "", "Plain text")]),
        ("\ufeffPlain".encode(), "a.txt", [("whole", 1, "", "Plain")]),
        ("¿Cómo pagamos a la señora mañana?".encode("latin-1"), "a.txt",
         [("whole", 1, "", "¿Cómo pagamos a la señora mañana?")]),
        ("Nombre,Año\nMuñoz,2026\n".encode("latin-1"), "a.csv", [("sheet", 1, "", "Nombre\tAño\nMuñoz\t2026")]),
        ("كيف ندفع للأشخاص مقابل المشاركة في اللجان".encode("cp1256"), "a.txt",
         [("whole", 1, "", "كيف ندفع للأشخاص مقابل المشاركة في اللجان")]),
        ("<meta charset=windows-1251><p>Бюджет".encode("cp1251"), "a.htm", [("whole", 1, "", "Бюджет")]),
        (b"BM is how this begins, and %PDF-1.4 is in it", "a.txt",
         [("whole", 1, "", "BM is how this begins, and %PDF-1.4 is in it")]),
    ],
)  # fmt: skip
def test_texts(data, name, expected):
    assert parts(data, name) == expected


def test_the_name_does_not_count_where_the_content_tells():
    assert parts(documents.pdf("Called otherwise"), "a.docx") == [("page", 1, "", "Called otherwise")]


def test_all_that_comes_back_can_be_saved(db):
    assert {place for place, _ in AttachmentPage.Place.choices} == {"whole", "page", "slide", "sheet"}
    (page,) = read(io.BytesIO("Nul\x00 \x1b\ud83d\ude00 \ufffe".encode("utf-16", "surrogatepass")), "a.txt").pages
    assert page.text == "Nul 😀"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # As browsers draw it: each word by itself, the leftmost first, though it is read last.
        ([(".", 50), ("2026", 55), (" ", 95), ("ندفع", 100), (" ", 150), ("كيف", 155)], "كيف ندفع 2026."),
        (
            [("ندفع", 100), (" ", 110), ("12", 120), (" ", 130), ("March", 140), (" ", 150), ("في", 160)],
            "في 12 March ندفع",
        ),
        ([("كيف", 155), (" ", 150), ("ندفع", 100)], "كيف ندفع"),
        ([("Kaif ", 0), ("كيف", 155), (" means how", 180)], "Kaif كيف means how"),
    ],
)
def test_lines_of_arabic_are_put_in_the_order_in_which_they_are_read(line, expected):
    assert pdf._as_read(line) == expected


def test_letters_as_they_are_drawn_become_letters_as_they_are_typed():
    assert pdf.plain_letters("ﻛﻴﻒ oﬃce ② ½") == "كيف office ② ½"


def test_words_broken_at_the_ends_of_lines_are_made_whole_where_that_is_the_habit():
    assert pdf.plain_letters("partici-\npation, meet-\nings, com-\nmunity") == "participation, meetings, community"
    assert pdf.plain_letters("well-\nbeing") == "well-\nbeing"
