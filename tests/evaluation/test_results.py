"""Scores in a picture and in words, beside last time's and others'."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from evaluation import actions
from evaluation.links import private_address
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
        "Section deciding level 2 of 4 from 1 of 2 questions",
        "Section paying no level yet 0 of 1 questions answered, a level takes 1",
    ]
    assert re.findall(r'width="([\d.]+)"', re.search(r"<figure.*?</figure>", response.text, re.S)[0]) == ["50.0"]
    assert "Based on 2 of 3 questions that you have answered so far." in response.text
    assert 'href="?with' not in response.text


def test_compares_with_their_own_last_time(open_page, lead_again):
    answer(lead_again, {"who": 3, "when": 0, "rate": 1})
    response = open_page(lead_again, "result")
    assert words(response) == [
        "Section deciding level 2.5 of 4 from 2 of 2 questions from 2.5 to 2.5: the same 2 of 2 questions compared",
        "Section paying level 4 of 4 from 1 of 1 questions from 1 to 4: up by 3 1 of 1 questions compared",
    ]
    assert "Based on all 3 questions." in response.text
    assert "3 questions are compared" in response.text


def test_compares_only_what_both_answered(open_page, lead_again):
    answer(lead_again, {"when": 0})
    assert words(open_page(lead_again, "result")) == [
        "Section deciding level 1 of 4 from 1 of 2 questions from 4 to 1: down by 3 1 of 2 questions compared",
        "Section paying no level yet 0 of 1 questions answered, a level takes 1 too little to compare",
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


def test_a_team_is_told_how_little_it_has_settled(open_page, closed_team):
    lead, _theo = closed_team
    empty = open_page(lead, "result").text
    assert "Settle a few questions first." in empty
    assert "You all said the same about 1 question" in empty
    actions.settle(person=lead, question=block_id("rate"), level=1)
    response = open_page(lead, "result")
    assert "Based on 1 of 3 questions that you have settled so far." in response.text
    assert words(response) == [
        "Section deciding no level yet 0 of 2 questions settled, a level takes 1",
        "Section paying level 4 of 4 from 1 of 1 questions",
    ]


def test_a_section_in_which_nothing_applies_has_no_level(open_page, lead):
    answer(lead, {"who": 1, "rate": None})
    assert words(open_page(lead, "result"))[1] == "Section paying does not apply"


def test_the_list_of_answers_leads_to_those_that_are_missing(open_page, lead, closed_team):
    answer(lead, {"who": 1})
    text = open_page(lead, "result").text
    deciding, paying = (private_address(lead, "section", key=block_id(key)) for key in ("deciding", "paying"))
    assert re.findall(r'class="no-print" href="([^"]+#[^"]+)"', text) == [
        f"{deciding}#id_level-{block_id('when')}", f"{paying}#id_level-{block_id('rate')}",
    ]  # fmt: skip
    assert f'id="id_level-{block_id("when")}"' in open_page(lead, "section", key=block_id("deciding")).text
    team = closed_team[0]
    actions.settle(person=team, question=block_id("who"), level=1)
    text = open_page(team, "result").text
    links = [private_address(team, "settle", key=block_id(key)) for key in ("when", "rate")]
    assert [link for link in re.findall(r'class="no-print" href="([^"]+)"', text) if "differences" in link] == links


# Others ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("percent", "told"), [(55, "about 2.7"), (10, "1.3 or lower"), (90, "3.7 or higher")])
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
        f"Section deciding level 2 of 4 from 1 of 2 questions {told} 7 organisations",
        "Section paying no level yet 0 of 1 questions answered, a level takes 1 too few organisations",
    ]


def test_a_bar_that_is_missing_leaves_its_place_empty(open_page, lead):
    answer(lead, {"who": 1})
    BenchmarkFigure.objects.create(
        questionnaire=lead.evaluation.version.questionnaire, section=block_id("paying"),
        quarter=date(2026, 1, 1), organisations=7, percent=50,
    )  # fmt: skip
    deciding, paying = open_page(lead, "result").context["picture"]
    assert [(bar.what, bar.y, bar.length) for bar in deciding.bars] == [("now", 0.0, 50.0)]
    assert [(bar.what, bar.y, bar.length) for bar in paying.bars] == [("others", 5.5, 62.5)]
    assert deciding.height == paying.height


def test_a_figure_that_was_taken_away_is_not_shown(open_page, lead):
    answer(lead, {"who": 1})
    BenchmarkFigure.objects.create(
        questionnaire=lead.evaluation.version.questionnaire, section=block_id("deciding"),
        quarter=date(2026, 1, 1), organisations=7, percent=55, is_shown=False,
    )  # fmt: skip
    assert "2.7" not in "".join(words(open_page(lead, "result")))


def test_only_a_lead_with_a_confirmed_address_agrees_to_be_counted(open_page, closed_team):
    lead, theo = closed_team
    evaluation = lead.evaluation
    open_page(lead, "be-counted", {"agrees": "yes"})
    evaluation.refresh_from_db()
    assert not evaluation.is_counted
    assert "first confirm your e-mail address" in open_page(lead, "result").text
    Person.objects.update(email="a@example.org")
    text = open_page(lead, "result").text
    assert "first confirm a@example.org" in text
    assert "Count us among others" not in text
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
