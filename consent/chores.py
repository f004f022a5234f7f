"""What time does to consents: they are announced before they end, and what they cover goes when they have."""

import logging
from datetime import timedelta

from django.utils import timezone

from hub.chores import chore, counted

from . import actions, emails
from .models import Consent

logger = logging.getLogger(__name__)


@chore(every=timedelta(hours=1))
def end_consents(*, dry_run):
    """Take what is covered by consents whose last day has passed out of sight.

    One that fails does not keep the others: its error is told when they are through, and it is tried again.
    """
    over = list(Consent.objects.over())
    if not over:
        return ""
    if dry_run:
        return f"Would end {counted(len(over), 'consent')}."
    errors = []
    for consent in over:
        try:
            actions.end(consent=consent)
        except Exception as error:
            logger.exception("Consent %s could not be ended.", consent.pk)
            errors.append(error)
    if errors:
        raise ExceptionGroup(f"Could not end {counted(len(errors), 'consent')} of {len(over)}.", errors)
    return f"Ended {counted(len(over), 'consent')}."


@chore(every=timedelta(hours=12))
def announce_ending_consents(*, dry_run):
    """Tell editors once of each consent that ends within 30 days."""
    ending = list(Consent.objects.ending().filter(announced_at=None).exclude(pk__in=Consent.objects.over()))
    if not ending:
        return ""
    if dry_run:
        return f"Would announce the end of {counted(len(ending), 'consent')}."
    # Marked first: a chore that is stopped in the middle must not write twice.
    mine = [
        consent
        for consent in ending
        if Consent.objects.filter(pk=consent.pk, announced_at=None).update(announced_at=timezone.now())
    ]
    emails.tell_ending(mine)
    return f"Announced the end of {counted(len(mine), 'consent')}."
