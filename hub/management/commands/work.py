"""`manage.py work`: the background work of a hub, in one process, until it is told to stop."""

import os
import signal
import sys
import threading

from django.core.management.base import BaseCommand

from hub.working import BackgroundWork

# How long tasks may take to come to their end after SIGTERM, in seconds.
WITHIN = 8


class Command(BaseCommand):
    help = "Run tasks as they are put in the queue, and the chores that are due, until SIGTERM or Ctrl+C."
    requires_system_checks = []  # the server that puts tasks in the queue makes them

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="run what waits and what is due, then end: for cron")
        parser.add_argument("--until-input-ends", action="store_true", help="end when whoever started this is gone")

    def handle(self, *, once, until_input_ends, **options):
        work = BackgroundWork(tell=self.tell)
        if once:
            work.run_once()
            return
        told = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda number, frame: told.set())
        if until_input_ends:
            threading.Thread(target=_wait_for_end_of_input, args=[told], daemon=True).start()
        work.start()
        told.wait()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)  # a second one ends it at once
        work.stop(within=WITHIN)

    def tell(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def _wait_for_end_of_input(told):
    while os.read(sys.stdin.fileno(), 1024):
        pass
    told.set()
