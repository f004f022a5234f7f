import pytest

from search.models import Entry
from search.passages import mark, passage
from search.text import question_stems, question_words, stems


def test_words_of_one_family_have_one_stem():
    assert stems("volunteers volunteering volunteered", "en") == ["volunt"] * 3
    assert stems("participación PARTICIPACIONES participacion", "es") == ["particip"] * 3
    assert stems("المشاركة مشاركة", "ar") == ["مشارك"] * 2


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How do we pay people for taking part?", ["pay", "people", "taking", "part"]),
        ("¿Cómo pagamos a las personas?", ["pagamos", "personas"]),
        ("what is it", ["what", "is", "it"]),  # nothing else remains
        ("no pay no gain", ["pay", "gain"]),
        ("*** \"' --- ()", []),
        ("", []),
    ],
)
def test_words_that_say_something(question, words):
    assert question_words(question, "en") == words


def test_a_question_is_looked_for_in_every_language():
    assert {"reunion"} <= set(question_stems("reuniones", "en"))


def test_a_very_long_question_is_cut():
    assert len(question_words(" ".join(f"word{number}" for number in range(5000)), "en")) == 60


def test_words_are_marked_and_the_rest_is_escaped():
    stems = question_stems("paying", "en")
    assert mark("<b>We paid & pay & were paying</b>", stems, "en") == (
        "&lt;b&gt;We paid &amp; <mark>pay</mark> &amp; were <mark>paying</mark>&lt;/b&gt;"
    )


def test_the_passage_with_most_words_is_shown():
    body = "A budget. " + "Nothing here. " * 60 + "The budget of <volunteers>. " + "Nothing there. " * 60
    entry = Entry(title="X", summary="", body=body, language="en")
    shown = passage(entry, question_stems("volunteer budget", "en"))
    assert "The <mark>budget</mark> of &lt;<mark>volunteers</mark>&gt;." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400


def test_the_summary_is_shown_where_it_answers_as_well():
    entry = Entry(title="X", summary="About budgets.", body="The budget.", language="en")
    assert passage(entry, question_stems("budget", "en")) == "About <mark>budgets</mark>."


def test_a_thing_that_is_found_by_its_title_alone_shows_its_beginning():
    entry = Entry(title="Budget", summary="", body="It begins here.", language="en")
    assert passage(entry, question_stems("budget", "en")) == "It begins here."
