"""Asking other sites: slow, and beside everything that must happen on time."""

from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from . import links


@task(queue_name="slow")
def ask_outgoing_links():
    """Ask some of the links out of pages whether anybody still answers."""
    links.ask()


def ask_soon():
    """Put the asking into the queue, unless it is there or under way."""
    waiting = DBTaskResult.objects.filter(
        task_path=ask_outgoing_links.module_path, status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING]
    )
    if not waiting.exists():
        ask_outgoing_links.enqueue()
