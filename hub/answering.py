"""Who answers for a page: whoever made it, unless a room knows better who keeps it."""

from django.db.models import Q

from .models import BasePage

_rules = []


def register_rule(rule):
    """Register what a room knows of those who keep pages, and return it: a class with two functions.

    `pages_of(member)` returns two conditions on pages: those that `member` answers for, and all those about which this
    rule knows. `members_for(pages)` returns {key of a page: the active member who answers for it} for the latter.
    """
    _rules.append(rule)
    return rule


def pages_of(member):
    """Return the pages that `member` answers for."""
    own, known = Q(pk__in=[]), Q(pk__in=[])
    for rule in _rules:
        theirs, about = rule.pages_of(member)
        own, known = own | theirs, known | about
    return BasePage.objects.filter(own | (Q(owner=member) & ~known))


def members_for(pages):
    """Return {key of a page: the active member who answers for it}; pages that nobody answers for are left out."""
    found = {page.pk: page.owner for page in pages if page.owner and page.owner.is_active}
    for rule in _rules:
        found |= rule.members_for(pages)
    return found
