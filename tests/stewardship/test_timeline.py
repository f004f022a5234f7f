"""Eighteen months of 300 pages: every mail about a due check, compared with a plain calculation of who is to get which.

The chore runs at odd hours, several times a day or not for weeks. Meanwhile people answer, promise, hand over, leave,
and editors choose others. The calculation knows nothing of how the chore works: it goes through all pages one by one
and keeps a list of what each person was told.
"""

import random
import re
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.contrib.auth.models import Group
from django.core import mail
from wagtail.models import Page

from stewardship import actions
from stewardship.chores import ask_for_checks, find_owners
from stewardship.emails import MOST_PAGES
from stewardship.models import Check, Notice, Stewardship
from tests.factories.members import UserFactory
from tests.factories.stewardship import make_kept_pages

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
BEGIN, MONTHS, PAGES = date(2026, 1, 5), 18, 300
SECTIONS = {1: "You look after", 2: "You are the deputy", 3: "Nobody has said for four weeks"}


class Calculation:
    """Who is to be told what, by the rules in words: the owner at once, the deputy after 14 days, editors after 28."""

    def __init__(self, pages, editors):
        self.pages, self.editors = pages, editors  # name → {owner, deputy, due, months, live, promises}; addresses
        self.gone = set()  # who left the hub
        self.told = set()  # (page, due, stage, address)
        self.told_to_editors = set()  # (page, due)
        self.told_on = defaultdict(set)  # day → addresses

    def mails(self, day):
        """Return {address: {stage: names of pages, the longest due first}} for a run on `day`."""
        free = lambda address: address and address not in self.gone and address not in self.told_on[day]  # noqa: E731
        editors = self.editors - self.gone
        mails = defaultdict(lambda: defaultdict(list))
        for name, page in sorted(self.pages.items(), key=lambda pair: (pair[1]["due"], pair[0])):
            due, late = page["due"], (day - page["due"]).days
            if not page["live"] or late < 0:
                continue
            if free(page["owner"]) and (name, due, 1, page["owner"]) not in self.told:
                mails[page["owner"]][1].append(name)
            if late >= 14 and free(page["deputy"]) and (name, due, 2, page["deputy"]) not in self.told:
                mails[page["deputy"]][2].append(name)
            if (
                late >= 28
                and (name, due) not in self.told_to_editors
                and editors
                and all(free(editor) for editor in editors)
            ):
                for editor in editors:
                    mails[editor][3].append(name)
        for address, stages in mails.items():
            self.told_on[day].add(address)
            self.told |= {(name, self.pages[name]["due"], stage, address) for stage in stages for name in stages[stage]}
            self.told_to_editors |= {(name, self.pages[name]["due"]) for name in stages.get(3, ())}
        return {address: dict(stages) for address, stages in mails.items()}

    def pass_on(self, name, address, day):
        """Let a page have another owner, who hears of it by another mail."""
        page = self.pages[name]
        page["owner"] = address
        if not address or page["deputy"] == address:
            page["deputy"] = None
        if address and page["due"] <= day:
            self.told.add((name, page["due"], 1, address))
            self.told_on[day].add(address)


def what_mails_say():
    """Return what the mails about due checks in the outbox say, as `Calculation.mails` does, and empty it."""
    said = {}
    for message in mail.outbox:
        if not re.match(r"\d+ pages? to check$", message.subject):
            continue
        (address,) = message.to
        assert address not in said, "two mails to one person"
        parts = re.split(f"^({'|'.join(SECTIONS.values())})", message.body, flags=re.M)
        stages = {}
        for opening, text in zip(parts[1::2], parts[2::2], strict=True):
            stage = next(number for number, words in SECTIONS.items() if words == opening)
            names = re.findall(r"^- (Page \d+) \(due since", text, flags=re.M)
            more = re.search(r"^And (\d+) more", text, flags=re.M)
            assert bool(more) == (len(names) == MOST_PAGES and bool(more))
            stages[stage] = (names, len(names) + int(more[1] if more else 0))
        said[address] = stages
        total = sum(count for _names, count in stages.values())
        assert message.subject == f"{total} page{'s' * (total != 1)} to check"
    mail.outbox.clear()
    return said


def shortened(mails):
    return {
        address: {stage: (names[:MOST_PAGES], len(names)) for stage, names in stages.items()}
        for address, stages in mails.items()
    }


class World:
    """The hub, and the calculation beside it; what happens, happens to both."""

    def __init__(self, home):
        self.chance = random.Random(7)
        self.people = {
            user.email: user for user in [UserFactory(email=f"person{number}@example.org") for number in range(24)]
        }
        editors = [UserFactory(email=f"editor{number}@example.org") for number in range(3)]
        for editor in editors:
            editor.groups.add(Group.objects.get(name="Editors"))
        self.people |= {editor.email: editor for editor in editors}
        addresses = sorted(self.people)
        rows = make_kept_pages(home, PAGES)
        pages = {}
        for number, row in enumerate(rows, start=1):
            owner, deputy = self.chance.sample(addresses, 2)
            page = {
                "owner": owner,
                "deputy": deputy if self.chance.random() < 0.7 else None,
                "due": BEGIN + timedelta(days=self.chance.randrange(200)),
                "months": self.chance.choice([1, 3, 6, 12]),
                "live": True,
                "promises": 0,
            }
            row.owner, row.deputy = self.people[owner], self.people.get(page["deputy"])
            row.next_check_on, row.interval = page["due"], page["months"]
            pages[f"Page {number:05}"] = page
        Stewardship.objects.bulk_update(rows, ["owner", "deputy", "next_check_on", "interval"])
        self.keys = dict(zip(pages, [row.pk for row in rows], strict=True))
        self.page_keys = dict(zip(pages, [row.page_id for row in rows], strict=True))
        self.expected = Calculation(pages, {editor.email for editor in editors})

    def row(self, name):
        return Stewardship.objects.get(pk=self.keys[name])

    def happen(self, day):
        """Let people do something on `day`."""
        pages, gone = self.expected.pages, self.expected.gone
        for name in self.chance.sample(sorted(pages), 12):
            page = pages[name]
            if page["due"] > day or not page["owner"] or not page["live"]:
                continue
            owner, what = self.people[page["owner"]], self.chance.random()
            if what < 0.5:
                actions.confirm(stewardship=self.row(name), by=owner, place=Check.Place.MAIL, due_on=page["due"])
                page |= {"due": day + relativedelta(months=page["months"]), "promises": 0}
            elif what < 0.6 and page["promises"] < 2:
                actions.promise(stewardship=self.row(name), by=owner, place=Check.Place.MAIL, due_on=page["due"])
                page |= {"due": day + timedelta(days=14), "promises": page["promises"] + 1}
            elif what < 0.65:
                actions.give_up(stewardship=self.row(name), by=owner, place=Check.Place.MAIL, due_on=page["due"])
                self.expected.pass_on(name, page["deputy"], day)
        if self.chance.random() < 0.2:  # an editor chooses somebody else
            name = self.chance.choice(sorted(pages))
            new = self.chance.choice(sorted(self.people.keys() - gone - {pages[name]["deputy"], pages[name]["owner"]}))
            deputy = self.people.get(pages[name]["deputy"])
            actions.appoint(stewardship=self.row(name), owner=self.people[new], deputy=deputy, by=None)
            pages[name]["owner"] = new
            self.expected.pass_on(name, new, day)
        if self.chance.random() < 0.1:  # a page is taken down, or comes back
            name = self.chance.choice(sorted(pages))
            pages[name]["live"] = not pages[name]["live"]
            Page.objects.filter(pk=self.page_keys[name]).update(live=pages[name]["live"])
        if self.chance.random() < 0.03 and len(gone) < 10:
            self.leave(self.chance.choice(sorted(self.people.keys() - gone)), day)

    def leave(self, address, day):
        """Somebody leaves; their pages go to the deputies, and where they were the deputy, nobody is."""
        self.people[address].is_active = False
        self.people[address].save()
        find_owners(dry_run=False)
        self.expected.gone.add(address)
        for name, page in self.expected.pages.items():
            if page["deputy"] == address:
                page["deputy"] = None
            if page["owner"] == address:
                self.expected.pass_on(name, page["deputy"], day)

    def run(self, moment):
        """Run the chore, and compare every mail."""
        day = moment.astimezone(LONDON).date()
        expected = shortened(self.expected.mails(day))
        mail.outbox.clear()
        said = ask_for_checks(dry_run=False)
        assert what_mails_say() == expected, moment
        assert bool(said) == bool(expected)
        return len(expected)


def moments():
    """Yield the moments at which the chore runs, and where it stands still for weeks; and the days in between."""
    chance = random.Random(11)
    day, pause_until = BEGIN, BEGIN
    while day < BEGIN + relativedelta(months=MONTHS):
        if day >= pause_until and chance.random() < 0.02:
            pause_until = day + timedelta(days=chance.choice([2, 9, 31, 45]))
        runs = 0 if day < pause_until else chance.choice([1, 1, 2, 4])
        times = sorted(chance.choice([0, 1, 179, 601, 1019, 1380, 1439]) for _ in range(runs))
        yield day, [datetime.combine(day, datetime.min.time(), UTC) + timedelta(minutes=each) for each in times]
        day += timedelta(days=1)


@pytest.mark.long
def test_every_mail_of_eighteen_months_is_the_right_one(home):
    mails = runs = 0
    pauses, pause = [], 0
    with time_machine.travel(datetime(2026, 1, 5, tzinfo=UTC), tick=False) as clock:
        world = World(home)
        for day, times in moments():
            pause = 0 if times else pause + 1
            pauses.append(pause)
            clock.move_to(datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12))
            early = [moment for moment in times if moment.hour < 12]
            for moment in early:
                clock.move_to(moment)
                mails += world.run(moment)
            noon = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=12)
            clock.move_to(noon)
            world.happen(day)
            for moment in times:
                if moment not in early:
                    clock.move_to(moment)
                    mails += world.run(moment)
            runs += len(times)
    assert max(pauses) >= 31, "there was a month without the chore"
    assert (runs, mails) > (600, 1000), "enough happened"
    told = Counter(Notice.objects.values_list("stewardship", "due_on", "stage", "reader"))
    assert set(told.values()) == {1}
    assert {stage for _row, _due, stage, _reader in told} == {1, 2, 3}
