"""What a toolkit of the demo consists of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    title: str
    aim: str
    minutes: int
    who: str
    instructions: str  # markup, see `demo.markup`
    template: str = ""  # short name of a document


@dataclass(frozen=True, kw_only=True)
class Toolkit:
    slug: str
    title: str
    summary: str
    by: str
    age: int  # days since it was published
    edited: int  # days since it was last changed
    checked: tuple  # (checked so many days ago, to be checked in so many days; a negative number is overdue)
    themes: str
    who_for: str
    time_needed: str
    introduction: str
    steps: list
    areas: str = "london"
    files: tuple = ()
    cover: str = ""
    looked_after_by: str = ""
