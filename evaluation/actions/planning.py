"""The action plan: taking what is proposed, adding one's own, changing, finishing."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from .. import emails
from ..models import PlannedAction, Reminder
from ..reminders import due_reminders
from ..results import proposals
from .errors import ChangedMeanwhileError, EvaluationError
from .starting import lock

MOST_ACTIONS = 100


@transaction.atomic
def take_proposed(*, person, questions):
    """Put what is proposed for these questions (keys) into the plan, and return the actions that are new.

    What is in the plan already, or is not proposed, is passed over. Raises `EvaluationError` before there is a result.
    """
    evaluation = _hold_plan(person)
    taken = []
    for each in proposals(evaluation):
        if each.question.key in questions and not each.is_in_plan:
            page = Page.objects.filter(pk=each.proposal.page_id).first()
            taken.append(
                PlannedAction.objects.create(
                    evaluation=evaluation,
                    text=each.proposal.text,
                    question=each.question.key,
                    page=page,
                    step=each.proposal.step if page else None,
                )
            )
    return taken


@transaction.atomic
def add_action(*, person, text, who="", due_on=None, submission_key=None):
    """Add an action of their own to the plan and return it. The same form sent twice makes one.

    Raises `EvaluationError` before there is a result, and if the plan is full.
    """
    evaluation = _hold_plan(person)
    if submission_key and (sent := evaluation.actions.filter(submission_key=submission_key).first()):
        return sent
    if evaluation.actions.count() >= MOST_ACTIONS:
        raise EvaluationError(_("A plan holds %(number)d actions. Remove one first.") % {"number": MOST_ACTIONS})
    try:
        with transaction.atomic():
            return PlannedAction.objects.create(
                evaluation=evaluation, text=text, who=who, due_on=due_on, submission_key=submission_key
            )
    except IntegrityError as error:  # the key belongs to another plan
        raise EvaluationError(_("This could not be saved. Send it once more.")) from error


@transaction.atomic
def change_action(*, person, action, text, who, due_on, is_done, seen):
    """Change an action and return it. `seen` is the `sequence` that the form showed.

    Raises `ChangedMeanwhileError` if somebody else changed it after the form was opened, and `EvaluationError` if it
    was removed.
    """
    evaluation = _hold_plan(person)
    action = _get(evaluation, action)
    if (text, who, due_on, is_done) == (action.text, action.who, action.due_on, action.is_done):
        return action
    if action.sequence != seen:
        raise ChangedMeanwhileError(
            _("Somebody changed this while you wrote. Nothing is lost: see below what they saved."), action
        )
    action.text, action.who, action.due_on = text, who, due_on
    if is_done != action.is_done:
        action.done_on = timezone.localdate() if is_done else None
    action.sequence += 1
    action.save()
    return action


@transaction.atomic
def set_done(*, person, action, is_done):
    """Tick an action off, or on again. A second time changes nothing."""
    action = _get(_hold_plan(person), action)
    if action.is_done != is_done:
        action.done_on = timezone.localdate() if is_done else None
        action.sequence += 1
        action.save()
    return action


@transaction.atomic
def remove_action(*, person, action):
    """Take an action out of the plan. A second time changes nothing; what was proposed is proposed again."""
    _hold_plan(person).actions.filter(pk=action.pk).delete()


@transaction.atomic
def want_reminders(*, person, wants):
    """Begin or end reminders for one person. Raises `EvaluationError` if we do not know that mail reaches them."""
    if wants and not person.is_reached:
        raise EvaluationError(_("First confirm your e-mail address: we have no other way to remind you."))
    if person.wants_reminders != wants:
        person.wants_reminders = wants
        person.save(update_fields=["wants_reminders"])


def _hold_plan(person):
    evaluation = lock(person.evaluation)
    if not evaluation.has_result:
        raise EvaluationError(_("First your team has to finish answering."))
    return evaluation


def _get(evaluation, action):
    found = evaluation.actions.filter(pk=action.pk).first()
    if found is None:
        raise EvaluationError(_("Somebody removed this action from the plan."))
    return found


@transaction.atomic
def remind(*, person):
    """Remind a person of what is due, in one mail, and return whether there was anything. Nobody is told twice."""
    lock(person.evaluation)
    due = due_reminders(person)
    if not due:
        return False
    ((reader, by_time),) = due.items()
    for when, actions in by_time.items():
        for action in actions:
            Reminder.objects.create(action=action, person=reader, when=when, due_on=action.due_on)
    emails.tell_reminders(reader, by_time.get(Reminder.When.WEEK, []), by_time.get(Reminder.When.DAY, []))
    return True
