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
    """Return a `Group` for each section of a result: now, last time where compared, others where there is a figure.

    All groups have room for the same bars, so that one that is missing is seen to be missing.
    """
    levels = [_levels(row) for row in rows]
    kinds = [what for what in ("now", "before", "others") if any(each[what] is not None for each in levels)]
    return [_group(row, each, kinds) for row, each in zip(rows, levels, strict=True)]


def _levels(row):
    comparison, others = row["comparison"], row["others"]
    return {
        "now": row["score"].level,
        "before": comparison.level_before if comparison else None,
        "others": others.level if others else None,
    }


def _group(row, levels, kinds):
    made = tuple(
        Bar(at * (HEIGHT + GAP), round(WIDTH * levels[what] / HIGHEST_LEVEL, 1), what)
        for at, what in enumerate(kinds)
        if levels[what] is not None
    )
    return Group(row["score"].section.title, made, max(len(kinds), 1) * (HEIGHT + GAP) - GAP)
