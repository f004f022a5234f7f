import factory
from factory.django import DjangoModelFactory

from casestudies import actions
from casestudies.models import CaseStudyPage, Method, Story

from .hub import PageFactory, TermFactory


class CaseStudyPageFactory(PageFactory):
    class Meta:
        model = CaseStudyPage

    title = factory.Sequence(lambda number: f"Case study {number}")


class MethodFactory(TermFactory):
    class Meta:
        model = Method

    name = factory.Sequence(lambda number: f"Method {number}")


class StoryFactory(DjangoModelFactory):
    """A story that nobody has been sent yet. `casestudies.actions.send` sends it."""

    class Meta:
        model = Story

    answers = factory.LazyFunction(
        lambda: {
            "what_happened": "We opened a kitchen.\n\nTwelve people came.",
            "who_took_part": "Neighbours, found at the bus stop.",
            "what_changed": "They know one another. We asked them.",
            "what_did_not_work": "The key.",
            "what_we_would_do_differently": "Two keys.",
            "title": "A kitchen in Peckham",
            "name_shown": "first",
        }
    )


def say_yes(*, story, by):
    """Say yes to a story as it stands now, and return it."""
    page = Story.objects.select_related("page").get(pk=story.pk).page
    return actions.approve(story=story, by=by, seen=page.latest_revision_id)
