"""Words for the same thing: what may be written, and what is told beside the field."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import Synonyms

pytestmark = pytest.mark.django_db

NEW = "/admin/search/synonyms/new/"


def post(editor, words, language="en"):
    return editor.post(NEW, {"language": language, "words": words})


def errors(response):
    return {name: [str(error) for error in found] for name, found in response.context["form"].errors.items()}


def test_adding(editor):
    assert (
        post(editor, " steering   committee \r\n\r\nadvisory group\r\nSteering Committee").url
        == "/admin/search/synonyms/"
    )
    assert Synonyms.objects.get().as_list() == ["Steering Committee", "advisory group"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Please fill this in."),
        ("alone", "Write at least two different words or phrases, each on a line of its own."),
        ("same\nSAME\nsame!", "Write at least two different words or phrases, each on a line of its own."),
        ("\n".join(map(str, range(21))), "Write at most 20 lines."),
        ("a\n" + "b" * 81, f"“{'b' * 30}…” is too long: write at most 80 characters on a line."),
        ("a\n???", "“???” has no word in it."),
    ],
)
def test_bad_words_are_told_beside_the_field(editor, words, told):
    response = post(editor, words)
    assert errors(response) == {"words": [told]}
    assert words.splitlines()[-1:] == response.context["form"]["words"].value().splitlines()[-1:]
    assert not Synonyms.objects.exists()


def test_a_language_that_is_not_there(editor):
    assert list(errors(post(editor, "a\nb", "xx"))) == ["language"]


def test_a_word_that_is_there_already_is_told_with_a_link(editor):
    known = Synonyms.objects.create(language="en", words="<b>panel</b>\nboard")
    response = post(editor, "Board\ncommittee")
    link = f'<a href="/admin/search/synonyms/edit/{known.pk}/">&lt;b&gt;panel&lt;/b&gt;, board</a>'
    assert f"“board” is already in “{link}”. Add your words there instead." in response.text
    assert Synonyms.objects.count() == 1
    assert post(editor, "board\njunta", "es").status_code == 302


def test_changing_a_group_does_not_trip_over_itself(editor):
    known = Synonyms.objects.create(language="en", words="panel\nboard")
    url = f"/admin/search/synonyms/edit/{known.pk}/"
    assert editor.post(url, {"language": "en", "words": "panel\nboard\ngroup"}).status_code == 302
    known.refresh_from_db()
    assert known.as_list() == ["panel", "board", "group"]


def test_the_list(editor):
    Synonyms.objects.create(language="en", words="panel\nboard")
    editor.get("/admin/search/synonyms/")
    with CaptureQueriesContext(connection) as one:
        assert "panel, board" in editor.get("/admin/search/synonyms/").text
    for number in range(5):
        Synonyms.objects.create(language="es", words=f"a{number}\nb{number}")
    with CaptureQueriesContext(connection) as many:
        editor.get("/admin/search/synonyms/")
    assert len(one) == len(many)
    assert "panel" not in editor.get("/admin/search/synonyms/?language=es").text
    assert "a1, b1" in editor.get("/admin/search/synonyms/?q=b1").text


@pytest.mark.parametrize("pk", [0, 999_999])
def test_a_group_that_is_not_there(editor, pk):
    assert editor.get(f"/admin/search/synonyms/edit/{pk}/").status_code == 404
