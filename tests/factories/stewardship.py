import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from stewardship import actions
from stewardship.models import Check, Stewardship
from stewardship.months import months_after


class StewardshipFactory(DjangoModelFactory):
    """The row of `page`, as it was made with the page, with what is given here. It was checked by its owner."""

    class Meta:
        model = Stewardship

    owner = None
    next_check_on = factory.LazyFunction(lambda: months_after(timezone.localdate(), 6))
    checked_by = factory.LazyAttribute(lambda row: row.owner if getattr(row, "checked_on", None) else None)

    @classmethod
    def _create(cls, model_class, page, **fields):
        row = actions.begin(page=page)
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
        return row


class CheckFactory(DjangoModelFactory):
    class Meta:
        model = Check

    said = Check.Said.RIGHT
    place = Check.Place.ADMIN
    said_by = factory.SelfAttribute("stewardship.owner")
