"""`manage.py work` as a process, on the database that DATABASE_URL names. Run by `test_work.py`.

It runs on its own, because the worker needs a database that keeps what is written. The tables are made from the models,
not by the migrations: that takes seconds, not half a minute. Prints what came of it as JSON.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent.parent


def main(folder):
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.hub.work_settings"
    import django
    from django.conf import settings

    django.setup()
    from django.apps import apps
    from django.core.management import call_command
    from django.db import connection

    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)

    from django_tasks_db.models import DBTaskResult

    from hub.models import ChoreRun
    from hub.working import BackgroundWork

    from .tasks_to_try import fail, take_long_at_first, write

    outcome = {"vendor": connection.vendor}

    def seconds_until(is_so, most=15):
        began = time.monotonic()
        while not is_so():
            if time.monotonic() > began + most:
                return None
            time.sleep(0.02)
        return time.monotonic() - began

    def seconds_for(name):
        path = folder / name
        write.enqueue(str(path))
        return seconds_until(path.exists)

    worker = start_worker()
    seconds_for("ready")
    outcome["done in time"] = min(seconds_for(f"again-{number}") for number in range(3)) < 2
    failed = fail.enqueue()
    outcome["done after one that failed"] = seconds_for("after-failure") is not None
    outcome["failed"] = DBTaskResult.objects.get(pk=failed.id).status

    with away(connection):
        time.sleep(1)
    outcome["done after the database was away"] = seconds_for("after-outage") is not None
    outcome["is the same process"] = worker.poll() is None

    path = folder / "killed"
    lost = DBTaskResult.objects.get(pk=take_long_at_first.enqueue(str(path), 60).id)
    seconds_until(path.exists)
    outcome["done beside one that takes long"] = seconds_for("beside") is not None
    worker.kill()
    worker.wait()
    lost.refresh_from_db()
    outcome["while its worker is dead"] = lost.status
    worker = start_worker()
    seconds_until(lambda: path.read_text() == "done")
    outcome["done by the next worker"] = path.read_text() == "done"

    worker.send_signal(signal.SIGTERM)
    began = time.monotonic()
    outcome["exit status"] = worker.wait(timeout=15)
    outcome["ends at once"] = time.monotonic() - began < 5

    path = folder / "stopped"
    work = BackgroundWork(tell=print)
    stopped = DBTaskResult.objects.get(pk=take_long_at_first.enqueue(str(path), 60).id)
    work.start()
    seconds_until(path.exists)
    work.stop(within=0.2)
    stopped.refresh_from_db()
    outcome["not done in time"] = stopped.status

    call_command("work", once=True)
    outcome["done once"] = path.read_text() == "done"
    outcome["chores that failed"] = list(ChoreRun.objects.filter(has_failed=True).values_list("name", flat=True))
    outcome["chores were run"] = ChoreRun.objects.exists()
    json.dump(outcome, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # the thread that takes long would not let it end


def start_worker():
    return subprocess.Popen([sys.executable, "manage.py", "work"], cwd=ROOT)


class away:
    """PostgreSQL lets nobody in meanwhile; SQLite's write lock is taken."""

    def __init__(self, connection):
        self.connection = connection

    def __enter__(self):
        if self.connection.vendor == "sqlite":
            self.connection.cursor().execute("BEGIN IMMEDIATE")
            return
        self.connection.close()
        server, _, self.name = os.environ["DATABASE_URL"].rpartition("/")
        self.server = psycopg.connect(f"{server}/postgres", autocommit=True)
        self.server.execute(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false")
        self.server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [self.name])

    def __exit__(self, *error):
        if self.connection.vendor == "sqlite":
            self.connection.cursor().execute("ROLLBACK")
            return
        self.server.execute(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")
        self.server.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
