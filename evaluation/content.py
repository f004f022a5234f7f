"""What a questionnaire says, as it was frozen: plain data that no longer depends on what editors change.

Each question has a *key*. It stays the same from version to version while the question asks the same thing, whatever
its words and levels; only questions with the same key are compared. A block of Wagtail's editor has an identifier that
outlives moving and rewording: it is the question's *lineage*, and its first key.
"""

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from .blocks import LEVELS, YES_NO


@dataclass(frozen=True)
class Level:
    """A level of an answer; `number` counts from 0, the lowest."""

    number: int
    text: str
    easy: str = ""


@dataclass(frozen=True)
class Proposal:
    """What to do after an answer of at most level `up_to` (counted from 1), and the step that shows how."""

    up_to: int
    text: str
    page_id: int | None = None
    step: int | None = None


@dataclass(frozen=True)
class Question:
    key: str
    number: str  # "2.3", for readers
    text: str
    easy: str
    help: str
    kind: str
    described: tuple
    may_not_apply: bool
    proposals: tuple

    @property
    def levels(self):
        """The levels, the lowest first. The words for yes and no are the reader's."""
        if self.kind == YES_NO:
            return (Level(0, _("No")), Level(1, _("Yes")))
        return self.described

    @property
    def top(self):
        """The number of the highest level."""
        return 1 if self.kind == YES_NO else len(self.described) - 1

    def score(self, level):
        """Return where a level lies between the lowest (0.0) and the highest (1.0), by its position."""
        return level / self.top

    def proposal_for(self, level):
        """Return what is proposed after this answer: of the actions that reach so high, the lowest; or None."""
        fitting = [each for each in self.proposals if level + 1 <= each.up_to]
        return min(fitting, key=lambda each: each.up_to, default=None)


@dataclass(frozen=True)
class Section:
    key: str
    number: int
    title: str
    easy: str
    introduction: str
    questions: tuple


class Content:
    """The sections and questions of one frozen version, read from its JSON."""

    def __init__(self, data):
        self.data = data

    @cached_property
    def sections(self):
        return tuple(self._section(number, section) for number, section in enumerate(self.data["sections"], start=1))

    @cached_property
    def questions(self):
        """All questions by their keys, in order."""
        return {question.key: question for section in self.sections for question in section.questions}

    def section_of(self, key):
        """Return the section with the question `key`, or None."""
        return next((each for each in self.sections if any(one.key == key for one in each.questions)), None)

    @staticmethod
    def _section(number, data):
        questions = [
            Question(
                key=one["key"],
                number=f"{number}.{place}",
                text=one["text"],
                easy=one["easy"],
                help=one["help"],
                kind=one["kind"],
                described=tuple(Level(at, level["text"], level["easy"]) for at, level in enumerate(one["levels"])),
                may_not_apply=one["may_not_apply"],
                proposals=tuple(Proposal(**each) for each in one["proposals"]),
            )
            for place, one in enumerate(data["questions"], start=1)
        ]
        return Section(data["key"], number, data["title"], data["easy"], data["introduction"], tuple(questions))


def frozen(sections, known_keys):
    """Return what is to be frozen of `sections`, a stream value, as data that JSON can hold.

    `known_keys` maps lineages to the keys that earlier versions gave them. A question that asks something else now
    gets a new key.
    """
    return {
        "sections": [
            {
                "key": block.id,
                "title": block.value["title"],
                "easy": block.value["easy"],
                "introduction": block.value["introduction"],
                "questions": [_question(child, known_keys) for child in block.value["questions"].bound_blocks],
            }
            for block in sections
        ]
    }


def _question(block, known_keys):
    value = block.value
    key = known_keys.get(block.id, block.id)
    if value["asks_something_new"] and block.id in known_keys:
        key = str(uuid.uuid4())
    return {
        "key": key,
        "lineage": block.id,
        "text": value["text"],
        "easy": value["easy"],
        "help": value["help"],
        "kind": value["answers"],
        "levels": [{"text": level["text"], "easy": level["easy"]} for level in value["levels"]]
        if value["answers"] == LEVELS
        else [],
        "may_not_apply": value["may_not_apply"],
        "proposals": [
            {
                "up_to": each["up_to"],
                "text": each["text"],
                "page_id": each["toolkit"].pk if each["toolkit"] else None,
                "step": each["step"],
            }
            for each in value["proposed"]
        ],
    }
