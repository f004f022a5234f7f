"""Editors find what was not found, answer it, and see whether it helped."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search import asked
from search.models import Answer, AskedQuestion, Entry, PromotedResult, Synonyms

pytestmark = pytest.mark.django_db

URL = "/admin/search/asked/"


def shown(response):
    return [(group["text"], group["times_asked"]) for group in response.context["groups"]]


def test_questions_that_ask_for_the_same_stand_together(editor, was_asked):
    was_asked("steering committee", times=2)
    was_asked("steering committee", days_ago=3)
    was_asked("the steering committees", times=1)
    was_asked("comité directivo", language="es", times=9)
    was_asked("found well", times=20, results=8, covered=100)
    response = editor.get(URL)
    assert shown(response) == [("comité directivo", 9), ("steering committee", 4)]
    assert "and in one other way" in response.text
    assert "the steering committees" in response.text


def test_narrowing(editor, edith, was_asked):
    was_asked("never", times=1)
    was_asked("hardly", times=2, results=2, covered=100)
    was_asked("old", times=3, days_ago=20)
    was_asked("fine", times=4, results=9, covered=100)
    done = was_asked("done", times=5)
    Answer.objects.create(group=done.group, language="en", kind="note", answered_at=timezone.now(), answered_by=edith)
    assert shown(editor.get(URL)) == [("old", 3), ("never", 1)]
    assert shown(editor.get(URL, {"show": "few"})) == [("old", 3), ("hardly", 2), ("never", 1)]
    assert shown(editor.get(URL, {"show": "answered"})) == [("done", 5)]
    assert len(shown(editor.get(URL, {"show": "all"}))) == 5
    assert shown(editor.get(URL, {"days": "7"})) == [("never", 1)]
    assert shown(editor.get(URL, {"days": "30"})) == [("old", 3), ("never", 1)]
    response = editor.get(URL, {"language": "es"})
    assert shown(response) == []
    assert "Nothing of this kind was asked" in response.text


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 30, "<b>"])
def test_filters_that_make_no_sense(editor, was_asked, value):
    was_asked("never")
    assert shown(editor.get(URL, {"show": value, "language": value, "days": value, "p": value})) == [("never", 1)]


def test_pages_and_queries(editor, was_asked, edith):
    was_asked("word0")
    editor.get(URL)
    with CaptureQueriesContext(connection) as one:
        editor.get(URL, {"show": "all"})
    for number in range(1, 40):
        question = was_asked(f"word{number}")
        if number % 2:
            Answer.objects.create(
                group=question.group, language="en", kind="note", answered_at=timezone.now(), answered_by=edith
            )
    with CaptureQueriesContext(connection) as many:
        response = editor.get(URL, {"show": "all"})
    assert len(many) <= len(one) + 1  # how it went since they were answered
    assert len(many) <= 13  # eight of them are Wagtail's: who it is, and the menu
    assert len(shown(response)) == 25
    assert len(shown(editor.get(URL, {"show": "all", "p": "2"}))) == 15


def test_as_a_table(editor, was_asked, edith):
    was_asked("never", times=2)
    question = was_asked("=cmd()", times=1)
    Answer.objects.create(
        group=question.group, language="en", kind="note", note="=1+1", answered_at=timezone.now(), answered_by=edith
    )
    response = editor.get(URL, {"show": "all", "export": "csv"})
    rows = list(csv.reader(StringIO(response.content.decode())))
    assert response["Content-Disposition"] == 'attachment; filename="questions.csv"'
    assert rows[0][:4] == ["Question", "Other ways", "Language", "Times asked"]
    assert [row[0] for row in rows[1:]] == ["never", "'=cmd()"]
    assert rows[2][7:9] == ["Not for us", "'=1+1"]


def test_a_question_that_was_not_found_is_answered_by_a_synonym(editor, advisory, committed):
    """Done when 6, from the reader to the editor and back."""
    reader = Client()
    assert reader.get("/search/", {"q": "steering committee"}).context["total"] == 0
    asked.ledger.write()
    response = editor.get(URL)
    assert shown(response) == [("steering committee", 1)]
    [group] = response.context["groups"]
    form = editor.get(group["links"]["synonym"])
    assert form.context["form"].initial == {"language": "en", "words": "steering committee\n"}
    assert f'action="{group["links"]["synonym"]}"' in form.text
    with committed():
        response = editor.post(
            group["links"]["synonym"], {"language": "en", "words": "steering committee\nadvisory group"}
        )
    assert response.url == group["links"]["look"]
    response = editor.get(response.url)
    assert response.context["results_now"] == 1
    assert response.context["covered_now"] == 100
    assert "Running an advisory group" in response.text
    assert "Before: 0 results" in response.text
    assert "Nobody asked since" in response.text
    response = reader.get("/search/", {"q": "steering committee"})
    assert [result["entry"].title for result in response.context["results"]] == ["Running an advisory group"]
    asked.ledger.write()
    assert shown(editor.get(URL)) == []
    [group] = editor.get(URL, {"show": "answered"}).context["groups"]
    progress = group["progress"]
    assert (progress.answer.kind, progress.answer.results_before) == ("synonym", 0)
    assert (progress.asked_since, progress.results_since, progress.covered_since) == (1, 1, 100)


def test_by_a_promoted_page(editor, advisory, was_asked, committed):
    question = was_asked("steering committee")
    url = f"/admin/search/promoted/new/?question={question.pk}"
    assert editor.get(url).context["form"].initial["phrases"] == "steering committee\n"
    with committed():
        response = editor.post(
            url, {"phrases": "steering committee", "language": "en", "page": advisory.pk, "sort_order": "0"}
        )
    assert response.url == f"{URL}{question.pk}/"
    assert PromotedResult.objects.get().page_id == advisory.pk
    assert Answer.objects.get().kind == "promoted"


def test_by_a_note(editor, edith, was_asked):
    question = was_asked("bus times")
    url = f"{URL}{question.pk}/"
    for _time in range(2):
        assert editor.post(url, {"kind": "note", "note": "Ask the council."}).url == url
    given = Answer.objects.get()
    assert (given.kind, given.note, given.answered_by) == ("note", "Ask the council.", edith)
    text = editor.get(url).text
    assert "Ask the council." in text
    assert "Not for us" in text
    assert editor.post(f"{url}reopen/").url == url
    assert editor.post(f"{url}reopen/").url == url
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"kind": "note"}, "note"),
        ({"kind": "x", "note": "kept"}, "kind"),
        ({}, "kind"),
        ({"kind": "other", "note": "a" * 501}, "note"),
    ],
)
def test_bad_answers(editor, was_asked, typed, field):
    response = editor.post(f"{URL}{was_asked('bus times').pk}/", typed)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert typed.get("note", "") in response.text
    assert not Answer.objects.exists()


def test_what_was_asked_the_same_day_before_the_answer_is_not_counted_since(editor, edith, was_asked):
    question = was_asked("bus times", times=5)
    editor.post(f"{URL}{question.pk}/", {"kind": "other"})
    AskedQuestion.objects.filter(pk=question.pk).update(times=7, results=2, covered=80)
    text = editor.get(f"{URL}{question.pk}/").text
    assert "Asked 2 times since: 2 results, the best has 80%" in text


def test_private_results_are_not_shown(editor, advisory, was_asked):
    question = was_asked("advisory group")
    Entry.objects.update(audience="group:1")
    response = editor.get(f"{URL}{question.pk}/")
    assert response.context["results_now"] == 0
    assert "Running an advisory group" not in response.text


def test_changing_synonyms_takes_effect_at_once(editor, advisory, committed):
    with committed():
        synonyms = Synonyms.objects.create(language="en", words="panel\nboard")
    reader = Client()
    assert reader.get("/search/", {"q": "panel"}).context["total"] == 0
    url = f"/admin/search/synonyms/edit/{synonyms.pk}/"
    with committed():
        editor.post(url, {"language": "en", "words": "panel\nadvisory group"})
    assert reader.get("/search/", {"q": "panel"}).context["total"] == 1
    response = editor.get(url)
    assert [(one["word"], one["total"]) for one in response.context["tried"]] == [("panel", 1), ("advisory group", 1)]
    with committed():
        editor.post(f"/admin/search/synonyms/delete/{synonyms.pk}/")
    assert reader.get("/search/", {"q": "panel"}).context["total"] == 0
