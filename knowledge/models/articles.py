"""An article: somebody's argument or news, with its briefings."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage
from search.attachments.using import public_documents

from .authors import authors_of_articles
from .series import place_in_series


class ArticlePage(BasePage):
    kind = Kind.ARTICLE
    together = {"authors": authors_of_articles}

    byline = models.CharField(
        _("byline"),
        max_length=200,
        blank=True,
        help_text=_("Who wrote it, if you choose no author, or what to say about them."),
    )
    dated_on = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        InlinePanel("authors", heading=_("Authors"), label=_("author")),
        MultiFieldPanel(["byline", "dated_on"], heading=_("Byline and date")),
        "body",
        InlinePanel("briefings", heading=_("Briefings to download"), label=_("briefing")),
        *BasePage.about_panels,
        *BasePage.comment_panels,
    ]

    parent_page_types = ["knowledge.LibraryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("article")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context |= {"place": self.place, "briefings": self.public_briefings()}
        return context

    def card_facts(self):
        return [fact for fact in (self.author_name, date_format(self.dated_on, "DATE_FORMAT")) if fact]

    def structured_data(self):
        data = super().structured_data() | {
            "@type": "Article",
            "headline": self.title,
            "datePublished": self.dated_on.isoformat(),
        }
        people = [{"@type": "Person", "name": str(author)} for author in self.shown_authors]
        for person, author in zip(people, self.shown_authors, strict=True):
            if self.leads_to(author):
                person["url"] = f"{self.site_address}{author.get_absolute_url()}"
        if people or self.byline:
            data["author"] = people or [{"@type": "Person", "name": self.byline}]
        if self.place:
            series = self.place.series
            data["isPartOf"] = {"@type": "CreativeWorkSeries", "name": series.title, "url": series.full_url}
            data["position"] = self.place.number
        return data

    @cached_property
    def shown_authors(self):
        """The authors in their order, each once."""
        return list(dict.fromkeys(row.author for row in self.authors.all()))

    def leads_to(self, author):
        """Tell whether the name of `author` is a link: they have a page, and this article is on it."""
        return author.has_page and self.live and not self.get_view_restrictions()

    @property
    def author_name(self):
        """The names of the authors, or the byline where there are none."""
        return get_text_list([str(author) for author in self.shown_authors], gettext("and")) or self.byline

    @property
    def about_authors(self):
        """What the byline says besides the names, if anything."""
        is_name = self.byline in {"", *map(str, self.shown_authors)}
        return "" if is_name or not self.shown_authors else self.byline

    @cached_property
    def place(self):
        """Where this article stands in a series (`PlaceInSeries`), or None."""
        return place_in_series(self) if self.pk else None

    def public_briefings(self):
        """Return the briefings that everybody may open, with their documents, in one query, or two for a draft."""
        documents = public_documents()
        if not self.briefings.is_deferring:
            return list(self.briefings.filter(document__in=documents).select_related("document"))
        chosen = documents.in_bulk([row.document_id for row in self.briefings.all()])
        return [row for row in self.briefings.all() if row.document_id in chosen]

    @property
    def site_address(self):
        """The address of the site without a path, such as https://hub.example."""
        parts = self.get_url_parts()
        return parts[1] if parts and parts[1] else ""

    @property
    def listing_date(self):
        return self.dated_on


class ArticleBriefing(Orderable):
    """A document that goes with an article: shown beside it with its title, type, size and pages."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="briefings")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("The document's own title is shown if this is empty.")
    )

    panels = ["document", "title"]

    class Meta(Orderable.Meta):
        verbose_name = _("briefing")

    def __str__(self):
        return self.title or f"{self.document_id}"
