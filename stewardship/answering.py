"""Whoever looks after a page answers for it, and for its translations."""

from django.db.models import Q

from hub.answering import register_rule

from .models import Stewardship


@register_rule
def kept_by(member):
    """Return the conditions on pages that `member` looks after, and on pages that somebody does."""
    theirs = Stewardship.objects.of(member).values("translation_key")
    somebodys = Stewardship.objects.filter(owner__is_active=True).values("translation_key")
    return Q(translation_key__in=theirs), Q(translation_key__in=somebodys)
