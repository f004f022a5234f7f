"""A series: articles that belong together, in the order in which they are to be read."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage

from ..editing import ArticleSeriesPageForm
from .authors import public_articles


class ArticleSeriesPage(BasePage):
    kind = Kind.ARTICLE
    can_be_commented = False  # people talk below each article

    introduction = StreamField(BodyStreamBlock(), verbose_name=_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        "introduction",
        InlinePanel("parts", heading=_("Articles, in the order in which they are read"), label=_("article")),
        *BasePage.about_panels,
    ]

    base_form_class = ArticleSeriesPageForm

    parent_page_types = ["knowledge.LibraryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("series of articles")
        verbose_name_plural = _("series of articles")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = self.shown_parts
        return context

    def card_facts(self):
        return [_("Series of articles")]

    def structured_data(self):
        return super().structured_data() | {
            "@type": "CreativeWorkSeries",
            "hasPart": [
                {"@type": "Article", "position": number, "name": part.title, "url": part.full_url}
                for number, part in enumerate(self.shown_parts, 1)
            ],
        }

    @cached_property
    def shown_parts(self):
        """The articles that everybody may read, in order, each in the series' language if there is one."""
        return [page.as_kind for page in in_order(self.public_parts().for_compact_cards(), self)]

    def public_parts(self):
        """Return the articles of this series that everybody may read, as plain pages in no order."""
        return public_articles(self.locale.language_code).filter(translation_key__in=self.keys_in_order)

    @cached_property
    def keys_in_order(self):
        """What all translations of an article share, for each part, each once."""
        parts = self.parts.select_related("article")
        return list(dict.fromkeys(part.article.translation_key for part in parts))


class SeriesPart(Orderable):
    series = ParentalKey(ArticleSeriesPage, on_delete=models.CASCADE, related_name="parts")
    article = models.ForeignKey(
        "knowledge.ArticlePage", verbose_name=_("article"), on_delete=models.CASCADE, related_name="series_parts"
    )

    panels = [PageChooserPanel("article", "knowledge.ArticlePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("part of a series")

    def __str__(self):
        return f"{self.series_id}: {self.article_id}"


@dataclass(frozen=True)
class PlaceInSeries:
    """Where an article stands in a series, counting what everybody may read."""

    series: ArticleSeriesPage
    number: int
    total: int
    previous: BasePage | None
    next: BasePage | None


def place_in_series(article):
    """Return the `PlaceInSeries` of an article, or None if it is in none, or not everybody may read one of the two."""
    found = ArticleSeriesPage.objects.live().public().in_active_language(article.locale.language_code)
    series = (
        found.filter(parts__article__translation_key=article.translation_key)
        .select_related("locale")
        .order_by("path")
        .first()
    )
    if not series:
        return None
    parts = in_order(series.public_parts().select_related("locale"), series)
    number = next((number for number, part in enumerate(parts, 1) if part.pk == article.pk), None)
    if not number:
        return None
    return PlaceInSeries(
        series=series,
        number=number,
        total=len(parts),
        previous=parts[number - 2] if number > 1 else None,
        next=parts[number] if number < len(parts) else None,
    )


def in_order(pages, series):
    """Return `pages` as a list in the order of the series."""
    by_key = {page.translation_key: page for page in pages}
    return [by_key[key] for key in series.keys_in_order if key in by_key]
