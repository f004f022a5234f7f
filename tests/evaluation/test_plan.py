"""The action plan: proposed and own actions, its files, and reminders."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import icalendar
import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from evaluation import actions
from evaluation.actions import ChangedMeanwhileError, EvaluationError
from evaluation.chores import remind_of_plans
from evaluation.links import end_reminders_address, private_address
from evaluation.models import Person, PlannedAction, Reminder
from evaluation.results import proposals
from tests.factories.evaluation import PersonFactory, PlannedActionFactory, answer, block_id, publish, question, section
from tests.factories.knowledge import ToolkitPageFactory

pytestmark = pytest.mark.django_db

TYPED = {"text": "Ask Theo", "who": "Amara", "due_on": "2027-03-31"}


@pytest.fixture
def toolkit(library):
    return ToolkitPageFactory(parent=library, title="Pay people", slug="pay-people")


@pytest.fixture
def planner(questionnaire, toolkit):
    """Somebody with two low answers; both propose an action, one of them a step of a toolkit."""
    version = publish(
        questionnaire,
        [
            section(
                "deciding",
                question("who", proposed=[(2, "Write down who decides", None, None)]),
                question("rate", levels=0, proposed=[(1, "Publish a rate", toolkit, 2)]),
                question("fine", proposed=[(2, "Not proposed", None, None)]),
            )
        ],
    )
    lead = PersonFactory(
        evaluation__version=version, evaluation__organisation__name="The Tram Shed", name="Amara", is_lead=True
    )
    answer(lead, {"who": 1, "rate": 0, "fine": 3})
    return lead


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
    assert plan(planner) == [("Ask Theo", "Amara", date(2027, 3, 31))]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 201}, "text"),
        ({"who": "x" * 121}, "who"),
        ({"due_on": "next week"}, "due_on"),
        ({"due_on": "2027-02-30"}, "due_on"),
        ({"due_on": "9999-12-31"}, "due_on"),
        ({"due_on": "0001-01-01"}, "due_on"),
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


# Files ----------------------------------------------------------------------------------------------------------------


def test_the_table_holds_no_formula(open_page, planner, toolkit):
    PlannedActionFactory(evaluation=planner.evaluation, text="=HYPERLINK(1)", who="+49", due_on=date(2027, 3, 31))
    actions.take_proposed(person=planner, questions={block_id("rate")})
    response = open_page(planner, "plan-csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[1][:4] == ["'=HYPERLINK(1)", "'+49", "2027-03-31", ""]
    assert rows[2][0] == "Publish a rate"
    assert rows[2][4:] == ["Step 2 of “Pay people”", "http://localhost:8000" + toolkit.url]


def test_the_calendar_is_read_and_tells_no_secret(open_page, planner):
    with time_machine.travel(datetime(2027, 1, 5, 10, tzinfo=UTC), tick=False):
        action = PlannedActionFactory(
            evaluation=planner.evaluation, text="Ask; Theo, please", who="Amara", due_on=date(2027, 3, 31)
        )
        PlannedActionFactory(evaluation=planner.evaluation, text="Without a date")
    response = open_page(planner, "plan-calendar")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="the-tram-shed-')
    calendar = icalendar.Calendar.from_ical(response.content)
    (event,) = calendar.walk("VEVENT")
    assert (event["SUMMARY"], event["DTSTART"].dt, event["DTEND"].dt) == (
        "Ask; Theo, please", date(2027, 3, 31), date(2027, 4, 1),
    )  # fmt: skip
    assert (event["UID"], event["SEQUENCE"]) == (f"{action.uid}@localhost", 0)
    assert b"/mine/" not in response.content
    assert open_page(planner, "plan-calendar").content == response.content

    actions.change_action(
        person=planner, action=action, text="Later", who="", due_on=date(2027, 4, 30), is_done=False, seen=0
    )
    (moved,) = icalendar.Calendar.from_ical(open_page(planner, "plan-calendar").content).walk("VEVENT")
    assert (moved["UID"], moved["SEQUENCE"]) == (event["UID"], 1)


def test_a_calendar_of_a_plan_without_dates_is_empty(open_page, planner):
    calendar = icalendar.Calendar.from_ical(open_page(planner, "plan-calendar").content)
    assert list(calendar.walk("VEVENT")) == []


# Reminders ------------------------------------------------------------------------------------------------------------

DUE = date(2027, 3, 31)


@pytest.fixture
def reminded(planner):
    """Amara wants reminders, and has one action that is due on `DUE`."""
    Person.objects.filter(pk=planner.pk).update(
        email="amara@example.org", email_confirmed_at=timezone.now(), wants_reminders=True
    )
    planner.refresh_from_db()
    planner.action = PlannedActionFactory(evaluation=planner.evaluation, text="Publish a rate", due_on=DUE)
    return planner


def run_days(first, last, hour=3):
    """Run the chore twice on each day from `first` to `last`, counted from `DUE`; return who was told on which day."""
    told = []
    for day in range(first, last + 1):
        moment = datetime(DUE.year, DUE.month, DUE.day, hour, tzinfo=UTC) + timedelta(days=day)
        with time_machine.travel(moment, tick=False):
            for _ in range(2):
                before = len(mail.outbox)
                remind_of_plans(dry_run=False)
                told += [(day, message.to[0]) for message in mail.outbox[before:]]
    return told


@pytest.mark.parametrize("hour", [0, 12, 22])
def test_reminds_a_week_before_and_on_the_day_and_nobody_twice(reminded, hour):
    assert run_days(-20, 20, hour) == [(-7, "amara@example.org"), (0, "amara@example.org")]
    assert "Due in about a week:\n- Publish a rate, 31 March 2027" in mail.outbox[0].body
    assert "Due now:\n- Publish a rate, 31 March 2027" in mail.outbox[1].body


def test_a_worker_that_stood_still_reminds_later(reminded):
    assert run_days(-6, -6) + run_days(1, 1) == [(-6, "amara@example.org"), (1, "amara@example.org")]


def test_what_is_long_over_is_not_told_of(reminded):
    assert run_days(2, 30) == []


def test_what_is_put_off_is_told_of_again(reminded):
    assert run_days(-7, -7) == [(-7, "amara@example.org")]
    PlannedAction.objects.update(due_on=DUE + timedelta(days=7))
    assert run_days(-6, 1) == [(0, "amara@example.org")]


@pytest.mark.parametrize("reason", ["done", "not wanted", "not confirmed", "no address"])
def test_who_gets_none(reminded, reason):
    if reason == "done":
        PlannedAction.objects.update(done_on=DUE)
    else:
        changes = {
            "not wanted": {"wants_reminders": False},
            "not confirmed": {"email_confirmed_at": None},
            "no address": {"email": ""},
        }
        Person.objects.update(**changes[reason])
    assert run_days(-10, 3) == []


def test_several_actions_come_in_one_mail_and_each_person_gets_one(reminded):
    PlannedActionFactory(evaluation=reminded.evaluation, text="The second", due_on=DUE)
    PlannedActionFactory(evaluation=reminded.evaluation, text="The third", due_on=DUE + timedelta(days=7))
    PersonFactory(
        evaluation=reminded.evaluation, email="theo@example.org", email_confirmed_at=timezone.now(),
        wants_reminders=True,
    )  # fmt: skip
    assert sorted(run_days(0, 0)) == [(0, "amara@example.org"), (0, "theo@example.org")]
    body = mail.outbox[0].body
    assert body.index("Due now:") < body.index("The second") < body.index("Due in about a week:")
    assert body.index("Due in about a week:") < body.index("The third")
    assert Reminder.objects.count() == 6


def test_the_chore_only_says_what_it_would_do(reminded):
    with time_machine.travel(datetime(2027, 3, 31, 9, tzinfo=UTC)):
        assert remind_of_plans(dry_run=True) == "Would remind 1 person of plans."
        assert (mail.outbox, Reminder.objects.exists()) == ([], False)
        assert remind_of_plans(dry_run=False) == "Reminded 1 person of plans."
        assert remind_of_plans(dry_run=False) == ""


def test_reminders_end_by_one_click(client, reminded):
    run_days(0, 0)
    path = end_reminders_address(reminded)
    (message,) = mail.outbox
    assert "/self-evaluation/reminders/" in message.extra_headers["List-Unsubscribe"]
    assert "Send me no more" in client.get(path).text
    reminded.refresh_from_db()
    assert reminded.wants_reminders  # opening changes nothing
    assert "You get no more reminders" in client.post(path).text
    reminded.refresh_from_db()
    assert not reminded.wants_reminders
    assert client.post(path).status_code == 200


def test_reminders_need_an_address_that_is_confirmed(open_page, planner):
    open_page(planner, "reminders", {"wants": "yes"})
    planner.refresh_from_db()
    assert not planner.wants_reminders
    Person.objects.update(email="a@example.org", email_confirmed_at=timezone.now())
    assert open_page(planner, "reminders", {"wants": "yes"})["Location"] == private_address(planner, "plan")
    planner.refresh_from_db()
    assert planner.wants_reminders
    open_page(planner, "reminders", {"wants": "no"})
    planner.refresh_from_db()
    assert not planner.wants_reminders
