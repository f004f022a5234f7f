"""The background work of one process: a thread for each queue of tasks, and one for the chores."""

import logging
import threading
import time

from django.conf import settings
from django.db import InterfaceError, OperationalError, close_old_connections, connection, reset_queries
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from . import chores, lost_tasks

logger = logging.getLogger(__name__)

# How long a task waits at most until a worker sees it, in seconds.
POLL = 0.25
# How often due chores are looked for, and how soon after the start, in seconds.
CHORES_EVERY = 60
CHORES_AFTER = 5
# How long to wait for a database that is away, in seconds: longer each time.
SHORTEST_PAUSE, LONGEST_PAUSE = 0.5, 10


class BackgroundWork:
    """Runs until it is stopped, whatever happens to the database meanwhile."""

    def __init__(self, tell):
        self.tell = tell  # called with each line that a chore says
        self.stopping = threading.Event()
        self.queues = [QueueWorker(name) for name in settings.TASKS["default"]["QUEUES"]]
        steps = {f"queue {queue.name}": queue.step for queue in self.queues} | {"chores": self.run_chores}
        self.threads = [
            threading.Thread(target=self._repeat, args=[name, step], name=name, daemon=True)
            for name, step in steps.items()
        ]

    def start(self):
        self.chores_at = time.monotonic() + CHORES_AFTER
        for thread in self.threads:
            thread.start()

    def stop(self, *, within):
        """Let what runs come to its end for `within` seconds at most; tasks that do not go back into the queue."""
        self.stopping.set()
        for queue in self.queues:
            queue.worker.running = False
        until = time.monotonic() + within
        for thread in self.threads:
            thread.join(max(until - time.monotonic(), 0))
        busy = {thread.name for thread in self.threads if thread.is_alive()}
        left = [queue.worker.worker_id for queue in self.queues if f"queue {queue.name}" in busy]
        if left:
            number = lost_tasks.put_back(lost_tasks.lost_tasks(own=left))
            logger.warning("%d tasks were not done in time; they are in the queue again.", number)

    def run_once(self):
        """Run the tasks that are in the queue and the chores that are due, and come back."""
        self.chores_at = time.monotonic()
        self.run_chores()  # first, as they put tasks in the queue
        for queue in self.queues:
            queue.step()

    def run_chores(self):
        """Run the due chores if it is time to look for them, and return how many seconds to wait."""
        wait = self.chores_at - time.monotonic()
        if wait > 0:
            return wait
        due = chores.due_chores()
        self.chores_at = time.monotonic() + CHORES_EVERY
        for outcome in chores.run(due, even_if_not_due=False, stop=self.stopping.is_set):
            if outcome.said:
                self.tell(f"{outcome.chore.name}: {outcome.said}")
        close_old_connections()
        return CHORES_EVERY

    def _repeat(self, name, step):
        """Call `step` until the end; it returns how long to wait. A database that is away is asked again and again."""
        pause = 0
        while not self.stopping.is_set():
            try:
                wait = step()
                if pause:
                    logger.warning("Background work (%s) goes on.", name)
                    pause = 0
            except Exception as error:
                if not pause:
                    is_away = isinstance(error, OperationalError | InterfaceError)  # no error of ours to look for
                    kind = type(error).__name__
                    logger.error("Background work (%s) waits after %s.", name, kind, exc_info=not is_away)
                wait = pause = min(max(pause * 2, SHORTEST_PAUSE), LONGEST_PAUSE)
                connection.close()
            reset_queries()  # with DEBUG, Django keeps every query until somebody says this
            self.stopping.wait(wait)
        connection.close()


class QueueWorker:
    """Runs the tasks of one queue, with the library's worker."""

    def __init__(self, name):
        self.name = name
        self.worker = Worker(
            queue_names=[name],
            interval=0.1,
            batch=True,  # it comes back when the queue is empty, so that we can look before it locks
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=lost_tasks.worker_id(name),
            excluded_queue_names=[],
        )
        self.is_in_order = False

    def step(self):
        """Run what is in the queue, and return how many seconds to wait.

        The worker takes SQLite's write lock to look for a task, so we look first, which locks nothing.
        """
        if not self.is_in_order:  # at the start, and after trouble
            lost_tasks.put_back(lost_tasks.lost_tasks(own=[self.worker.worker_id]))
        self.is_in_order = False
        if DBTaskResult.objects.ready().filter(backend_name="default", queue_name=self.name).exists():
            self.worker.run()
        self.is_in_order = True
        return POLL
