"""Who is to be told what readers said: at most one mail in seven days, and never twice about the same words."""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from hub.answering import members_for
from hub.letters import post

from . import emails
from .models import Feedback, Notice

PAUSE = timedelta(days=7)


def waiting(day=None):
    """Return what is to be told on `day` (today): {member: what readers said and nobody has dealt with}."""
    day = day or timezone.localdate()
    said = list(Feedback.objects.open().on_live_pages().select_related("page__locale", "page__owner").oldest_first())
    members = members_for([each.page for each in said])
    told = set(Notice.objects.exclude(feedback=None).values_list("feedback", "member"))
    told_lately = set(Notice.objects.filter(sent_on__gt=day - PAUSE).values_list("member", flat=True))
    new = defaultdict(list)
    for each in said:
        member = members.get(each.page_id)
        if member and member.wants_feedback_mail and member.pk not in told_lately and (each.pk, member.pk) not in told:
            new[member].append(each)
    return dict(new)


def tell(day=None):
    """Tell everybody who is to be told, and return (mails, words)."""
    day = day or timezone.localdate()
    everybody = waiting(day)
    for member, said in everybody.items():
        with transaction.atomic():
            Notice.objects.bulk_create([Notice(feedback=each, member=member, sent_on=day) for each in said])
            post([emails.words_letter(member, said)])
    return len(everybody), sum(map(len, everybody.values()))
