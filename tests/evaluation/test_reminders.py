"""Reminders of a plan: a week before and on the day, to those who asked, and nobody twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from evaluation.chores import remind_of_plans
from evaluation.links import end_reminders_address, private_address
from evaluation.models import Person, PlannedAction, Reminder
from tests.factories.evaluation import PersonFactory, PlannedActionFactory

pytestmark = pytest.mark.django_db


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
    assert run_days(-9, 3, hour) == [(-7, "amara@example.org"), (0, "amara@example.org")]
    assert "Due in about a week:\n- Publish a rate, 31 March 2027" in mail.outbox[0].body
    assert "Due now:\n- Publish a rate, 31 March 2027" in mail.outbox[1].body


def test_a_worker_that_stood_still_reminds_later(reminded):
    assert run_days(-6, -6) + run_days(1, 1) == [(-6, "amara@example.org"), (1, "amara@example.org")]


def test_what_is_long_over_is_not_told_of(reminded):
    assert run_days(2, 9) == []


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
    assert run_days(-8, 2) == []


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
    assert "Give an address" in open_page(planner, "plan").text
    Person.objects.update(email="a@example.org")
    text = open_page(planner, "plan").text
    assert "once you have confirmed a@example.org" in text
    assert "Give an address" not in text  # not asked for twice
    Person.objects.update(email="a@example.org", email_confirmed_at=timezone.now())
    assert open_page(planner, "reminders", {"wants": "yes"})["Location"] == private_address(planner, "plan")
    planner.refresh_from_db()
    assert planner.wants_reminders
    open_page(planner, "reminders", {"wants": "no"})
    planner.refresh_from_db()
    assert not planner.wants_reminders
