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


HELD_ON = {
    "new-here-an-hour-with-us": lambda world: world.weekday(5, WEDNESDAY),
    "easy-read-an-afternoon": lambda world: world.weekday(12, TUESDAY),
    "benefits-and-fees-ask-an-adviser": lambda world: world.weekday(22, THURSDAY),
    "and-what-do-you-bring": lambda world: world.weekday(30, TUESDAY),
    "an-interpreter-in-the-room": lambda world: world.weekday(37, TUESDAY),
    "asking-your-neighbours-well": lambda world: world.weekday(46, FRIDAY),
    "map-a-street-in-a-morning": lambda world: world.weekday(54, SATURDAY),
    "two-chairs-one-meeting": lambda world: world.weekday(73, WEDNESDAY),
    "three-questions-instead-of-nineteen": lambda world: world.weekday(95, THURSDAY),
    "the-spring-summit": next_summit,
    "a-summit-in-stratford": last_summit,
    "listening-in-southwark": lambda world: world.weekday(-69, TUESDAY),
    "knocking-on-doors": lambda world: world.weekday(-118, SATURDAY),
}
