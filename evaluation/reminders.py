"""Who is to be reminded of what: a week before, and on the day. Reads, writes nothing.

Both have room for a worker that stood still: the first mail may come up to two days late, the second one day. An action
that is planned for less than five days from now gets the second one alone.
"""

from datetime import timedelta

from django.utils import timezone

from .models import Person, PlannedAction, Reminder

WEEK, DAY = Reminder.When.WEEK, Reminder.When.DAY
WINDOWS = {WEEK: (timedelta(days=5), timedelta(days=7)), DAY: (timedelta(days=-1), timedelta(days=0))}


def due_reminders(person=None):
    """Return what is to be told now: {person: {when: [actions]}}. With `person`, of this one alone."""
    people = Person.objects.filter(wants_reminders=True, email_confirmed_at__isnull=False).exclude(email="")
    if person is not None:
        people = people.filter(pk=person.pk)
    today = timezone.localdate()
    due = {}
    for when, (nearest, farthest) in WINDOWS.items():
        actions = PlannedAction.objects.filter(
            done_on=None,
            due_on__gte=today + nearest,
            due_on__lte=today + farthest,
            evaluation__people__in=people,
        ).distinct()
        by_evaluation = {}
        for action in actions:
            by_evaluation.setdefault(action.evaluation_id, []).append(action)
        told = set(
            Reminder.objects.filter(when=when, action__in=actions).values_list("person_id", "action_id", "due_on")
        )
        readers = people.filter(evaluation__in=by_evaluation).select_related("evaluation__organisation")
        for reader in readers:
            new = [
                action
                for action in by_evaluation[reader.evaluation_id]
                if (reader.pk, action.pk, action.due_on) not in told
            ]
            if new:
                due.setdefault(reader, {})[when] = new
    return due
