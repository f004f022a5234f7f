"""Days and times as readers see them: in their own time zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from django.utils import timezone

JUST_BEFORE_MIDNIGHT = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)


def write(value, filter_name):
    return engines["django"].from_string(f"{{{{ value|{filter_name} }}}}").render({"value": value})


@pytest.mark.parametrize(
    ("filter_name", "zone", "written"),
    [
        ("day", "Europe/London", "Thursday 2 July 2026"),
        ("short_day", "Europe/London", "2 July 2026"),
        ("clock", "Europe/London", "12.30am"),
        ("day", "America/New_York", "Wednesday 1 July 2026"),
        ("short_day", "America/New_York", "1 July 2026"),
        ("clock", "America/New_York", "7.30pm"),
    ],
)
def test_a_moment_is_written_in_the_reader_s_time_zone(filter_name, zone, written):
    with timezone.override(ZoneInfo(zone)):
        assert write(JUST_BEFORE_MIDNIGHT, filter_name) == written


@pytest.mark.parametrize(
    ("value", "filter_name", "written"),
    [
        (date(2026, 7, 1), "day", "Wednesday 1 July 2026"),
        (date(2026, 7, 1), "short_day", "1 July 2026"),
        (datetime(2026, 7, 1, 23, 30), "day", "Wednesday 1 July 2026"),  # noqa: DTZ001  what the clock on a wall says
        (time(10), "clock", "10am"),
        (time(13, 30), "clock", "1.30pm"),
        (None, "day", ""),
        (None, "short_day", ""),
        (None, "clock", ""),
    ],
)
def test_what_has_no_time_zone_stays_as_it_is(value, filter_name, written):
    with timezone.override(ZoneInfo("America/New_York")):
        assert write(value, filter_name) == written


@pytest.mark.parametrize(
    ("minutes", "written"),
    [
        (None, ""),
        (0, ""),
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 hour"),
        (95, "1 hour 35 minutes"),
        (121, "2 hours 1 minute"),
    ],
)
def test_a_duration_is_written_in_hours_and_minutes(minutes, written):
    assert write(minutes, "duration") == written
