"""The hub's own questions are well-formed, and the figures that come of them are what they say."""

import json
import re
from collections import Counter

import pytest
from django.conf import settings

from bench.own import CLASSES, QUESTIONS, measure, ndcg, questions
from demo.synonyms import SYNONYMS

LANGUAGES = {code for code, _name in settings.LANGUAGES}
LEAST = {"spanish": 15, "arabic": 15, "chinese": 10, "across": 8}
PARTS = {"id", "question", "language", "class", "answers"}


def test_each_line_has_its_parts():
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row.keys() - {"must_find"} == PARTS, row["id"]
        assert json.dumps(row, ensure_ascii=False) == line, row["id"]


def test_ids_and_questions_are_unique():
    for part in ("id", "question"):
        counted = Counter(getattr(question, part) for question in questions())
        assert [value for value, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.id)
def test_a_question_is_judged(question):
    assert re.fullmatch(rf"{question.kind}-\d\d", question.id)
    assert question.kind in CLASSES
    assert question.language in LANGUAGES
    assert question.question == question.question.strip()
    for address, grade in question.answers.items():
        assert grade in ({0, 1, 2, 3} if "/step/" in address else {1, 2, 3})
    assert 3 in question.answers.values()
    assert all(re.fullmatch(r"/(?:[a-z0-9-]+/)+", address) for address in question.answers)
    assert (question.answers.get(question.must_find) == 3) == (question.kind in ("mistakes", "other-words"))


def test_there_are_enough_of_each_class():
    counted = Counter(question.kind for question in questions())
    assert list(counted) == CLASSES
    assert counted.total() >= 140
    assert counted["mistakes"] + counted["other-words"] >= 40
    assert [kind for kind, least in LEAST.items() if counted[kind] < least] == []


def test_synonyms_are_groups_of_words_that_differ():
    assert {language for language, _words in SYNONYMS} == LANGUAGES
    for language in LANGUAGES:
        words = [word.casefold() for code, group in SYNONYMS for word in group if code == language]
        assert [word for word, times in Counter(words).items() if times > 1] == []
    assert [group for _language, group in SYNONYMS if len(group) < 2] == []


# Figures --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grades", "judged", "expected"),
    [
        ([3, 2, 1], [1, 2, 3], 1),
        ([3, 0, 2], [3, 2], 0.9558),  # (7 + 3/2) / (7 + 3/log2(3))
        ([0, 3], [3], 0.6309),  # 1/log2(3)
        ([], [3], 0),
        ([0] * 10 + [3], [3], 0),
        ([3] * 10, [3] * 12, 1),
    ],
)
def test_ndcg(grades, judged, expected):
    assert ndcg(grades, judged) == pytest.approx(expected, abs=0.0001)


def _things():
    """Each address and its Spanish twin as one thing."""
    addresses = {address for question in questions() for address in question.answers}
    return {twin: address for address in addresses for twin in (address, f"/es{address}")}


def _best(question):
    return sorted(question.answers, key=question.answers.get, reverse=True)


def _asking(change):
    """Return a search that knows all the answers, and does with them what `change` says."""
    by_text = {question.question: question for question in questions()}
    return lambda text, language: change(_best(by_text[text]))


def test_a_search_that_knows_all_answers_gets_everything():
    measured = measure(_asking(lambda best: best), _things())
    assert (measured.overall, measured.missed, measured.worst()) == (1, [], [])
    assert {measured.of(kind) for kind in CLASSES} == {1}


def test_translations_count_once():
    measured = measure(_asking(lambda best: [twin for each in best for twin in (f"/es{each}", each)]), _things())
    assert measured.overall == 1


def test_a_search_that_finds_nothing_gets_nothing():
    measured = measure(_asking(lambda best: []), _things())
    assert measured.overall == 0
    assert len(measured.missed) == sum(bool(question.must_find) for question in questions())
    assert len(measured.worst()) == 10


def test_what_must_be_found_may_stand_third_but_not_fourth():
    others = ["/other-1/", "/other-2/", "/other-3/"]
    things = _things() | {other: other for other in others}
    assert measure(_asking(lambda best: [*others[:2], *best]), things).missed == []
    listed = [question for question in questions() if question.must_find]
    assert measure(_asking(lambda best: [*others, *best]), things).missed == listed


def test_an_answer_that_is_not_in_the_hub_is_told():
    things = _things()
    del things["/privacy/"]
    with pytest.raises(LookupError, match=r"there is no /privacy/\. Is the demo in this hub\?"):
        measure(_asking(lambda best: best), things)
