"""What must happen by itself. Rooms register it in their `chores.py`; `manage.py chores` and `work` run what is due."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils import timezone

from .models import ChoreRun

logger = logging.getLogger(__name__)

# A chore that failed is tried again this soon, if it is not due earlier.
AGAIN_AFTER = timedelta(minutes=10)

_chores = {}


@dataclass(frozen=True)
class Chore:
    """Something that must happen by itself, and how often."""

    name: str
    every: timedelta
    do: Callable

    @property
    def longest(self):
        """How long it may take. One that began earlier and never ended was killed: another process may take it up."""
        return min(max(self.every, timedelta(minutes=10)), timedelta(hours=1))

    def began_before(self, now, *, failed=False):
        """Return the moment before which its last run must have begun, for it to be due at `now`."""
        pause = min(self.every, AGAIN_AFTER) if failed else self.every
        # Whoever calls once a minute is a moment early at times, and should not wait for the minute after.
        return now - pause + min(pause / 10, timedelta(minutes=1))


@dataclass(frozen=True)
class Outcome:
    """What a chore said, or with which error it ended."""

    chore: Chore
    said: str = ""
    error: Exception | None = None


class UnknownChoreError(LookupError):
    """There is no chore of this name. The text names those that there are."""


def chore(*, every, name=None):
    """Return a decorator that registers `do(*, dry_run)` as a chore that is due `every` so often (a timedelta).

    The function returns one sentence that says what it did, or with `dry_run` what it would do, writing nothing; an
    empty text if there was nothing to do. It may run at any moment, any number of times, in any process, and takes less
    than an hour. Its name is the function's, unless it is given.
    """

    def register(do):
        own = name or do.__name__
        known = _chores.get(own)
        if known and (known.do.__module__, known.do.__qualname__) != (do.__module__, do.__qualname__):
            raise ValueError(f"There are two chores of the name {own}: in {known.do.__module__} and {do.__module__}.")
        _chores[own] = Chore(own, every, do)
        return do

    return register


def counted(number, noun, plural=None):
    """Return "1 page" or "2 pages": for what chores say, which is not translated."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def all_chores():
    """Return all chores, by name."""
    return [_chores[name] for name in sorted(_chores)]


def named(names):
    """Return the chores of these names, or raise `UnknownChoreError`."""
    unknown = sorted(set(names) - set(_chores))
    if unknown:
        raise UnknownChoreError(f"There is no chore {', '.join(unknown)}. There are: {', '.join(sorted(_chores))}.")
    return [_chores[name] for name in names]


def due_chores():
    """Return the chores whose time has come and that no process is at."""
    runs = {run.name: run for run in ChoreRun.objects.all()}
    now = timezone.now()
    return [one for one in all_chores() if one.name not in runs or _is_due(one, runs[one.name], now)]


def run(chores, *, dry_run=False, even_if_not_due=True, stop=lambda: False):
    """Run `chores` one after the other and yield the `Outcome` of each; those that another process is at are left out.

    With `even_if_not_due=False` also those that another process has done in the meantime. Begins no other once `stop()`
    is true. A chore that raises is logged and does not stop the others.
    """
    for one in chores:
        if stop():
            return
        if dry_run:
            yield _do(one, dry_run=True)
        elif began_at := _claim(one, even_if_not_due=even_if_not_due):
            outcome = _do(one, dry_run=False)
            _note(outcome, began_at)
            yield outcome


def _is_due(one, its_run, now):
    if its_run.started_at is None:
        return True
    if its_run.finished_at is None:
        return its_run.started_at <= now - one.longest
    return its_run.started_at <= one.began_before(now, failed=its_run.has_failed)


def _claim(one, *, even_if_not_due):
    """Return the moment at which this process took the chore, or None if another one was quicker."""
    its_run, _ = ChoreRun.objects.get_or_create(name=one.name)
    now = timezone.now()
    is_free = its_run.finished_at or its_run.started_at is None or its_run.started_at <= now - one.longest
    if not is_free or not (even_if_not_due or _is_due(one, its_run, now)):
        return None
    # Two processes may have read the same row; only one of them finds it as it was.
    as_read = models.Q(started_at=its_run.started_at, finished_at=its_run.finished_at)
    taken = ChoreRun.objects.filter(as_read, pk=its_run.pk).update(started_at=now, finished_at=None)
    return now if taken else None


def _do(one, *, dry_run):
    try:
        return Outcome(one, said=one.do(dry_run=dry_run) or "")
    except Exception as error:
        logger.exception("The chore %s failed.", one.name)
        return Outcome(one, error=error)


def _note(outcome, began_at):
    """Write down how it went, unless it took so long that another process has begun it anew."""
    ChoreRun.objects.filter(name=outcome.chore.name, started_at=began_at).update(
        finished_at=timezone.now(),
        has_failed=outcome.error is not None,
        said=type(outcome.error).__name__ if outcome.error else outcome.said,
    )
