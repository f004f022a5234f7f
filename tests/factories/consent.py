import factory
from factory.django import DjangoModelFactory

from consent.models import Consent, ConsentUse


class ConsentFactory(DjangoModelFactory):
    """Pass `pages=[…]` for the pages that it is on."""

    class Meta:
        model = Consent
        skip_postgeneration_save = True

    person_name = factory.Sequence(lambda number: f"Person Number {number}")
    contact = factory.Sequence(lambda number: f"person{number}@example.org")
    covers = Consent.Covers.WORDS
    how = Consent.How.WRITTEN

    @factory.post_generation
    def pages(self, create, extracted, **kwargs):
        for page in extracted or ():
            ConsentUse.objects.create(consent=self, page_id=page.pk)
