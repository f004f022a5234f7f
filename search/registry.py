"""Where each room says how its nouns become search entries, and who belongs to which audience.

A room has a module `search_entries`, which is imported at start:

    register(PeerGroup, build_group, findable=lambda: PeerGroup.objects.open())
    register_audience(groups_of)
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

PUBLIC = "public"


@dataclass(frozen=True, kw_only=True)
class EntryData:
    """What a thing says about itself in the search."""

    kind: str
    language: str
    title: str
    url: str
    summary: str = ""
    body: str = ""
    keywords: str = ""  # words to find it by that are not shown as a passage
    people: str = ""  # names that the thing is found by
    themes: tuple = ()
    areas: tuple = ()
    dated_at: object = None
    audience: str = PUBLIC
    translation_key: object = None  # the same for all translations of one thing


@dataclass(frozen=True)
class Rule:
    """How the objects of one model become entries."""

    model: type
    # Returns the EntryData of an object, or None if it is not to be found.
    build: Callable
    # Returns the queryset of all objects that may be found, with what `build` needs already fetched.
    findable: Callable
    # Other models whose rows an entry shows: each with a function that returns the keys of the things to refresh.
    follows: Mapping = field(default_factory=dict)


_rules = {}
_left_out = {}
_audience_rules = []


def register(model, build, *, findable=None, follows=None):
    """Say how an object of `model` becomes an entry."""
    _rules[model] = Rule(model, build, findable or model._default_manager.all, follows or {})


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
