"""Whoever looks after a page answers for it, and for its translations; the deputy does while there is no owner."""

from django.db.models import Q

from hub.answering import register_rule

from .models import Stewardship


@register_rule
class KeptPages:
    @staticmethod
    def pages_of(member):
        theirs = Stewardship.objects.answered_for_by(member).values("translation_key")
        somebodys = Stewardship.objects.answered_for().values("translation_key")
        return Q(translation_key__in=theirs), Q(translation_key__in=somebodys)

    @staticmethod
    def members_for(pages):
        rows = Stewardship.objects.answered_for().with_people()
        rows = rows.filter(translation_key__in={page.translation_key for page in pages})
        keepers = {row.translation_key: row.owner if row.has_owner else row.deputy for row in rows}
        return {page.pk: keepers[page.translation_key] for page in pages if page.translation_key in keepers}
