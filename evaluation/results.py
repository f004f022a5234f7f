"""What an evaluation says: the answers that count, where a team differs, what is proposed. Reads, writes nothing."""

from dataclasses import dataclass

from .models import Evaluation, Settlement
from .scores import Given, compare, score_of, section_scores
from .steps import StepLink, step_links


@dataclass(frozen=True)
class FinalAnswer:
    """The answer to a question that counts, with what stands behind it."""

    question: object
    level: int | None = None
    does_not_apply: bool = False
    note: str = ""
    evidence: str = ""
    evidence_link: str = ""

    @property
    def given(self):
        return Given(self.level, self.does_not_apply)

    @property
    def words(self):
        """The level that was chosen, or None."""
        return self.question.levels[self.level] if self.level is not None else None


@dataclass(frozen=True)
class Difference:
    """What the people of a team gave to one question, and what they settled."""

    question: object
    section: object
    answers: tuple  # (person, answer), those who gave one, or wrote a note
    settled: FinalAnswer | None
    people: int  # in the team

    @property
    def given(self):
        return [answer for _person, answer in self.answers if answer.is_given]

    @property
    def levels(self):
        return [answer.level for answer in self.given if score_of(self.question, answer) is not None]

    @property
    def levels_apart(self):
        """How many levels lie between the lowest and the highest answer."""
        return max(self.levels) - min(self.levels) if self.levels else 0

    @property
    def spread(self):
        """The same as a score, 0 to 1, so that it compares with questions that have more levels or fewer."""
        return self.question.score(self.levels_apart)

    @property
    def is_mixed(self):
        """Whether it applies for some, and for others it does not."""
        return bool(self.levels) and len(self.levels) < len(self.given)

    @property
    def all_said(self):
        """The answer that all who answered gave, or None. What one person of several said is not what all said."""
        if len(self.given) < min(self.people, 2) or not self.given or self.spread or self.is_mixed:
            return None
        return FinalAnswer(self.question, self.given[0].level, self.given[0].does_not_apply)

    @property
    def is_answered_by_all(self):
        return len(self.given) == self.people

    @property
    def is_agreed(self):
        """Whether at least half of the team answered, all of them the same, and nobody has written down yet that this
        counts."""
        return self.settled is None and self.all_said is not None and len(self.given) * 2 >= self.people

    @property
    def is_open(self):
        """Whether the team has to talk about it."""
        return self.settled is None and bool(self.given) and not self.is_agreed

    @property
    def is_unanswered(self):
        return self.settled is None and not self.given

    @property
    def is_settled_as_all_said(self):
        return self.settled is not None and self.all_said is not None and self.settled.given == self.all_said.given


@dataclass(frozen=True)
class Proposed:
    """What is proposed after a low answer."""

    question: object
    proposal: object
    link: StepLink | None
    is_in_plan: bool


def own_answers(person):
    """Return what a person gave, by question."""
    return {answer.question: answer for answer in person.answers.all()}


def final_answers(evaluation):
    """Return the `FinalAnswer`s by question: what somebody gave alone, or what a team settled."""
    if not evaluation.has_result:
        return {}
    questions = evaluation.content.questions
    if evaluation.is_team:
        settled = latest_settlements(evaluation)
        return {key: _final(questions[key], each) for key, each in settled.items() if key in questions}
    lead = next(person for person in _people(evaluation) if person.is_lead)
    return {
        answer.question: FinalAnswer(questions[answer.question], answer.level, answer.does_not_apply, answer.note)
        for answer in lead.answers.all()
        if answer.question in questions and answer.is_given
    }


def _final(question, settlement):
    return FinalAnswer(
        question,
        settlement.level,
        settlement.does_not_apply,
        settlement.note,
        settlement.evidence,
        settlement.evidence_link,
    )


def latest_settlements(evaluation):
    """Return what counts of what a team settled, by question."""
    return {each.question: each for each in Settlement.objects.filter(evaluation=evaluation).order_by("number")}


def differences(evaluation):
    """Return a `Difference` for each question, in order. Only for a team that has finished answering."""
    settled = latest_settlements(evaluation)
    people = _people(evaluation)
    given = {}
    for person in people:
        for answer in person.answers.all():
            if answer.is_given or answer.note:
                given.setdefault(answer.question, []).append((person, answer))
    return [
        Difference(
            question,
            section,
            tuple(given.get(question.key, ())),
            _final(question, settled[question.key]) if question.key in settled else None,
            len(people),
        )
        for section in evaluation.content.sections
        for question in section.questions
    ]


def widest_first(found):
    """Return `found` with the widest differences first. Those that are as wide stay in order."""
    return sorted(found, key=lambda each: (-each.spread, not each.is_mixed))


def next_open(found, settled):
    """Return which of `found` comes after `settled`, one of them: the next that is open, the widest first, then from
    the beginning; or None if none is open."""
    order = widest_first(found)
    at = order.index(settled)
    return next((each for each in order[at + 1 :] + order[:at] if each.is_open), None)


def _people(evaluation):
    return list(evaluation.people.prefetch_related("answers"))


def given_in(evaluation, finals=None):
    """Return the answers that count, as scores take them."""
    finals = final_answers(evaluation) if finals is None else finals
    return {key: final.given for key, final in finals.items()}


def scores_of(evaluation, finals=None):
    """Return a `SectionScore` for each section."""
    return section_scores(evaluation.content, given_in(evaluation, finals))


def earlier_of(evaluation):
    """Return the same organisation's evaluations of the same questionnaire before this one, the latest first."""
    earlier = (
        Evaluation.objects.filter(
            organisation=evaluation.organisation_id,
            version__questionnaire=evaluation.version.questionnaire_id,
            created_at__lt=evaluation.created_at,
        )
        .select_related("version")
        .order_by("-created_at", "-pk")
    )
    return [each for each in earlier[:10] if each.has_result]


def compare_with(evaluation, earlier, finals=None):
    """Return a `Comparison` for each section with an earlier evaluation."""
    return compare(evaluation.content, given_in(evaluation, finals), earlier.content, given_in(earlier))


def proposals(evaluation, finals=None):
    """Return what is proposed after the low answers, the lowest first."""
    finals = final_answers(evaluation) if finals is None else finals
    in_plan = set(evaluation.actions.exclude(question="").values_list("question", flat=True))
    found = []
    for question in evaluation.content.questions.values():
        final = finals.get(question.key)
        score = score_of(question, final.given) if final else None
        proposal = question.proposal_for(final.level) if score is not None else None
        if proposal:
            found.append((score, question, proposal))
    found.sort(key=lambda each: each[0])
    links = step_links([(proposal.page_id, proposal.step) for _score, _question, proposal in found])
    return [
        Proposed(question, proposal, links.get((proposal.page_id, proposal.step)), question.key in in_plan)
        for _score, question, proposal in found
    ]
