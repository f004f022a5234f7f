"""The queue of tasks: when they run, and that none is lost with its worker."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub import lost_tasks
from hub.housekeeping import forget_finished_tasks, put_back_lost_tasks
from hub.queue import at_once
from hub.working import QueueWorker

from .tasks_to_try import fail, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]


@pytest.fixture
def worker():
    return QueueWorker("default")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "written"


def running(path, worker_ids, **options):
    """A task that a worker of this name has in hand."""
    row = DBTaskResult.objects.get(pk=write.enqueue(str(path)).id)
    row.status, row.worker_ids, row.started_at = "RUNNING", worker_ids, timezone.now()
    row.save()
    return row


def of_a_dead_process():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return f"{lost_tasks._host}/{ended.pid}-abc/default"


class TestRunning:
    def test_tasks_run_in_the_worker_and_not_before(self, worker, path):
        write.enqueue(str(path))
        assert not path.exists()
        worker.step()
        assert path.read_text() == "done"

    def test_looking_into_an_empty_queue_locks_nothing(self, worker, django_assert_num_queries):
        worker.step()
        with django_assert_num_queries(1) as looked:
            worker.step()
        assert looked.captured_queries[0]["sql"].startswith("SELECT")

    def test_each_worker_does_its_own_queue(self, path):
        write.using(queue_name="slow").enqueue(str(path))
        QueueWorker("default").step()
        assert not path.exists()
        QueueWorker("slow").step()
        assert path.exists()

    def test_a_task_that_fails_does_not_stop_the_next(self, worker, path):
        failed = DBTaskResult.objects.get(pk=fail.enqueue().id)
        write.enqueue(str(path))
        worker.step()
        failed.refresh_from_db()
        assert failed.status == "FAILED"
        assert path.exists()

    def test_at_once(self, path):
        with at_once():
            write.enqueue(str(path))
            assert path.exists()
        assert not DBTaskResult.objects.exists()
        write.enqueue(str(path))
        assert DBTaskResult.objects.count() == 1


class TestLostTasks:
    def test_of_a_dead_process_on_this_machine_go_back_at_once(self, path):
        row = running(path, [of_a_dead_process()])
        assert put_back_lost_tasks(dry_run=True) == "Would put back, or give up, 1 lost task."
        row.refresh_from_db()
        assert row.status == "RUNNING"
        assert put_back_lost_tasks(dry_run=False) == "Put 1 lost task back into the queue and gave up 0."
        QueueWorker("default").step()
        assert path.exists()

    def test_a_worker_puts_them_back_when_it_starts(self, worker, path):
        running(path, [of_a_dead_process()])
        worker.step()
        assert path.exists()

    @pytest.mark.parametrize(
        "name", ["another-machine/1-abc/default", f"{lost_tasks._host}/{os.getppid()}-abc/default"]
    )
    def test_of_other_workers_go_back_after_ten_minutes(self, path, name):
        row = running(path, [name])
        assert put_back_lost_tasks(dry_run=False) == ""
        with time_machine.travel(timezone.now() + timedelta(minutes=11)):
            put_back_lost_tasks(dry_run=False)
        row.refresh_from_db()
        assert row.status == "READY"

    def test_of_a_process_before_us_with_our_number_go_back(self, path):
        """In a container the worker has the same number after each start."""
        running(path, [f"{lost_tasks._host}/{os.getpid()}-abc/default"])
        assert put_back_lost_tasks(dry_run=False).startswith("Put 1 lost")

    def test_what_this_process_does_is_not_lost(self, path, worker):
        running(path, [worker.worker.worker_id])
        assert put_back_lost_tasks(dry_run=False) == ""

    def test_what_was_lost_three_times_is_given_up(self, path):
        row = running(path, ["a", "b", of_a_dead_process()])
        assert put_back_lost_tasks(dry_run=False) == "Put 0 lost tasks back into the queue and gave up 1."
        row.refresh_from_db()
        assert row.status == "FAILED"
        assert "3 times" in row.traceback


class TestForgetting:
    def test_done_after_an_hour_failed_after_two_weeks_waiting_never(self, worker, path):
        write.enqueue(str(path))
        fail.enqueue()
        worker.step()
        waiting = write.enqueue(str(path))
        assert forget_finished_tasks(dry_run=False) == ""
        with time_machine.travel(timezone.now() + timedelta(minutes=61)):
            assert forget_finished_tasks(dry_run=True) == "Would forget 1 finished task."
            assert DBTaskResult.objects.count() == 3
            assert forget_finished_tasks(dry_run=False) == "Forgot 1 finished task."
            assert DBTaskResult.objects.count() == 2
        with time_machine.travel(timezone.now() + timedelta(days=15)):
            assert forget_finished_tasks(dry_run=False) == "Forgot 1 finished task."
        assert str(DBTaskResult.objects.get().pk) == waiting.id


class TestStandstill:
    WORDS = "The background work stands still since"

    def test_editors_are_told_that_no_worker_runs(self, client, edith, path):
        client.force_login(edith)
        write.enqueue(str(path))
        assert self.WORDS not in client.get("/admin/").text
        DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=6))
        assert self.WORDS in client.get("/admin/").text

    def test_they_are_not_once_it_is_done(self, client, edith, path, worker):
        client.force_login(edith)
        write.enqueue(str(path))
        DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=6))
        worker.step()
        assert self.WORDS not in client.get("/admin/").text
