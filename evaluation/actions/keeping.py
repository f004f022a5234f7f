"""Being counted or not, deleting, and how long answers are kept."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import Evaluation, Organisation
from ..models.answers import WARNED_BEFORE
from .benchmarks import share_keys
from .errors import EvaluationError
from .starting import lock


@transaction.atomic
def agree_to_be_counted(*, person, agrees):
    """Let the organisation be counted among others, or no longer. Raises `EvaluationError` unless `person` leads, and
    unless we know that mail reaches them: otherwise one person could pass for five organisations."""
    if not person.is_lead:
        raise EvaluationError(_("Only the person who began the evaluation can do this."))
    if agrees and not person.is_reached:
        raise EvaluationError(_("First confirm your e-mail address: so we know that each organisation counts once."))
    evaluation = lock(person.evaluation)
    if evaluation.is_counted != agrees:
        evaluation.is_counted = agrees
        evaluation.save(update_fields=["is_counted"])


@transaction.atomic
def delete_evaluation(*, person):
    """Delete an evaluation with everything that anybody gave in it. Nothing of it can be brought back.

    Raises `EvaluationError` unless `person` leads it.
    """
    if not person.is_lead:
        raise EvaluationError(_("Only the person who began the evaluation can do this."))
    _delete(lock(person.evaluation))


@transaction.atomic
def warn_of_deletion(*, evaluation):
    """Tell the people of an unused evaluation, if mail reaches them, that it will be deleted."""
    evaluation = lock(evaluation)
    if evaluation.warned_at is None:
        evaluation.warned_at = timezone.now()
        evaluation.save(update_fields=["warned_at"])
        emails.tell_of_deletion(evaluation, on=timezone.localdate() + WARNED_BEFORE)


@transaction.atomic
def delete_unused(*, evaluation):
    """Delete an evaluation that was not opened for so long; return False if somebody has just opened it."""
    evaluation = Evaluation.objects.to_delete().select_for_update(of=("self",)).filter(pk=evaluation.pk).first()
    if evaluation is None:
        return False
    _delete(evaluation)
    return True


def _delete(evaluation):
    share_keys(questionnaire=evaluation.version.questionnaire)
    organisation = evaluation.organisation_id
    evaluation.delete()
    Organisation.objects.filter(pk=organisation, evaluations=None).delete()
