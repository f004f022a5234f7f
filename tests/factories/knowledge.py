import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from knowledge.models import (
    ArticleAuthor,
    ArticlePage,
    ArticleSeriesPage,
    Author,
    Experience,
    KitFollower,
    ResourcePage,
    SeriesPart,
    ToolkitPage,
)

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

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        """Pass `author=` or `authors=[…]`: members, or those who have no account (`AuthorFactory`)."""
        briefings = kwargs.pop("briefings", ())
        authors = [*kwargs.pop("authors", ()), *filter(None, [kwargs.pop("author", None)])]
        page = super()._create_instance(model_class, parent, kwargs)
        if authors:
            rows = [one if isinstance(one, Author) else Author.objects.get_or_create(member=one)[0] for one in authors]
            page.authors = [ArticleAuthor(author=author, sort_order=number) for number, author in enumerate(rows)]
            page.save()
        if briefings:
            page.briefings = briefings
            page.save()
        return page


class AuthorFactory(DjangoModelFactory):
    """Somebody who writes and is no member, unless `member` is given and `name` is empty."""

    class Meta:
        model = Author

    name = factory.Faker("name")


class ArticleSeriesPageFactory(PageFactory):
    """Pass `articles=[…]` in their order."""

    class Meta:
        model = ArticleSeriesPage

    title = factory.Sequence(lambda number: f"Series {number}")

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        articles = kwargs.pop("articles", ())
        page = super()._create_instance(model_class, parent, kwargs)
        if articles:
            page.parts = [SeriesPart(article=article, sort_order=number) for number, article in enumerate(articles)]
            page.save()
        return page


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
