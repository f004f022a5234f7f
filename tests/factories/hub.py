import factory
import wagtail_factories
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from hub.models import Area, HubDocument, HubImage, StandardPage, Theme


class TermFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    slug = factory.LazyAttribute(lambda term: slugify(term.name))
    locale = factory.LazyFunction(Locale.get_default)


class ThemeFactory(TermFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda number: f"Theme {number}")


class AreaFactory(TermFactory):
    class Meta:
        model = Area

    name = factory.Sequence(lambda number: f"Area {number}")


class PageFactory(wagtail_factories.PageFactory):
    """Pass `themes=[…]` and `areas=[…]` to file the page under them."""

    class Meta:
        abstract = True

    summary = factory.Faker("sentence")

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        themes, areas = kwargs.pop("themes", ()), kwargs.pop("areas", ())
        page = super()._create_instance(model_class, parent, kwargs)
        if themes or areas:
            page.themes.set(themes)
            page.areas.set(areas)
            page.save()
        return page


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda number: f"Plain page {number}")


class HubImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = HubImage


class HubDocumentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = HubDocument

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        document = super()._create(model_class, *args, **kwargs)
        document.get_file_size()  # otherwise written by the first page that shows it
        document.get_file_hash()
        return document
