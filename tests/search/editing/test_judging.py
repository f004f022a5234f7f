"""Staff say on the results page how well a result answers; the bench measures by it."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench import own
from search.judging import as_lines, grades_of, may_judge
from search.models import Entry, Judgement
from tests.factories.members import UserFactory

pytestmark = pytest.mark.django_db

URL = "/search/judge/"


@pytest.fixture
def entry(advisory):
    return Entry.objects.get(thing_id=advisory.pk)


@pytest.fixture
def facts(entry):
    return {"q": "Steering  committee", "language": "en", "entry": entry.pk, "grade": "3", "next": "/search/?q=a"}


def test_a_grade_is_kept_once(editor, edith, entry, facts):
    assert editor.post(URL, facts).url == "/search/?q=a"
    assert editor.post(URL, facts | {"grade": "2"}).url == "/search/?q=a"
    row = Judgement.objects.get()
    assert (row.question, row.language, row.thing_id, row.grade, row.judged_by) == (
        "steering committee", "en", entry.thing_id, 2, edith,
    )  # fmt: skip
    assert may_judge(edith)
    with CaptureQueriesContext(connection) as queries:
        assert grades_of(edith, "steering COMMITTEE", "en", [entry.pk]) == {entry.pk: 2}
    assert len(queries) <= 2
    assert grades_of(edith, "other", "en", [entry.pk]) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"q": ""}, {"q": "???"}, {"q": "a" * 500}, {"language": "xx"}, {"entry": "0"}, {"entry": "x"}, {"grade": "4"},
        {"grade": ""}, {"grade": "-1"},
    ],
)  # fmt: skip
def test_bad_input_keeps_nothing_and_says_so(editor, facts, wrong):
    response = editor.post(URL, facts | wrong, follow=True)
    assert response.redirect_chain == [("/search/?q=a", 302)]
    assert "The grade was not kept" in response.text
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "", "\\\\evil"])
def test_goes_back_only_to_the_hub(editor, facts, back):
    assert editor.post(URL, facts | {"next": back}).url == "/search/"


def test_what_one_may_not_see_one_may_not_judge(editor, entry, facts):
    Entry.objects.update(audience="group:7")
    editor.post(URL, facts)
    assert not Judgement.objects.exists()


def test_is_not_for_others(client, alice, mona, facts):
    assert client.post(URL, facts).url.startswith("/account/login/")
    for user in (alice, mona):
        client.force_login(user)
        assert client.post(URL, facts).status_code == 403
        assert not may_judge(user)
    assert not Judgement.objects.exists()


def test_following_a_link_changes_nothing(editor):
    assert editor.get(URL).status_code == 405


def judge(entry, by, grade, question="steering committee"):
    Judgement.objects.create(
        question=question,
        language="en",
        thing_type=entry.thing_type,
        thing_id=entry.thing_id,
        grade=grade,
        judged_by=by,
    )


def test_lines_for_the_bench(editor, edith, alice, entry):
    judge(entry, edith, 3)
    judge(entry, alice, 2)
    judge(entry, edith, 0, "bus times")
    [line] = map(json.loads, as_lines())
    assert line == {
        "id": "judged-001",
        "question": "steering committee",
        "language": "en",
        "class": "judged",
        "answers": {"/library/advisory/": 3},
    }
    response = editor.get("/admin/search/judgements/judgements.jsonl")
    assert json.loads(response.text) == line
    assert "judgements.jsonl" in response["Content-Disposition"]
    Entry.objects.update(audience="group:7")
    assert list(as_lines()) == []


def test_the_bench_reads_them(editor, edith, advisory, entry, tmp_path, capsys):
    judge(entry, edith, 3, "advisory")
    judge(entry, edith, 3, "bus times")
    path = tmp_path / "judgements.jsonl"
    path.write_text("\n".join(as_lines()))
    things = own.things_of_the_hub()
    measured = own.measure(own.ask_the_hub, things, path)
    assert [(each.question.question, each.score) for each in measured.asked] == [("advisory", 1.0), ("bus times", 0.0)]
    own.tell(measured, own.titles_of_the_hub(things))
    assert "judged               2    0.500" in capsys.readouterr().out


def test_the_list(editor, edith, entry):
    judge(entry, edith, 3)
    url = "/admin/search/judgements/"
    editor.get(url)
    with CaptureQueriesContext(connection) as one:
        text = editor.get(url).text
    for part in ("steering committee", "Running an advisory group", "Just what was asked", "Download for measuring"):
        assert part in text
    for number in range(5):
        judge(entry, UserFactory(), number % 4)
    with CaptureQueriesContext(connection) as many:
        editor.get(url)
    assert len(one) == len(many)
    Entry.objects.update(audience="group:7")
    text = editor.get(url).text
    assert "Running an advisory group" not in text
    assert "Not there any more" in text
