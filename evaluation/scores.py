"""Scores, and what may be compared with what. Plain arithmetic: no database, no words.

An answer's score is the place of its level between the lowest (0) and the highest (1) of its question, however many
levels that has: the "proportion of maximum possible" (P. Cohen et al., "The problem of units and the circumstance for
POMP", Multivariate Behavioral Research 34, 1999). A section's score is the mean of its answered questions. What was
skipped or does not apply is left out, never counted as 0.

A section has a score once at least half of its questions are answered ("does not apply" is an answer): a mean of one
answer in eight would tell more than anybody said. Readers see it as a level from 1 to 4, see `as_level`.

Two versions are compared question by question, by key, and only where both have an answer with a level. A question that
was added or removed, or that asks something else now (a new key), is not compared. One that was only reworded is, and
so is one whose levels changed: 3 of 4 levels lies at 0.67, 4 of 5 at 0.75. A section is compared where it has a score,
and at least half of its questions that both versions ask have an answer in both.
"""

from dataclasses import dataclass

LOWEST_LEVEL, HIGHEST_LEVEL = 1, 4


def as_level(score):
    """Return a score between 0 and 1 as readers see it: 1.0, all answers at the lowest level, to 4.0, all at the
    highest, to one decimal; None for None.

    Most questions have four levels. Others are stretched: with five, the third is 2.5; no is 1 and yes is 4.
    """
    return None if score is None else round(LOWEST_LEVEL + (HIGHEST_LEVEL - LOWEST_LEVEL) * score, 1)


@dataclass(frozen=True)
class Given:
    """An answer as it counts: a level, or that the question does not apply."""

    level: int | None = None
    does_not_apply: bool = False


@dataclass(frozen=True)
class SectionScore:
    """The score of a section between 0 and 1, or None where too little of it was answered."""

    section: object
    score: float | None
    counted: int  # answers with a level
    answered: int  # the same, and what does not apply

    @property
    def level(self):
        return as_level(self.score)

    @property
    def of(self):
        return len(self.section.questions)

    @property
    def needed(self):
        """How many questions have to be answered for a score."""
        return half_of(self.of)


@dataclass(frozen=True)
class Comparison:
    """A section now and before, over the questions that both answered and that ask the same."""

    section: object
    now: float | None = None
    before: float | None = None
    compared: int = 0
    reworded: tuple = ()  # questions, as they are now
    relevelled: tuple = ()

    @property
    def of(self):
        return len(self.section.questions)

    @property
    def level_now(self):
        return as_level(self.now)

    @property
    def level_before(self):
        return as_level(self.before)

    @property
    def change(self):
        """The difference in levels, of the rounded figures that the reader sees."""
        return None if self.now is None else round(self.level_now - self.level_before, 1)

    @property
    def fall(self):
        """The change as words take it: "down by 0.5"."""
        return -self.change


def half_of(number):
    """Return the smallest number that is at least half of `number`."""
    return (number + 1) // 2


def mean(values):
    """Return the mean of `values`, or None if there are none."""
    values = list(values)
    return sum(values) / len(values) if values else None


def score_of(question, given):
    """Return the score of an answer, or None if it has no level that this question has."""
    if given is None or given.does_not_apply or given.level is None or not 0 <= given.level <= question.top:
        return None
    return question.score(given.level)


def section_scores(content, answers):
    """Return a `SectionScore` for each section; `answers` maps keys to `Given`."""
    return [section_score(section, answers) for section in content.sections]


def section_score(section, answers):
    """Return the `SectionScore` of one section."""
    given = [(question, answers.get(question.key)) for question in section.questions]
    scores = [score for question, one in given if (score := score_of(question, one)) is not None]
    answered = len(scores) + sum(1 for _question, one in given if one and one.does_not_apply)
    is_enough = answered >= half_of(len(given))
    return SectionScore(section, mean(scores) if is_enough else None, len(scores), answered)


def compare(content, answers, earlier_content, earlier_answers):
    """Return a `Comparison` for each section as it is now. A question that moved counts where it is now."""
    return [_compare_section(section, answers, earlier_content, earlier_answers) for section in content.sections]


def _compare_section(section, answers, earlier_content, earlier_answers):
    pairs = [
        (question, earlier)
        for question in section.questions
        if (earlier := earlier_content.questions.get(question.key)) is not None
    ]
    compared = []
    for question, earlier in pairs:
        now = score_of(question, answers.get(question.key))
        before = score_of(earlier, earlier_answers.get(question.key))
        if now is not None and before is not None:
            compared.append((question, earlier, now, before))
    if not compared or len(compared) < half_of(len(pairs)) or section_score(section, answers).score is None:
        return Comparison(section)
    return Comparison(
        section,
        mean(now for _question, _earlier, now, _before in compared),
        mean(before for _question, _earlier, _now, before in compared),
        len(compared),
        tuple(question for question, earlier, _now, _before in compared if question.text != earlier.text),
        tuple(question for question, earlier, _now, _before in compared if _levels_differ(question, earlier)),
    )


def _levels_differ(question, earlier):
    return question.top != earlier.top or _texts(question) != _texts(earlier)


def _texts(question):
    return [level.text for level in question.described]
