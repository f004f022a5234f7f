"""What an evaluation says: the answers that count, where a team differs, what is proposed. Reads, writes nothing."""

from dataclasses import dataclass

from .models import Evaluation, Settlement
from .scores import Given, compare, score_of, section_scores
from .steps import StepLink, step_links


@dataclass(frozen=True)
class FinalAnswer:
    """The answer to a question that counts, with who or what stands behind it."""

    question: object
    level: int | None = None
    does_not_apply: bool = False
    note: str = ""
    evidence: str = ""
    evidence_link: str = ""
    is_settled: bool = False  # by a team, in writing

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
    answers: tuple  # (person, answer), those who gave one
    spread: float  # between the lowest and the highest score, 0 to 1
    is_mixed: bool  # for some it applies, for others it does not
    final: FinalAnswer | None
    counts: tuple = ()  # (level, how many)
    not_applying: int = 0

    @property
    def is_settled(self):
        return bool(self.final and self.final.is_settled)

    @property
    def is_open(self):
        """Whether the team has to talk about it."""
        return bool(self.answers) and self.final is None

    @property
    def percent(self):
        return round(100 * self.spread)


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
    """Return the `FinalAnswer`s by question: what somebody gave alone, or what a team settled.

    Where nothing is settled and all who answered gave the same, that is it. A team has none before it finished.
    """
    if not evaluation.has_result:
        return {}
    if evaluation.is_team:
        return {each.question.key: each.final for each in differences(evaluation) if each.final}
    lead = next(person for person in _people(evaluation) if person.is_lead)
    questions = evaluation.content.questions
    return {
        answer.question: FinalAnswer(questions[answer.question], answer.level, answer.does_not_apply, answer.note)
        for answer in lead.answers.all()
        if answer.question in questions and answer.is_given
    }


def latest_settlements(evaluation):
    """Return what counts of what a team settled, by question."""
    return {each.question: each for each in Settlement.objects.filter(evaluation=evaluation).order_by("number")}


def differences(evaluation):
    """Return a `Difference` for each question, the widest first. Only for a team that has finished answering."""
    settled = latest_settlements(evaluation)
    people = _people(evaluation)
    found = []
    for section in evaluation.content.sections:
        for question in section.questions:
            answers = tuple(
                (person, answer)
                for person in people
                for answer in person.answers.all()
                if answer.question == question.key and (answer.is_given or answer.note)
            )
            found.append(_difference(section, question, answers, settled.get(question.key)))
    # Sorting is stable: within the same spread the order of the questionnaire stays.
    return sorted(found, key=lambda each: (not each.is_open, -each.spread, not each.is_mixed))


def _people(evaluation):
    return list(evaluation.people.prefetch_related("answers"))


def _difference(section, question, answers, settlement):
    given = [answer for _person, answer in answers if answer.is_given]
    scores = [score for answer in given if (score := score_of(question, answer)) is not None]
    not_applying = sum(1 for answer in given if answer.does_not_apply)
    spread = max(scores) - min(scores) if scores else 0.0
    is_mixed = bool(scores and not_applying)
    final = None
    if settlement:
        final = FinalAnswer(
            question,
            settlement.level,
            settlement.does_not_apply,
            settlement.note,
            settlement.evidence,
            settlement.evidence_link,
            is_settled=True,
        )
    elif given and not spread and not is_mixed:
        final = FinalAnswer(question, given[0].level, given[0].does_not_apply)
    counts = tuple((level, sum(1 for one in given if one.level == level.number)) for level in question.levels)
    return Difference(question, section, answers, spread, is_mixed, final, counts, not_applying)


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
