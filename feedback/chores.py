"""What must happen by itself with what readers said."""

from datetime import timedelta

from django.utils import timezone

from hub.chores import chore, counted

from . import telling
from .models import ADDRESS_KEPT_FOR, KEPT_FOR, Feedback, Notice


@chore(every=timedelta(days=1))
def forget_feedback(*, dry_run):
    """Forget what readers said a year ago, and addresses that nobody wrote to for 60 days."""
    now = timezone.now()
    old = Feedback.objects.filter(said_at__lt=now - KEPT_FOR)
    addresses = Feedback.objects.filter(said_at__lt=now - ADDRESS_KEPT_FOR).exclude(address="")
    gone, forgotten = old.count(), addresses.count()
    if not dry_run:
        Notice.objects.filter(sent_on__lt=timezone.localdate() - KEPT_FOR).delete()
    if not gone and not forgotten:
        return ""
    told = f"{counted(gone, 'answer')} to “Was this useful?” and {counted(forgotten, 'address', 'addresses')}."
    if dry_run:
        return f"Would forget {told}"
    addresses.update(address="")
    old.delete()
    return f"Forgot {told}"


@chore(every=timedelta(days=1))
def tell_what_readers_said(*, dry_run):
    """Tell those who answer for pages what readers said about them, each at most once in seven days."""
    if dry_run:
        everybody = telling.waiting()
        return _told("Would tell", len(everybody), sum(map(len, everybody.values()))) if everybody else ""
    mails, words = telling.tell()
    return _told("Told", mails, words) if mails else ""


def _told(verb, mails, words):
    return f"{verb} {counted(mails, 'person', 'people')} what {counted(words, 'reader')} said."
