"""Tasks whose worker died go back into the queue, so that nothing is lost with it; and those that no worker takes."""

import os
import secrets
import socket
from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# A task that has run for so long is lost, whatever its worker's machine is: no task may take longer.
LONGEST = timedelta(minutes=10)
# A task that was lost so often may be what kills the worker.
MOST_TRIES = 3
# When the quick queue has not been touched for so long, no worker runs.
STANDSTILL = timedelta(minutes=5)

_host = socket.gethostname()[:30].replace("/", "-")
_process = f"{os.getpid()}-{secrets.token_hex(4)}"


def worker_id(queue_name):
    """Return a name for the worker of one queue in this process: machine, process, queue."""
    return f"{_host}/{_process}/{queue_name}"


def waiting_since():
    """Return when the oldest task of the quick queue was put there, if nobody took it for minutes, else None."""
    oldest = DBTaskResult.objects.ready().filter(queue_name="default").order_by("enqueued_at").first()
    if oldest and oldest.enqueued_at <= timezone.now() - STANDSTILL:
        return oldest.enqueued_at
    return None


def lost_tasks(own=()):
    """Return the tasks that are said to run but do not. `own` are workers here that have no task in hand."""
    limit = timezone.now() - LONGEST
    return [
        row
        for row in DBTaskResult.objects.running()
        if row.started_at is None or row.started_at <= limit or _is_dead(row.worker_ids[-1], own)
    ]


def put_back(rows):
    """Put tasks back into the queue and return how many; those that were lost too often fail instead."""
    number = 0
    for row in rows:
        as_read = DBTaskResult.objects.filter(pk=row.pk, status=row.status, started_at=row.started_at)
        if len(row.worker_ids) < MOST_TRIES:
            number += as_read.update(status=TaskResultStatus.READY, started_at=None)
        else:
            as_read.update(
                status=TaskResultStatus.FAILED,
                finished_at=timezone.now(),
                traceback=f"Its worker ended before it did, {len(row.worker_ids)} times.",
            )
    return number


def _is_dead(worker, own):
    """Return whether the worker is one of this machine that is gone. Of other machines we cannot tell."""
    host, _, rest = worker.partition("/")
    process = rest.partition("/")[0]
    number = process.partition("-")[0]
    if worker in own:
        return True
    if host != _host or process == _process or not number.isdecimal():
        return False
    return int(number) == os.getpid() or not _is_running(int(number))


def _is_running(number):
    try:
        os.kill(number, 0)  # sends nothing, only asks
    except ProcessLookupError:
        return False
    except OSError:
        return True  # it is somebody else's
    return True
