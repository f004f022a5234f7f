"""The plan as a table and as a calendar."""

import csv
import io
from datetime import UTC, date, datetime

import icalendar
import pytest
import time_machine

from evaluation import actions
from tests.factories.evaluation import PlannedActionFactory, block_id

pytestmark = pytest.mark.django_db


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
