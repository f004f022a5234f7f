import factory

from casestudies.models import CaseStudyPage

from .hub import PageFactory


class CaseStudyPageFactory(PageFactory):
    class Meta:
        model = CaseStudyPage

    title = factory.Sequence(lambda number: f"Case study {number}")
