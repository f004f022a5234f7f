"""Scores in a picture and in words, beside last time's and others'."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from evaluation import actions
from evaluation.models import BenchmarkFigure, Person
from tests.factories.evaluation import EvaluationFactory, PersonFactory, answer, block_id, publish, question, section

pytestmark = pytest.mark.django_db


def words(response):
    """Return the text of a page's table, in one line for each row."""
    table = re.search(r"<tbody>(.*?)</tbody>", response.text, re.S)[1]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


@pytest.fixture
def lead_again(lead):
    """The same organisation a year later; its first answers were 0 and 3."""
    answer(lead, {"who": 0, "when": 3, "rate": 0})
    with time_machine.travel(timezone.now() + timedelta(days=365)):
        yield actions.start_again(person=lead, is_team=False)


def test_without_answers_it_says_what_to_do(open_page, lead):
    assert "Nothing to show yet" in open_page(lead, "result").text


def test_tells_the_scores_in_words_and_draws_the_same(open_page, lead):
    answer(lead, {"who": 1, "when": None})
    response = open_page(lead, "result")
    assert words(response) == [
        "Section deciding 33 1 of 2 questions count",
        "Section paying no answer 0 of 1 questions count",
    ]
    assert re.findall(r'width="(\d+)"', re.search(r"<figure.*?</figure>", response.text, re.S)[0]) == ["33"]
    assert "1 question has no answer yet" in response.text
    assert 'href="?with' not in response.text


def test_compares_with_their_own_last_time(open_page, lead_again):
    answer(lead_again, {"who": 3, "when": 0, "rate": 1})
    response = open_page(lead_again, "result")
    assert words(response) == [
        "Section deciding 50 2 of 2 questions count 50 → 50 the same 2 of 2 questions compared",
        "Section paying 100 1 of 1 questions count 0 → 100 up by 100 1 of 1 questions compared",
    ]
    assert "3 questions are compared" in response.text


def test_compares_only_what_both_answered(open_page, lead_again):
    answer(lead_again, {"when": 0})
    assert words(open_page(lead_again, "result")) == [
        "Section deciding 0 1 of 2 questions count 100 → 0 down by 100 1 of 2 questions compared",
        "Section paying no answer 0 of 1 questions count nothing to compare",
    ]


def test_tells_what_was_reworded_and_relevelled(open_page, lead, questionnaire):
    answer(lead, {"who": 0, "when": 3})
    sections = [section("deciding", question("who", "Who has the last word?"), question("when", levels=5))]
    publish(questionnaire, sections)
    with time_machine.travel(timezone.now() + timedelta(days=365)):
        again = actions.start_again(person=lead, is_team=False)
        answer(again, {"who": 3, "when": 0})
        response = open_page(again, "result")
    assert [one.text for one in response.context["reworded"]] == ["Who has the last word?"]
    assert [one.key for one in response.context["relevelled"]] == [block_id("when")]
    assert "are worded differently now" in response.text


def test_an_earlier_time_can_be_chosen_and_a_strangers_cannot(open_page, lead_again, version):
    answer(lead_again, {"who": 3})
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        third = actions.start_again(person=lead_again, is_team=False)
    answer(third, {"who": 1})
    first = lead_again.evaluation.organisation.evaluations.first()
    assert open_page(third, "result").context["chosen"] == lead_again.evaluation
    assert open_page(third, "result", query=f"?with={first.pk}").context["chosen"] == first
    stranger = EvaluationFactory(version=version)
    for absurd in (stranger.pk, third.evaluation_id, "x", "9" * 40):
        assert open_page(third, "result", query=f"?with={absurd}").context["chosen"] == lead_again.evaluation


def test_an_open_team_is_nothing_to_compare_with(open_page, team):
    with time_machine.travel(timezone.now() + timedelta(days=365)):
        again = actions.start_again(person=team[0], is_team=False)
        answer(again, {"who": 1})
        assert open_page(again, "result").context["chosen"] is None


# Others ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("percent", "told"), [(55, "about 55"), (10, "10 or less"), (90, "90 or more")])
def test_shows_others_with_their_number(open_page, lead, percent, told):
    answer(lead, {"who": 1})
    BenchmarkFigure.objects.create(
        questionnaire=lead.evaluation.version.questionnaire,
        section=block_id("deciding"),
        quarter=date(2026, 1, 1),
        organisations=7,
        percent=percent,
    )
    assert words(open_page(lead, "result")) == [
        f"Section deciding 33 1 of 2 questions count {told} 7 organisations",
        "Section paying no answer 0 of 1 questions count too few organisations",
    ]


def test_a_figure_that_was_taken_away_is_not_shown(open_page, lead):
    answer(lead, {"who": 1})
    BenchmarkFigure.objects.create(
        questionnaire=lead.evaluation.version.questionnaire, section=block_id("deciding"),
        quarter=date(2026, 1, 1), organisations=7, percent=55, is_shown=False,
    )  # fmt: skip
    assert "55" not in "".join(words(open_page(lead, "result")))


def test_only_a_lead_with_a_confirmed_address_agrees_to_be_counted(open_page, closed_team):
    lead, theo = closed_team
    evaluation = lead.evaluation
    open_page(lead, "be-counted", {"agrees": "yes"})
    evaluation.refresh_from_db()
    assert not evaluation.is_counted
    assert "Count us among others" not in open_page(lead, "result").text
    Person.objects.update(email="a@example.org", email_confirmed_at=timezone.now())
    assert "Count us among others" in open_page(lead, "result").text
    assert open_page(theo, "be-counted", {"agrees": "yes"}).status_code == 404
    open_page(lead, "be-counted", {"agrees": "yes"})
    evaluation.refresh_from_db()
    assert evaluation.is_counted
    open_page(lead, "be-counted", {"agrees": "no"})
    evaluation.refresh_from_db()
    assert not evaluation.is_counted
    with pytest.raises(actions.EvaluationError, match="began"):
        actions.agree_to_be_counted(person=theo, agrees=True)


def test_nobody_is_told_how_many_agreed_while_they_are_few(open_page, lead, version):
    for number in range(3):
        PersonFactory(
            evaluation__version=version, evaluation__is_counted=True, is_lead=True, email=f"{number}@example.org",
            email_confirmed_at=timezone.now(),
        )  # fmt: skip
    answer(lead, {"who": 1})
    assert "3 organisations" not in open_page(lead, "result").text
