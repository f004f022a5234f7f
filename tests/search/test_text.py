import pytest

from search.models import Entry, EntryText
from search.passages import mark, passage, texts_of
from search.questions import read_question
from search.text import stems, telling_words, variants
from tests.factories.knowledge import ResourcePageFactory

from .conftest import refresh_all


def test_words_of_one_family_have_one_stem():
    assert stems("volunteers volunteering volunteered", "en") == ["volunt"] * 3
    assert stems("participación PARTICIPACIONES participacion", "es") == ["particip"] * 3
    assert stems("المشاركة مشاركة", "ar") == ["مشارك"] * 2


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How do we pay people for taking part?", ["pay", "people", "part"]),
        ("¿Cómo pagamos a las personas?", ["pagamos", "personas"]),
        ("what is it", ["what", "is", "it"]),  # nothing else remains
        ("no pay no gain", ["pay", "gain"]),
        ("*** \"' --- ()", []),
        ("", []),
    ],
)
def test_words_that_say_something(question, words):
    assert telling_words(read_question(question).words, "en") == words


def test_a_question_is_looked_for_in_every_language():
    assert "reunion" in variants("reuniones", "en")


def test_a_very_long_question_is_cut():
    assert len(read_question(" ".join(f"word{number}" for number in range(2000))).words) == 250


def test_words_are_marked_and_the_rest_is_escaped():
    stems = variants("paying", "en")
    assert mark("<b>We paid & pay & were paying</b>", stems, "en") == (
        "&lt;b&gt;We paid &amp; <mark>pay</mark> &amp; were <mark>paying</mark>&lt;/b&gt;"
    )


def test_the_passage_with_most_words_is_shown():
    body = "A budget. " + "Nothing here. " * 60 + "The budget of <volunteers>. " + "Nothing there. " * 60
    entry = Entry(title="X", summary="", language="en")
    shown = passage(entry, [EntryText(text=body)], stems("volunteer budget", "en")).html
    assert "The <mark>budget</mark> of &lt;<mark>volunteers</mark>&gt;." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 400


def test_the_summary_is_shown_where_it_answers_as_well():
    entry = Entry(title="X", summary="About budgets.", language="en")
    assert passage(entry, [EntryText(text="The budget.")], stems("budget", "en")).html == "About <mark>budgets</mark>."


def test_a_thing_that_is_found_by_its_title_alone_shows_its_beginning():
    entry = Entry(title="Budget", summary="", language="en")
    assert passage(entry, [EntryText(text="It begins here.")], stems("budget", "en")).html == "It begins here."


def test_a_page_of_a_file_is_shown_whatever_the_accents(db, library):
    page = ResourcePageFactory(parent=library, title="Planos")
    refresh_all()
    entry = Entry.objects.get(thing_id=page.pk)
    EntryText.objects.create(
        entry=entry, position=1, file_title="Plano", file_url="/f", place="page", number=3, text="El jardín de al lado"
    )
    stemmed = {"jardin"}
    found = passage(entry, texts_of({entry.pk: entry}, stemmed)[entry.pk], stemmed)
    assert (found.file_title, found.number) == ("Plano", 3)
