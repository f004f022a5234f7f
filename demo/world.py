"""What the rooms of the demo hand to each other, and how its pages are published."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from wagtail.models import Page, Revision

from tests.factories.stewardship import CheckFactory, StewardshipFactory

from .keepers import DEPUTIES, ROLES
from .markup import smart

LONDON = ZoneInfo("Europe/London")


@dataclass
class World:
    """Everything that was made so far, by short names: people by first name, pages by slug."""

    home: Page
    now: datetime = field(default_factory=timezone.now)
    people: dict = field(default_factory=dict)
    themes: dict = field(default_factory=dict)
    areas: dict = field(default_factory=dict)
    documents: dict = field(default_factory=dict)
    images: dict = field(default_factory=dict)
    venues: dict = field(default_factory=dict)
    pages: dict = field(default_factory=dict)

    def ago(self, days, hour=12):
        """Return the moment at that hour of the clock (9.5 is half past nine) so many days ago, never in the future."""
        moment = self.at(self.day(-days), 0) + timedelta(hours=hour)
        return min(moment, self.now)

    def day(self, days):
        """Return the day that many days from today; a negative number is a day that has been."""
        return (self.now + timedelta(days=days)).astimezone(LONDON).date()

    def weekday(self, days, weekday):
        """Return the first such weekday (Monday is 0) on or after the day that many days from today."""
        day = self.day(days)
        return day + timedelta(days=(weekday - day.weekday()) % 7)

    def at(self, day, hour, minute=0):
        """Return the moment of that time in London."""
        return datetime.combine(day, time(hour, minute), tzinfo=LONDON)

    def publish(self, factory, *, parent, by, age, edited=None, cover=None, live=True, themes="", areas="", **fields):
        """Make a page with a revision by its author, as if it had been published `age` days ago, and return it.

        `edited` is how many days ago it was last published; `themes` and `areas` are slugs in one text.
        """
        owner = self.people[by]
        for name, value in fields.items():
            if isinstance(value, str):
                fields[name] = smart(value)
        image = self.images[cover] if cover else None
        page = factory(
            parent=parent,
            owner=owner,
            live=False,
            cover_image=image,
            cover_alt=image.description if image else "",
            themes=[self.themes[slug] for slug in themes.split()],
            areas=[self.areas[slug] for slug in areas.split()],
            **fields,
        )
        revision = page.save_revision(user=owner)
        if live:
            revision.publish(user=self.people["rosa"])
            page.refresh_from_db()
        self.backdate(page, age=age, edited=age if edited is None else edited)
        self.pages[page.slug] = page
        return page

    def keep(self, page, owner, *, checked, next_check):
        """Say who keeps a page true, when they checked it and when they do so again, in days from today."""
        row = StewardshipFactory(
            page=page,
            owner=self.people[owner],
            deputy=self.people[DEPUTIES[owner]],
            role=smart(ROLES.get(owner, "")),
            interval=max(round((checked + next_check) / 30.4), 1),
            checked_on=self.day(-checked),
            next_check_on=self.day(next_check),
        )
        CheckFactory(stewardship=row, said_at=self.ago(checked, 10))

    def backdate(self, page, *, age, edited):
        """Move the moments of a page and its revisions into the past."""
        # Not everything was published at the same time of day.
        first, last = self.ago(age, 9 + page.pk * 0.37 % 8), self.ago(edited, 9 + page.pk * 0.73 % 8)
        moments = {"latest_revision_created_at": last}
        if page.live:
            moments |= {"first_published_at": first, "last_published_at": max(first, last)}
        Page.objects.filter(pk=page.pk).update(**moments)
        Revision.objects.for_instance(page).update(created_at=max(first, last))
