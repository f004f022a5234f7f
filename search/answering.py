"""What editors do about questions that people asked, and whether it helped."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone

from .models import Answer, AskedQuestion


@transaction.atomic
def answer(*, question, kind, by, note=""):
    """Note what `by` did about the group of `question`, and how things are now. Returns the Answer.

    Said twice, it is noted once; something else takes the place of what was said before.
    """
    known = Answer.objects.filter(group=question.group, language=question.language).first()
    if known and (known.kind, known.note) == (kind, note):
        return known
    rows = AskedQuestion.objects.like(question)
    latest = rows.order_by("-day", "-pk").first() or question
    now = timezone.now()
    today = rows.filter(day=timezone.localdate(now)).aggregate(times=Sum("times"))["times"]
    return Answer.objects.update_or_create(
        group=question.group,
        language=question.language,
        defaults={
            "kind": kind,
            "note": note,
            "answered_by": by,
            "answered_at": now,
            "results_before": latest.results,
            "covered_before": latest.covered,
            "asked_that_day": today or 0,
        },
    )[0]


def take_back(*, question):
    """Put the group of `question` back among those that nobody answered."""
    Answer.objects.filter(group=question.group, language=question.language).delete()


@dataclass(frozen=True)
class Progress:
    """How it went since an answer: how often it was asked, and what was found the last time."""

    answer: Answer
    asked_since: int
    results_since: int | None  # None: nobody asked since
    covered_since: int | None


def progress_of(groups):
    """Return the Progress of each of `groups`, pairs of group and language, that was answered. Two queries."""
    groups = set(groups)
    names = {group for group, _language in groups}
    answers = [
        each for each in Answer.objects.filter(group__in=names).select_related("answered_by")
        if (each.group, each.language) in groups
    ]  # fmt: skip
    if not answers:
        return {}
    first = min(timezone.localdate(each.answered_at) for each in answers)
    rows = list(
        AskedQuestion.objects.since(first).filter(group__in=[each.group for each in answers])
        .order_by("group", "language", "day").values("group", "language", "day")
        .annotate(asked=Sum("times"), found=Max("results"), part=Max("covered"))
    )  # fmt: skip
    return {(each.group, each.language): _progress(each, rows) for each in answers}


def _progress(given, rows):
    day = timezone.localdate(given.answered_at)
    own = [
        row for row in rows if (row["group"], row["language"]) == (given.group, given.language) and row["day"] >= day
    ]
    since = max(sum(row["asked"] for row in own) - given.asked_that_day, 0)
    if not since:
        return Progress(given, 0, None, None)
    return Progress(given, since, own[-1]["found"], own[-1]["part"])
