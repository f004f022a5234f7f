import factory

from casestudies.models import CaseStudyPage, Method

from .hub import PageFactory, TermFactory


class CaseStudyPageFactory(PageFactory):
    class Meta:
        model = CaseStudyPage

    title = factory.Sequence(lambda number: f"Case study {number}")


class MethodFactory(TermFactory):
    class Meta:
        model = Method

    name = factory.Sequence(lambda number: f"Method {number}")
