"""The chores that no room has for itself: what editors timed, sessions, the queue of tasks, waiting mail."""

from datetime import timedelta
from io import StringIO

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import DraftStateMixin, Page, Revision

from .chores import chore, counted
from .lost_tasks import lost_tasks, put_back
from .mail_queue import send_due_mail
from .models import WaitingMail

# How long finished tasks are kept, to see what went on. What failed is kept longer: somebody has to find out why.
KEEP_DONE = timedelta(hours=1)
KEEP_FAILED = timedelta(days=14)


@chore(every=timedelta(minutes=1))
def publish_scheduled(*, dry_run):
    """Publish what editors timed, and take down what has run out."""
    now = timezone.now()
    others = [
        model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    up = Revision.objects.filter(approved_go_live_at__lt=now).count()
    down = sum(model.objects.filter(live=True, expire_at__lt=now).count() for model in [Page, *others])
    if not up and not down:
        return ""
    if dry_run:
        return f"Would publish {counted(up, 'page')} and take down {down}."
    call_command("publish_scheduled", stdout=StringIO())
    return f"Published {counted(up, 'page')} and took down {down}."


@chore(every=timedelta(days=1))
def clear_sessions(*, dry_run):
    """Forget the sessions that have run out."""
    number = Session.objects.filter(expire_date__lt=timezone.now()).count()
    if not number:
        return ""
    if dry_run:
        return f"Would forget {counted(number, 'session')} that ran out."
    call_command("clearsessions")
    return f"Forgot {counted(number, 'session')} that ran out."


@chore(every=timedelta(minutes=1))
def put_back_lost_tasks(*, dry_run):
    """Put tasks whose worker died back into the queue."""
    lost = lost_tasks()
    if not lost:
        return ""
    if dry_run:
        return f"Would put back, or give up, {counted(len(lost), 'lost task')}."
    number = put_back(lost)
    return f"Put {counted(number, 'lost task')} back into the queue and gave up {len(lost) - number}."


@chore(every=timedelta(minutes=15))
def forget_finished_tasks(*, dry_run):
    """Delete the rows of tasks that were done more than an hour ago, or failed more than two weeks ago."""
    now = timezone.now()
    finished = DBTaskResult.objects.filter(
        Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lte=now - KEEP_DONE)
        | Q(status=TaskResultStatus.FAILED, finished_at__lte=now - KEEP_FAILED)
    )
    if dry_run:
        number = finished.count()
        return f"Would forget {counted(number, 'finished task')}." if number else ""
    number = 0
    while keys := list(finished.order_by().values_list("pk", flat=True)[:1000]):  # other writers get their turn
        number += DBTaskResult.objects.filter(pk__in=keys).delete()[0]
    return f"Forgot {counted(number, 'finished task')}." if number else ""


@chore(every=timedelta(minutes=1))
def send_waiting_mail(*, dry_run):
    """Try mail again that the mail server did not take, and forget what is out of date."""
    old, due = WaitingMail.objects.out_of_date(), WaitingMail.objects.due()
    gone, number = old.count(), due.exclude(pk__in=old.values("pk")).count()
    if not gone and not number:
        return ""
    if dry_run:
        return f"Would send {counted(number, 'waiting mail')} and forget {gone} out of date."
    old.delete()
    if number:
        send_due_mail.enqueue()
    return f"Asked for {counted(number, 'waiting mail')} to be sent and forgot {gone} out of date."
