"""Where each room says how its nouns become search entries, and who belongs to which audience.

A room has a module `search_entries`, which is imported at start:

    register(PeerGroup, build_group, findable=lambda: PeerGroup.objects.open())
    register_audience(groups_of)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

PUBLIC = "public"


@dataclass(frozen=True)
class FileText:
    """A page of a file that a thing carries: the passage says where it stands."""

    title: str
    url: str
    place: str = ""  # "page", "slide" or "sheet"
    number: int | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class EntryData:
    """What a thing says about itself in the search."""

    kind: str
    language: str
    title: str
    url: str
    summary: str = ""
    body: str = ""
    headings: str = ""
    files: tuple = ()  # of FileText
    keywords: str = ""  # words to find it by that are not shown as a passage
    people: str = ""  # names that the thing is found by
    themes: tuple = ()
    areas: tuple = ()
    formats: tuple = ()  # "pdf", "docx", "video": what a reader gets besides a page
    is_easy_read: bool = False
    place: str = ""
    dated_at: object = None
    ends_at: object = None
    checked_on: object = None
    check_due_on: object = None
    audience: str = PUBLIC
    expires_at: object = None
    translation_key: object = None  # the same for all translations of one thing


@dataclass(frozen=True)
class Rule:
    """How the objects of one model become entries."""

    model: type
    # Returns the EntryData of an object, or None if it is not to be found.
    build: Callable
    # Returns the queryset of all objects that may be found, with what `build` needs already fetched.
    findable: Callable
    # Returns what the builds of several objects need together (such as their files), fetched at once.
    prepare: Callable = None
    # Other models whose rows an entry shows: each with a function that returns the keys of the things to refresh.
    follows: Mapping = field(default_factory=dict)
    # The name of the relation to the page that the things are part of, if any: who may not read it finds them neither.
    part_of: str = ""
    # Whether it is offered to whoever read something like it.
    is_to_read_on: bool = True

    def build_all(self, things):
        """Return the EntryData of `things` by their keys; those that are not to be found are left out."""
        more = (self.prepare(things),) if self.prepare else ()
        built = {thing.pk: self.build(thing, *more) for thing in things}
        return {key: data for key, data in built.items() if data is not None}


_rules = {}
_left_out = {}
_audience_rules = []


def register(model, build, *, findable=None, prepare=None, follows=None, part_of="", is_to_read_on=True):
    """Say how an object of `model` becomes an entry. `part_of` names its relation to the page that it is a part of."""
    findable = findable or model._default_manager.all
    _rules[model] = Rule(model, build, findable, prepare, follows or {}, part_of, is_to_read_on)


def leave_out(model, *, because):
    """Say that objects of `model` are not found on purpose, and why."""
    _left_out[model] = because


def rules():
    """Return all rules."""
    return list(_rules.values())


def rule_for(model):
    """Return the rule of `model`, or None if its objects are not found."""
    return _rules.get(model)


def is_settled(model):
    """Tell whether somebody decided if objects of `model` are found."""
    return model in _rules or model in _left_out


def register_audience(rule):
    """Register `rule(user)`, which returns the names of audiences that the user belongs to, and return it."""
    _audience_rules.append(rule)
    return rule


def audiences_of(user):
    """Return the names of all audiences that `user` belongs to, besides the public one."""
    return [name for rule in _audience_rules for name in rule(user)]
