"""Scores as a picture: bars in an SVG that the server draws. The same figures stand in a table beside it."""

from dataclasses import dataclass

from .scores import HIGHEST_LEVEL

WIDTH, HEIGHT, GAP = 100, 4, 1.5  # the SVG's own units; a bar at the highest level is as wide as the picture


@dataclass(frozen=True)
class Bar:
    """A bar: `y` from above, `length` of `WIDTH`; `what` is its CSS modifier."""

    y: float
    length: float
    what: str


@dataclass(frozen=True)
class Group:
    """The bars of one section, below its title, and the places of the lines between the levels."""

    title: str
    bars: tuple
    height: float
    lines: tuple = tuple(WIDTH * level / HIGHEST_LEVEL for level in range(1, HIGHEST_LEVEL))


def bars(rows):
    """Return a `Group` for each section of a result: now, last time where compared, others where there is a figure."""
    return [_group(row) for row in rows]


def _group(row):
    score, comparison, others = row["score"], row["comparison"], row["others"]
    levels = [
        (score.level, "now"),
        (comparison and comparison.level_before, "before"),
        (others and others.level, "others"),
    ]
    drawn = [(level, what) for level, what in levels if level is not None]
    made = tuple(
        Bar(at * (HEIGHT + GAP), round(WIDTH * level / HIGHEST_LEVEL, 1), what)
        for at, (level, what) in enumerate(drawn)
    )
    return Group(score.section.title, made, max(len(made), 1) * (HEIGHT + GAP) - GAP)
