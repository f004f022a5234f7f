"""When each event is held, counted from today, so that the demo never grows old."""

from datetime import date, timedelta

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = range(6)


def _summit_in(year):
    """Return the third Thursday of April."""
    first = date(year, 4, 1)
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 14)


def next_summit(world):
    """Return the day of the next summit that people still have three weeks to think about."""
    today = world.day(0)
    return next(day for day in map(_summit_in, range(today.year, today.year + 3)) if day >= today + timedelta(days=21))


def last_summit(world):
    """Return the day of the latest summit of which one can say what came of it half a year later."""
    long_ago = world.day(-215)
    return next(day for day in map(_summit_in, range(long_ago.year, long_ago.year - 2, -1)) if day <= long_ago)


def _about(days, weekday):
    """Return a function of the world: such a weekday about that many days from today, but not around New Year."""

    def held_on(world):
        day = world.weekday(days, weekday)
        if (day.month, day.day) >= (12, 19) or (day.month, day.day) <= (1, 4):
            day += timedelta(days=21 if days > 0 else -21)
        return day

    return held_on


HELD_ON = {
    "new-here-an-hour-with-us": _about(5, WEDNESDAY),
    "easy-read-an-afternoon": _about(12, TUESDAY),
    "benefits-and-fees-ask-an-adviser": _about(22, THURSDAY),
    "and-what-do-you-bring": _about(30, TUESDAY),
    "an-interpreter-in-the-room": _about(37, TUESDAY),
    "asking-your-neighbours-well": _about(46, FRIDAY),
    "map-a-street-in-a-morning": _about(54, SATURDAY),
    "two-chairs-one-meeting": _about(73, WEDNESDAY),
    "three-questions-instead-of-nineteen": _about(95, THURSDAY),
    "the-spring-summit": next_summit,
    "a-summit-in-stratford": last_summit,
    "listening-in-southwark": _about(-69, TUESDAY),
    "knocking-on-doors": _about(-118, SATURDAY),
}
