"""Giving answers, and closing. Nobody's words are overwritten unseen."""

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import Answer
from .errors import EvaluationError
from .starting import lock


def digest_of(level, does_not_apply, note):
    """Return what stands for an answer in the form that shows it."""
    return hashlib.sha256(repr((level, does_not_apply, note)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Typed:
    """What came back from a form for one question, and what the form had shown when it was opened."""

    level: int | None = None
    does_not_apply: bool = False
    note: str = ""
    seen_version: int = 0  # 0: there was no answer yet
    seen_digest: str = ""

    @property
    def is_empty(self):
        return self.level is None and not self.does_not_apply and not self.note

    @property
    def is_untouched(self):
        """Whether the form came back as it was shown: whatever somebody else wrote meanwhile then stays."""
        return digest_of(self.level, self.does_not_apply, self.note) == self.seen_digest

    def says_the_same_as(self, answer):
        theirs = (answer.level, answer.does_not_apply, answer.note)
        return (self.level, self.does_not_apply, self.note) == theirs


@transaction.atomic
def save_answers(*, person, answers):
    """Save what a person gave (`answers`: keys → `Typed`), and return the answers that stand against it, by key.

    Those were saved from another window after this form was opened, say something else, and are left as they are: the
    person sees both and decides. Everything else is saved. Saving the same twice changes nothing.
    Raises `EvaluationError` if answering is over, or for a question or level that the questionnaire does not have.
    """
    evaluation = lock(person.evaluation)
    if not evaluation.is_open:
        raise EvaluationError(_("Your team has finished answering. Own answers can no longer be changed."))
    stored = {answer.question: answer for answer in person.answers.filter(question__in=answers)}
    against = {}
    for key, typed in answers.items():
        check_answer(evaluation.content, key, typed.level, typed.does_not_apply)
        answer = stored.get(key)
        if answer is None:
            if not typed.is_empty:
                Answer.objects.create(
                    person=person,
                    question=key,
                    level=typed.level,
                    does_not_apply=typed.does_not_apply,
                    note=typed.note,
                )
        elif typed.says_the_same_as(answer) or (typed.seen_version != answer.version and typed.is_untouched):
            continue
        elif typed.seen_version == answer.version:
            answer.level, answer.does_not_apply, answer.note = typed.level, typed.does_not_apply, typed.note
            answer.version += 1
            answer.save()
        else:
            against[key] = answer
    return against


@transaction.atomic
def close(*, person):
    """End answering in a team: from now on all see one another's answers, and nobody changes their own. The others are
    told by mail.

    A second time changes nothing. Raises `EvaluationError` unless `person` leads the team and two people have answered.
    """
    if not person.is_lead:
        raise EvaluationError(_("Only the person who began the evaluation can do this."))
    evaluation = lock(person.evaluation)
    if not evaluation.is_team:
        raise EvaluationError(_("You answer alone: there is nothing to compare."))
    if not evaluation.is_open:
        return evaluation
    if evaluation.people.filter(answers__isnull=False).distinct().count() < 2:
        raise EvaluationError(_("At least two people have to answer before you can compare."))
    evaluation.closed_at = timezone.now()
    evaluation.save(update_fields=["closed_at"])
    emails.tell_finished(evaluation, by=person)
    return evaluation


def check_answer(content, key, level, does_not_apply):
    """Raise `EvaluationError` unless the questionnaire has this question and this answer."""
    question = content.questions.get(key)
    fits = question and (level is None or 0 <= level <= question.top)
    if not fits or (does_not_apply and (level is not None or not question.may_not_apply)):
        raise EvaluationError(_("This question or answer is not in the questionnaire."))
