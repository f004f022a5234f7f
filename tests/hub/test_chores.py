"""Chores: which are due, that each is run once, and what is said of them."""

import threading
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection

from hub import chores
from hub.models import ChoreRun

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def registered(monkeypatch):
    """No chores but those of the test; the list of what they did."""
    monkeypatch.setattr(chores, "_chores", {})
    return []


@pytest.fixture
def sweep(registered):
    """A chore that is due once an hour."""

    @chores.chore(every=timedelta(hours=1))
    def sweep(*, dry_run):
        if not dry_run:
            registered.append("swept")
        return "Would sweep one room." if dry_run else "Swept one room."

    return sweep


@pytest.fixture
def breaks(registered):
    """A chore that fails; its name comes before the other's."""

    @chores.chore(every=timedelta(days=1), name="break")
    def break_things(*, dry_run):
        raise RuntimeError("the bucket has a hole")


def run(*names, **options):
    """Return what `manage.py chores` prints."""
    out = StringIO()
    call_command("chores", *names, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.mark.django_db
class TestDue:
    def test_a_new_chore_is_due_at_once_and_then_when_its_time_has_come(self, clock, sweep, registered):
        assert run() == "sweep: Swept one room.\n"
        clock.shift(timedelta(minutes=50))
        assert run() == ""
        clock.shift(timedelta(minutes=10))
        assert run() == "sweep: Swept one room.\n"
        assert registered == ["swept", "swept"]

    def test_once_a_minute_is_every_minute_though_cron_is_a_moment_early(self, clock, registered):
        chores.chore(every=timedelta(minutes=1), name="tick")(lambda *, dry_run: registered.append("tick"))
        run()
        clock.shift(timedelta(seconds=58))
        run()
        clock.shift(timedelta(seconds=30))
        run()
        assert registered == ["tick", "tick"]

    def test_all_and_names_run_what_is_not_due(self, clock, sweep, registered):
        run()
        assert run(every_one=True) == "sweep: Swept one room.\n"
        assert run("sweep") == "sweep: Swept one room.\n"
        assert len(registered) == 3

    def test_an_unknown_name_tells_the_known_ones(self, sweep):
        with pytest.raises(CommandError, match=r"There is no chore swep. There are: sweep\."):
            run("swep")

    def test_one_that_runs_is_left_alone_until_it_must_have_been_killed(self, clock, sweep, registered):
        ChoreRun.objects.create(name="sweep", started_at=NOON)
        clock.shift(timedelta(minutes=59))
        assert run() == ""
        assert run("sweep") == "sweep: another process is at it.\n"
        clock.shift(timedelta(minutes=1))
        assert run() == "sweep: Swept one room.\n"

    def test_the_slow_end_of_a_run_that_was_given_up_changes_nothing(self, clock, registered):
        @chores.chore(every=timedelta(hours=1))
        def slow(*, dry_run):
            ChoreRun.objects.update(started_at=NOON + timedelta(hours=2))  # another process took it up meanwhile
            return "Late."

        run()
        assert ChoreRun.objects.values_list("said", "finished_at").get() == ("", None)


@pytest.mark.django_db
class TestDryRun:
    def test_says_what_it_would_do_and_writes_nothing(self, sweep, registered, django_assert_num_queries):
        with django_assert_num_queries(1):  # which are due
            assert run(dry_run=True) == "sweep: Would sweep one room.\n"
        assert registered == []
        assert not ChoreRun.objects.exists()


@pytest.mark.django_db
class TestFailure:
    def test_does_not_stop_the_others_and_is_told(self, breaks, sweep, registered, caplog):
        with pytest.raises(CommandError, match="Failed: break"):
            run()
        assert registered == ["swept"]
        assert "The chore break failed." in caplog.text
        failed = ChoreRun.objects.get(name="break")
        assert failed.has_failed
        assert failed.said == "RuntimeError"  # the message may hold something personal
        assert failed.finished_at

    def test_is_tried_again_soon(self, clock, breaks):
        with pytest.raises(CommandError):
            run()
        clock.shift(timedelta(minutes=5))
        assert run() == ""
        clock.shift(timedelta(minutes=5))
        with pytest.raises(CommandError):
            run()


class TestRegistry:
    def test_two_of_one_name_are_refused(self, sweep):
        with pytest.raises(ValueError, match="two chores of the name sweep"):
            chores.chore(every=timedelta(days=1), name="sweep")(lambda *, dry_run: "")

    def test_list(self, sweep):
        assert run(only_list=True) == "sweep: every 1:00:00\n"

    @pytest.mark.django_db
    def test_every_chore_of_ours_says_in_a_dry_run_what_it_would_do(self):
        """None fails on an empty hub, none writes."""
        before = list(ChoreRun.objects.values())
        run(every_one=True, dry_run=True)
        assert list(ChoreRun.objects.values()) == before


@pytest.mark.django_db
def test_a_runner_that_comes_between_leaves_nothing_to_the_other(sweep, registered, monkeypatch):
    """Both have read that the chore is due; the other one is quicker to take it."""
    run()
    ChoreRun.objects.update(started_at=None, finished_at=None)
    is_due, came = chores._is_due, []

    def while_the_other_runs(*args):
        if not came:
            came.append(True)
            run()
        return is_due(*args)

    before = len(registered)
    [one] = [each for each in chores.all_chores() if each.name == "sweep"]
    monkeypatch.setattr(chores, "_is_due", while_the_other_runs)
    assert list(chores.run([one], even_if_not_due=False)) == []
    assert len(registered) == before + 1


def test_runners_at_once_run_a_chore_once(committed_rows, registered):
    committed_rows(ChoreRun)
    together = threading.Barrier(4)

    @chores.chore(every=timedelta(hours=1))
    def once(*, dry_run):
        registered.append("done")

    ChoreRun.objects.create(name="once")
    due = chores.due_chores()
    seen = []

    def runner():
        try:
            together.wait(timeout=10)
            seen.append(len(list(chores.run(due, even_if_not_due=False))))
        finally:
            connection.close()

    threads = [threading.Thread(target=runner) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert registered == ["done"]
    assert sorted(seen) == [0, 0, 0, 1]
