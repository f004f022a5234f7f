"""Settling what a team agrees on. Each change is a row of its own, so nobody's words are overwritten."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ..models import Settlement
from ..results import differences
from .answering import check_answer
from .errors import ChangedMeanwhileError, EvaluationError
from .starting import lock


@transaction.atomic
def settle(*, person, question, level, does_not_apply=False, note="", evidence="", evidence_link="", seen=0):
    """Write down what the team agreed on for `question`, and return the settlement.

    `seen` is the number of the one that the form showed, 0 for none. Saying the same again changes nothing.

    Raises `ChangedMeanwhileError` if somebody settled it otherwise after the form was opened, and `EvaluationError`
    before answering is over, without an answer, or for a question or level that the questionnaire does not have.
    """
    evaluation = _hold_closed(person)
    check_answer(evaluation.content, question, level, does_not_apply)
    if level is None and not does_not_apply:
        raise EvaluationError(_("Choose the answer that you agreed on."))
    latest = evaluation.settlements.filter(question=question).order_by("-number").first()
    said = (level, does_not_apply, note, evidence, evidence_link)
    if latest:
        if said == (latest.level, latest.does_not_apply, latest.note, latest.evidence, latest.evidence_link):
            return latest
        if latest.number != seen:
            raise ChangedMeanwhileError(
                _("Somebody settled this while you wrote. Nothing is lost: see below what they saved."), latest
            )
    try:
        with transaction.atomic():
            return Settlement.objects.create(
                evaluation=evaluation,
                question=question,
                number=(latest.number if latest else 0) + 1,
                level=level,
                does_not_apply=does_not_apply,
                note=note,
                evidence=evidence,
                evidence_link=evidence_link,
                settled_by=person,
            )
    except IntegrityError as error:  # where the lock did not hold the other one up
        raise EvaluationError(_("This could not be saved. Send it once more.")) from error


@transaction.atomic
def settle_agreed(*, person, questions):
    """Settle those of `questions` (keys) to which all who answered gave the same answer, by that answer; return the
    settlements.

    What is settled already, is answered differently, or by fewer than half of the team, is passed over.
    Raises `EvaluationError` before answering is over.
    """
    evaluation = _hold_closed(person)
    agreed = [each for each in differences(evaluation) if each.is_agreed and each.question.key in questions]
    return Settlement.objects.bulk_create(
        Settlement(
            evaluation=evaluation,
            question=each.question.key,
            number=1,
            level=each.all_said.level,
            does_not_apply=each.all_said.does_not_apply,
            settled_by=person,
        )
        for each in agreed
    )


def _hold_closed(person):
    evaluation = lock(person.evaluation)
    if not evaluation.is_team or evaluation.is_open:
        raise EvaluationError(_("First your team has to finish answering."))
    return evaluation
