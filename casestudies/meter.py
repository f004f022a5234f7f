"""The meter: what a case study or a story tells, what is still missing, and why that matters to others."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Part:
    """One thing that a case study should tell. Without those that are needed it is not complete."""

    name: str
    label: str
    why: str
    is_needed: bool = True


PARTS = [
    Part("where", _("Where it was"), _("A village hall is not a hospital: people look for a place like theirs.")),
    Part("when", _("When it was"), _("What worked before a law changed may not work now.")),
    Part("who", _("Who took part"), _("Others need to know whether it was people like theirs.")),
    Part("found", _("How people were found"), _("It is the first thing that others get stuck at.")),
    Part("payment", _("Whether people were paid"), _("Whoever copies it must know what it asks of people.")),
    Part("happened", _("What happened"), _("Without it nobody can do it again.")),
    Part("changed", _("What changed"), _("It is why anybody would try it.")),
    Part("known", _("How you know what changed"), _("A reader has to tell a hope from a finding.")),
    Part(
        "failed",
        _("What did not work"),
        _("It saves the next people from the same mistake. Nobody will think less of you."),
    ),
    Part("differently", _("What you would do differently"), _("It is what readers act on first.")),
    Part("scale", _("How large it was"), _("What works for twelve people may not work for a city."), is_needed=False),
    Part("methods", _("Methods and toolkits"), _("People find it by them, and can follow the steps."), is_needed=False),
    Part("cost", _("What it cost"), _("Others have to ask for money, and need a figure."), is_needed=False),
    Part("time", _("How long it took"), _("Most people promise it in half the time it takes."), is_needed=False),
    Part("advice", _("Advice to others"), _("One sentence from you saves them a month."), is_needed=False),
    Part("contact", _("Whom to ask"), _("Some questions only come up in the middle of doing it."), is_needed=False),
]  # fmt: skip

# What the five questions of a story (`questions.FIVE`) ask for, several of them for more than one part.
ASKED = {"where", "who", "found", "payment", "happened", "changed", "known", "failed", "differently"}

# Which fields of a page, or answers of a story, tell each part; any of them does.
TOLD_IN = {
    "where": ["where"],
    "when": ["started_on"],
    "who": ["who_took_part"],
    "found": ["how_people_were_found"],
    "payment": ["payment"],
    "happened": ["body", "what_happened"],
    "changed": ["what_changed"],
    "known": ["how_we_know"],
    "failed": ["what_did_not_work"],
    "differently": ["what_we_would_do_differently"],
    "scale": ["scale"],
    "methods": ["methods", "toolkits_used", "toolkit"],
    "cost": ["cost"],
    "time": ["time_spent"],
    "advice": ["advice"],
    "contact": ["contact"],
}


@dataclass(frozen=True)
class Meter:
    """How much is told. `told` holds the names of the parts that are."""

    told: frozenset

    @property
    def total(self):
        return len(PARTS)

    @property
    def count(self):
        return len(self.told)

    @cached_property
    def missing(self):
        """The parts that nobody told yet, those that are needed first."""
        return sorted((part for part in PARTS if part.name not in self.told), key=lambda part: not part.is_needed)

    @cached_property
    def needed(self):
        """The missing parts without which it is not complete."""
        return [part for part in self.missing if part.is_needed]

    @property
    def further(self):
        """The missing parts that the five questions do not ask for: an offer to whoever has more to tell."""
        return [part for part in self.missing if part.name not in ASKED]

    @property
    def is_complete(self):
        return not self.needed


def told_by(page):
    """Return the names of the parts that a case study tells."""
    return _told(lambda name: _of_page(page, name))


def told_in(answers):
    """Return the names of the parts that the answers of a story tell; `answers` are texts by their names."""
    return _told(lambda name: str(answers.get(name) or "").strip())


def _told(read):
    return frozenset(part for part, names in TOLD_IN.items() if any(read(name) for name in names))


def _of_page(page, name):
    value = getattr(page, name, None)
    if hasattr(value, "all"):
        return bool(page.pk or value.all()) and bool(list(value.all()))
    if isinstance(value, str):
        return strip_tags(value).replace("&nbsp;", " ").strip()
    return value
