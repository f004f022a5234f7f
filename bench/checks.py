"""`python -m bench.checks`: the chore that asks whether pages are still right, over 10,000 pages that are due at once.

Half of them have been due for a month, so that owners, deputies and editors are all told. *Bare* writes as many notices
and as many one-line mails to the same database, and decides nothing. *Again* is the chore once more, with nothing to
tell, as it runs every hour.
"""

import argparse
import random
import time
from datetime import timedelta

from bench.scratch import empty_hub

PEOPLE, EDITORS = 500, 4
LONGEST = 30  # seconds


def timed(do):
    begun = time.perf_counter()
    return do(), time.perf_counter() - begun


def fill(pages):
    """Make so many pages that are due, with people who look after them."""
    from django.contrib.auth.models import Group
    from django.utils import timezone
    from wagtail.models import Site

    from members.models import User
    from stewardship.models import Stewardship
    from tests.factories.stewardship import make_kept_pages

    chance = random.Random(3)
    people = User.objects.bulk_create(
        User(email=f"person{number}@example.org", name=f"Person {number}") for number in range(PEOPLE)
    )
    Group.objects.get(name="Editors").user_set.set(people[:EDITORS])
    rows = make_kept_pages(Site.objects.get(is_default_site=True).root_page, pages)
    for row in rows:
        row.owner, row.deputy = chance.sample(people, 2)
        row.next_check_on = timezone.localdate() - timedelta(days=chance.choice([0, 3, 30, 40]))
    Stewardship.objects.bulk_update(rows, ["owner", "deputy", "next_check_on"], batch_size=500)


def bare(mails, notices):
    """Write as much as the chore wrote, without deciding anything."""
    from django.core.mail import EmailMessage
    from django.db import transaction
    from django.utils import timezone

    from hub.letters import post
    from stewardship.models import Notice

    day = timezone.localdate() + timedelta(days=1000)
    keys = list(Notice.objects.values_list("stewardship", "stage", "reader")[:notices])
    with transaction.atomic():
        Notice.objects.bulk_create(
            [
                Notice(stewardship_id=row, stage=stage, reader_id=who, due_on=day, sent_on=day)
                for row, stage, who in keys
            ],
            batch_size=1000,
        )
        post([EmailMessage(subject="-", body="-", to=["person@example.org"]) for _ in range(mails)])


def run(pages):
    with empty_hub("sqlite"):
        from hub.models import WaitingMail
        from stewardship import telling
        from stewardship.models import Notice

        fill(pages)
        (mails, told), seconds = timed(telling.tell)
        notices = Notice.objects.count()
        again, seconds_again = timed(telling.tell)
        assert WaitingMail.objects.count() == mails, "somebody got two mails"
        _nothing, seconds_bare = timed(lambda: bare(mails, notices))
    print(f"\nThe chore of checks: {told} pages that are due, {mails} mails, {notices} notices")
    ratio = seconds / seconds_bare
    print(f"  told everybody in {seconds:.1f} s (at most {LONGEST}), bare {seconds_bare:.1f} s: {ratio:.1f} ×")
    print(f"  again: {again[0]} mails, {seconds_again:.2f} s")
    if seconds > LONGEST or again[0]:
        raise SystemExit("The chore of checks took too long, or told somebody twice.")


def main():
    parser = argparse.ArgumentParser(prog="python -m bench.checks", description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    run(parser.parse_args().pages)


if __name__ == "__main__":
    main()
