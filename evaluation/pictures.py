"""Scores as a picture: bars in an SVG that the server draws. The same figures stand in a table beside it."""

from dataclasses import dataclass

WIDTH, HEIGHT, GAP = 100, 4, 1.5  # the SVG's own units; a bar of 100 is the whole width


@dataclass(frozen=True)
class Bar:
    """A bar: `y` from above, `length` of 100; `what` is its CSS modifier."""

    y: float
    length: float
    what: str


@dataclass(frozen=True)
class Group:
    """The bars of one section, below its title."""

    title: str
    bars: tuple
    height: float


def bars(rows):
    """Return a `Group` for each section of a result: now, last time where compared, others where there is a figure."""
    return [_group(row) for row in rows]


def _group(row):
    score, comparison, others = row["score"], row["comparison"], row["others"]
    lengths = []
    if score.percent is not None:
        lengths.append((score.percent, "now"))
    if comparison and comparison.percent_before is not None:
        lengths.append((comparison.percent_before, "before"))
    if others:
        lengths.append((others.percent, "others"))
    made = tuple(Bar(at * (HEIGHT + GAP), max(length, 0.5), what) for at, (length, what) in enumerate(lengths))
    return Group(score.section.title, made, max(len(made), 1) * (HEIGHT + GAP) - GAP)
