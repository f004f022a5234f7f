"""Scores, and what may be compared with what. Plain arithmetic: no database, no words.

A level's score is its position: 0 for the lowest, 1 for the highest. A section's score is the mean of its answered
questions. What was skipped or does not apply is left out, never counted as 0.

Two versions are compared question by question, by key, and only where both have an answer with a level. A question that
was added or removed, or that asks something else now (a new key), is not compared. One that was only reworded is, and
so is one whose levels changed: 3 of 4 levels lies at 0.67, 4 of 5 at 0.75.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Given:
    """An answer as it counts: a level, or that the question does not apply."""

    level: int | None = None
    does_not_apply: bool = False


@dataclass(frozen=True)
class SectionScore:
    """The score of a section between 0 and 1, or None where nothing in it was answered with a level."""

    section: object
    score: float | None
    counted: int  # answers with a level
    not_applying: int
    skipped: int

    @property
    def percent(self):
        return None if self.score is None else round(100 * self.score)


@dataclass(frozen=True)
class Comparison:
    """A section now and before, over the questions that both answered and that ask the same."""

    section: object
    now: float | None
    before: float | None
    compared: int
    of: int  # questions in the section now
    reworded: tuple = ()  # questions, as they are now
    relevelled: tuple = ()
    missing: tuple = field(default=())  # questions that could not be compared

    @property
    def percent_now(self):
        return None if self.now is None else round(100 * self.now)

    @property
    def percent_before(self):
        return None if self.before is None else round(100 * self.before)

    @property
    def fall(self):
        """The change as words take it: "down by 5"."""
        return -self.change

    @property
    def change(self):
        """The difference in points of 100, of the rounded figures that the reader sees."""
        return None if self.now is None else self.percent_now - self.percent_before


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
    return [_section_score(section, answers) for section in content.sections]


def _section_score(section, answers):
    given = [(question, answers.get(question.key)) for question in section.questions]
    scores = [score for question, one in given if (score := score_of(question, one)) is not None]
    not_applying = sum(1 for _question, one in given if one and one.does_not_apply)
    return SectionScore(section, mean(scores), len(scores), not_applying, len(given) - len(scores) - not_applying)


def compare(content, answers, earlier_content, earlier_answers):
    """Return a `Comparison` for each section as it is now. A question that moved counts where it is now."""
    return [_compare_section(section, answers, earlier_content, earlier_answers) for section in content.sections]


def _compare_section(section, answers, earlier_content, earlier_answers):
    now, before, reworded, relevelled, missing = [], [], [], [], []
    for question in section.questions:
        earlier = earlier_content.questions.get(question.key)
        pair = (
            score_of(question, answers.get(question.key)),
            score_of(earlier, earlier_answers.get(question.key)) if earlier else None,
        )
        if None in pair:
            missing.append(question)
            continue
        now.append(pair[0])
        before.append(pair[1])
        if question.text != earlier.text:
            reworded.append(question)
        if question.top != earlier.top or _texts(question) != _texts(earlier):
            relevelled.append(question)
    return Comparison(
        section,
        mean(now),
        mean(before),
        len(now),
        len(section.questions),
        tuple(reworded),
        tuple(relevelled),
        tuple(missing),
    )


def _texts(question):
    return [level.text for level in question.described]
