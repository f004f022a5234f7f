"""Which pages a member answers for: those that they made, unless a room knows better who keeps them."""

from django.db.models import Q

from .models import BasePage

_rules = []


def register_rule(rule):
    """Register `rule(member)`, which returns two conditions on pages: those that `member` answers for, and all those
    about which this rule knows. Returns the rule."""
    _rules.append(rule)
    return rule


def pages_of(member):
    """Return the pages that `member` answers for."""
    own, known = Q(pk__in=[]), Q(pk__in=[])
    for rule in _rules:
        theirs, about = rule(member)
        own, known = own | theirs, known | about
    return BasePage.objects.filter(own | (Q(owner=member) & ~known))
