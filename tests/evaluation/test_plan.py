"""The action plan: proposed and own actions, and changing them."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from evaluation import actions
from evaluation.actions import ChangedMeanwhileError, EvaluationError
from evaluation.models import PlannedAction
from evaluation.results import proposals
from tests.factories.evaluation import PlannedActionFactory, block_id

pytestmark = pytest.mark.django_db

TYPED = {"text": "Ask Theo", "who": "Amara", "due_on": "2099-03-31"}


def plan(person):
    return [(one.text, one.who, one.due_on) for one in PlannedAction.objects.filter(evaluation=person.evaluation)]


# What is in it --------------------------------------------------------------------------------------------------------


def test_proposes_what_low_answers_ask_for_the_lowest_first(open_page, planner, toolkit):
    page = open_page(planner, "plan")
    assert [one.proposal.text for one in page.context["proposed"]] == ["Publish a rate", "Write down who decides"]
    assert f'<a href="{toolkit.url}">Step 2 of “Pay people”' in page.text
    assert "The plan is empty" in page.text


def test_takes_what_was_ticked_once(open_page, planner, toolkit):
    for _ in range(2):
        open_page(planner, "take-proposed", {"question": [block_id("rate"), block_id("fine"), "nothing"]})
    (action,) = PlannedAction.objects.all()
    assert (action.text, action.page.pk, action.step) == ("Publish a rate", toolkit.pk, 2)
    page = open_page(planner, "plan")
    assert [one.proposal.text for one in page.context["proposed"]] == ["Write down who decides"]


def test_ticking_nothing_says_what_to_do(open_page, planner):
    response = open_page(planner, "take-proposed", {})
    assert "Tick what you want to do" in response.client.get(response["Location"]).text


def test_a_step_that_has_an_address_is_linked_to(open_page, planner, toolkit):
    toolkit.steps = [("step", {"title": title}) for title in ("Ask", "Pay on the day")]
    toolkit.save_revision().publish()
    assert f'href="{toolkit.url}step/pay-on-the-day/"' in open_page(planner, "plan").text
    toolkit.steps = [("step", {"title": "Ask"})]
    toolkit.save_revision().publish()
    assert f'<a href="{toolkit.url}">Step 2' in open_page(planner, "plan").text  # there is but one step left


@pytest.mark.parametrize("change", ["unpublish", "delete"])
def test_a_toolkit_that_is_gone_is_not_linked_to(open_page, planner, toolkit, change):
    actions.take_proposed(person=planner, questions={block_id("rate")})
    getattr(toolkit, change)()
    page = open_page(planner, "plan")
    assert page.status_code == 200
    assert "Pay people" not in page.text
    assert plan(planner) == [("Publish a rate", "", None)]
    assert [one.link for one in proposals(planner.evaluation)] == [None, None]
    PlannedAction.objects.all().delete()
    assert len(actions.take_proposed(person=planner, questions={block_id("rate")})) == 1


def test_adds_an_action_of_their_own_once(open_page, planner):
    typed = TYPED | {"submission_key": str(uuid4())}
    for _ in range(2):
        assert open_page(planner, "plan", typed).status_code == 302
    assert plan(planner) == [("Ask Theo", "Amara", date(2099, 3, 31))]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 201}, "text"),
        ({"who": "x" * 121}, "who"),
        ({"due_on": "next week"}, "due_on"),
        ({"due_on": "2099-02-30"}, "due_on"),
        ({"due_on": "9999-12-31"}, "due_on"),
        ({"due_on": "0001-01-01"}, "due_on"),
        ({"due_on": "2026-05-05"}, "due_on"),
    ],
)
def test_bad_input_is_told_and_nothing_is_lost(open_page, planner, wrong, field):
    response = open_page(planner, "plan", TYPED | wrong)
    assert list(response.context["form"].errors) == [field]
    assert 'value="Amara"' in response.text or field == "who"
    assert plan(planner) == []


def test_a_key_of_another_plan_makes_no_error(open_page, planner, lead):
    key = str(uuid4())
    open_page(lead, "plan", TYPED | {"submission_key": key})
    response = open_page(planner, "plan", TYPED | {"submission_key": key})
    assert "Send it once more" in response.text


def test_a_full_plan_takes_no_more(planner, monkeypatch):
    monkeypatch.setattr("evaluation.actions.planning.MOST_ACTIONS", 0)
    with pytest.raises(EvaluationError, match="holds 0 actions"):
        actions.add_action(person=planner, text="One more")


# Changing -------------------------------------------------------------------------------------------------------------


def test_changes_and_finishes_an_action(open_page, planner):
    action = PlannedActionFactory(evaluation=planner.evaluation)
    assert open_page(planner, "action", TYPED | {"seen": 0, "is_done": "on"}, pk=action.pk).status_code == 302
    action.refresh_from_db()
    assert (action.text, action.who, action.is_done, action.sequence) == ("Ask Theo", "Amara", True, 1)
    assert action.done_on == timezone.localdate()


@pytest.fixture
def overdue(planner):
    return PlannedActionFactory(evaluation=planner.evaluation, due_on=date(2026, 5, 5))


def test_an_action_is_not_put_off_to_a_day_that_is_over(open_page, overdue, planner):
    with time_machine.travel(datetime(2026, 6, 1, 12, tzinfo=UTC)):
        response = open_page(planner, "action", TYPED | {"due_on": "2026-05-31", "seen": 0}, pk=overdue.pk)
        assert response.context["form"].errors == {"due_on": ["This day is over. Choose today or a later day."]}
        assert 'value="Ask Theo"' in response.text
        today = open_page(planner, "action", TYPED | {"due_on": "2026-06-01", "seen": 0}, pk=overdue.pk)
        assert today.status_code == 302


@pytest.mark.parametrize(
    "changes",
    [{"due_on": "2026-05-05"}, {"due_on": "2026-04-04", "is_done": "on"}],
    ids=["the day that it had", "it is done"],
)
def test_a_day_that_is_over_may_stay_and_may_be_said_of_what_is_done(open_page, overdue, planner, changes):
    assert open_page(planner, "action", TYPED | {"seen": 0} | changes, pk=overdue.pk).status_code == 302
    overdue.refresh_from_db()
    assert (overdue.text, overdue.due_on) == ("Ask Theo", date.fromisoformat(changes["due_on"]))


def test_two_who_change_at_once_lose_no_words(open_page, closed_team):
    lead, theo = closed_team
    action = PlannedActionFactory(evaluation=lead.evaluation, text="Old")
    open_page(lead, "action", TYPED | {"text": "By Amara", "seen": 0}, pk=action.pk)
    response = open_page(theo, "action", TYPED | {"text": "By Theo", "seen": 0}, pk=action.pk)
    assert "By Amara" in response.text
    assert "By Theo" in response.text
    again = TYPED | {"text": "By both", "seen": response.context["form"]["seen"].value()}
    assert open_page(theo, "action", again, pk=action.pk).status_code == 302
    action.refresh_from_db()
    assert (action.text, action.sequence) == ("By both", 2)
    with pytest.raises(ChangedMeanwhileError):
        actions.change_action(person=lead, action=action, text="x", who="", due_on=None, is_done=False, seen=0)


def test_saving_the_same_changes_nothing(planner):
    action = PlannedActionFactory(evaluation=planner.evaluation, text="Same")
    same = actions.change_action(
        person=planner, action=action, text="Same", who="", due_on=None, is_done=False, seen=99
    )
    assert same.sequence == 0


def test_ticks_off_and_on_again(open_page, planner):
    action = PlannedActionFactory(evaluation=planner.evaluation)
    for done, is_done in (("yes", True), ("yes", True), ("no", False)):
        open_page(planner, "tick-action", {"done": done}, pk=action.pk)
        action.refresh_from_db()
        assert action.is_done is is_done
    assert action.sequence == 2


def test_what_is_done_comes_last(open_page, planner):
    for text, day, done_on in (("Done", 1, date(2026, 1, 1)), ("Later", 3, None), ("Soon", 2, None)):
        PlannedActionFactory(evaluation=planner.evaluation, text=text, due_on=date(2099, 3, day), done_on=done_on)
    planned = open_page(planner, "plan").context["planned"]
    assert [action.text for action, _link in planned] == ["Soon", "Later", "Done"]


def test_removes_after_asking(open_page, planner):
    (action,) = actions.take_proposed(person=planner, questions={block_id("rate")})
    assert open_page(planner, "remove-action", pk=action.pk).status_code == 200
    assert PlannedAction.objects.exists()
    open_page(planner, "remove-action", {}, pk=action.pk)
    assert open_page(planner, "remove-action", {}, pk=action.pk).status_code == 404
    assert len(open_page(planner, "plan").context["proposed"]) == 2  # it is proposed again


def test_an_action_that_was_removed_meanwhile_is_told(planner):
    action = PlannedActionFactory(evaluation=planner.evaluation)
    actions.remove_action(person=planner, action=action)
    action.pk = 999
    with pytest.raises(EvaluationError, match="removed"):
        actions.set_done(person=planner, action=action, is_done=True)


def test_before_a_team_has_finished_there_is_no_plan(team):
    for act in (
        lambda: actions.add_action(person=team[0], text="x"),
        lambda: actions.take_proposed(person=team[0], questions=set()),
    ):
        with pytest.raises(EvaluationError, match="finish"):
            act()
