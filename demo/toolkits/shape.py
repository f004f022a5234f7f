"""What a toolkit of the demo consists of."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Step:
    title: str
    aim: str
    minutes: int
    who: str
    instructions: str  # markup, see `demo.markup`
    template: str = ""  # short name of a document
    # What came with a later version, see `Version`.
    example: str = ""  # markup
    example_file: str = ""  # short name of a document
    case_study: str = ""  # slug


@dataclass(frozen=True, kw_only=True)
class Version:
    """A later version: what it says of itself, and which steps got their example and the case study they came from."""

    age: int  # days since it was published
    note: str
    steps: tuple = ()  # their numbers
    retitled: dict = field(default_factory=dict)  # number of the step: the title that it had until then
    files: tuple = ()  # that are new, as in `Toolkit.files`
    is_small: bool = False


@dataclass(frozen=True, kw_only=True)
class Used:
    """What a member says of it."""

    who: str
    days: int
    text: str
    place: str = ""
    status: str = "approved"
    reason: str = ""


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
    versions: tuple = ()  # after the first
    used: tuple = ()
    followers: tuple = ()  # (short name of a member, or an address; the version they know)
    asked: tuple = ()  # addresses that nobody has confirmed yet
