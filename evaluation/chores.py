"""What time does to evaluations: figures once a quarter, reminders of plans, and forgetting what nobody opens."""

from datetime import timedelta

from hub.chores import chore, counted

from . import actions
from .models import Evaluation
from .reminders import due_reminders


@chore(every=timedelta(days=1))
def make_benchmark_figures(*, dry_run):
    """Make the figures about several organisations, once a quarter."""
    due = list(actions.questionnaires_due())
    if not due:
        return ""
    if dry_run:
        return f"Would make the figures of {counted(len(due), 'questionnaire')}."
    new = sum(actions.make_figures(questionnaire=questionnaire) for questionnaire in due)
    return f"Made the figures of {counted(len(due), 'questionnaire')}; {counted(new, 'figure')} came out anew."


@chore(every=timedelta(hours=1))
def remind_of_plans(*, dry_run):
    """Remind people of what they planned: a week before, and on the day."""
    due = due_reminders()
    if not due:
        return ""
    if dry_run:
        return f"Would remind {counted(len(due), 'person', 'people')} of plans."
    told = sum(actions.remind(person=person) for person in due)
    return f"Reminded {counted(told, 'person', 'people')} of plans." if told else ""


@chore(every=timedelta(days=1))
def forget_unused_evaluations(*, dry_run):
    """Tell people that evaluations which nobody opens will be deleted, and delete those that were told of."""
    warn, delete = list(Evaluation.objects.to_warn()), list(Evaluation.objects.to_delete())
    if not warn and not delete:
        return ""
    if dry_run:
        return f"Would warn of {counted(len(warn), 'evaluation')} and delete {len(delete)}."
    for evaluation in warn:
        actions.warn_of_deletion(evaluation=evaluation)
    gone = sum(actions.delete_unused(evaluation=evaluation) for evaluation in delete)
    return f"Warned of {counted(len(warn), 'evaluation')} and deleted {gone}."
