import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from knowledge.models import ArticlePage, Experience, KitFollower, ResourcePage, ToolkitPage

from .hub import PageFactory
from .members import UserFactory


class ToolkitPageFactory(PageFactory):
    class Meta:
        model = ToolkitPage

    title = factory.Sequence(lambda number: f"Toolkit {number}")


class ResourcePageFactory(PageFactory):
    class Meta:
        model = ResourcePage

    title = factory.Sequence(lambda number: f"Resource {number}")


class ArticlePageFactory(PageFactory):
    class Meta:
        model = ArticlePage

    title = factory.Sequence(lambda number: f"Article {number}")


class ExperienceFactory(DjangoModelFactory):
    """What a member says about the toolkit `kit`; it is on the page unless told otherwise."""

    class Meta:
        model = Experience

    user = factory.SubFactory(UserFactory)
    text = factory.Faker("paragraph")
    status = Experience.Status.APPROVED


class KitFollowerFactory(DjangoModelFactory):
    """Somebody who follows the toolkit `kit`: pass `user` or `email`."""

    class Meta:
        model = KitFollower

    confirmed_at = factory.LazyFunction(timezone.now)
