"""What became of a document."""

from dataclasses import dataclass, field
from enum import StrEnum


class Refused(Exception):
    """A document that cannot be used. Its text is fit to show."""


class Result(StrEnum):
    MADE = "made"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Outcome:
    name: str  # of the file, as the librarian knows it
    result: Result
    told: str = ""  # the page's address, or why it was skipped
    notes: list = field(default_factory=list)  # what was left out or changed on the way
    is_file: bool = False  # a picture or a document, not a page
