"""An article: somebody's argument or news, with its briefings."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage


class ArticlePage(BasePage):
    kind = Kind.ARTICLE
    joined = ("author",)

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
        help_text=_("If they are a member."),
    )
    byline = models.CharField(
        _("byline"),
        max_length=200,
        blank=True,
        help_text=_("Who wrote it, if not a member, or what to say about them."),
    )
    dated_on = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldRowPanel(["author", "dated_on"]), "byline"], heading=_("Who and when")),
        "body",
        *BasePage.about_panels,
        FieldPanel("is_open_for_comments"),
    ]

    parent_page_types = ["knowledge.LibraryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("article")

    def card_facts(self):
        return [fact for fact in (self.author_name, date_format(self.dated_on, "DATE_FORMAT")) if fact]

    def structured_data(self):
        return super().structured_data() | {
            "@type": "Article",
            "headline": self.title,
            "datePublished": self.dated_on.isoformat(),
            "author": {"@type": "Person", "name": self.author_name},
        }

    @property
    def author_name(self):
        """The author's name, or the byline where the author is not a member."""
        return str(self.author) if self.author else self.byline

    @property
    def listing_date(self):
        return self.dated_on
