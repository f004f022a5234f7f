"""The ground that every page stands on."""

from contextlib import suppress
from datetime import datetime, time, timedelta

from django import forms
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, PageViewRestriction, Site

from ..kinds import Kind
from ..languages import languages_of_page
from ..rich_text import know_links
from ..visibility import restricted
from .querysets import BasePageManager
from .taxonomy import Area, Theme

# The sizes in which `components/cover.html` and `components/page_head.html` show a cover.
COVER_SIZES = ["fill-800x350|format-webp", "fill-1200x630|format-jpeg"]
# Editors file pages under the terms of the source language; each reader sees them in their own.
IN_SOURCE_LANGUAGE = {"locale__language_code": settings.LANGUAGE_CODE}


class BasePage(Page):
    """What all pages share. A real table, not an abstract class: one query lists, filters and counts across kinds."""

    kind = Kind.PAGE
    # Relations of this kind that its card or its page shows, fetched in the same query.
    joined = ()
    # What there may be several of, by the name of the relation: a function that returns the rows of all pages.
    together = {}
    # Whether there is room for comments below pages of this type, if their kind has comments.
    can_be_commented = True
    # The fields with texts that the page shows, if not all of them: where links lead is found for these.
    shown_texts = ()
    # Names of what rooms keep beside pages of any kind, in tables of their own.
    beside, joined_beside = (), ()

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two plain sentences. Shown on cards and in search."),
    )
    cover_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("cover picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Without one, a cover is drawn from the title."),
    )
    cover_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who cannot see it. Leave empty if the picture only decorates."),
    )
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("themes"), blank=True, related_name="pages", limit_choices_to=IN_SOURCE_LANGUAGE
    )
    areas = ParentalManyToManyField(
        Area, verbose_name=_("areas"), blank=True, related_name="pages", limit_choices_to=IN_SOURCE_LANGUAGE
    )
    is_open_for_comments = models.BooleanField(
        _("open for comments"),
        default=True,
        help_text=_("Untick to close the comments. Those already there stay readable."),
    )
    comments_close_on = models.DateField(
        _("open for comments until"),
        null=True,
        blank=True,
        help_text=_("The last day for comments. They close by themselves at its end. Leave empty for no end."),
    )
    social_image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("picture for social media"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when somebody shares the page. The cover picture is used if this is empty."),
    )

    objects = BasePageManager()

    content_panels = [*Page.content_panels, "summary"]
    about_panels = [
        MultiFieldPanel(["cover_image", "cover_alt"], heading=_("Cover")),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
    ]
    comment_panels = [
        MultiFieldPanel([FieldPanel("is_open_for_comments"), FieldPanel("comments_close_on")], heading=_("Comments"))
    ]
    promote_panels = [*Page.promote_panels, "social_image"]
    settings_panels = [*Page.settings_panels]

    is_creatable = False

    class Meta:
        verbose_name = _("page")

    @classmethod
    def keep_beside(cls, name, relation, *, joined=()):
        """Give pages an attribute that another room answers, which lists fetch together: see `stewardship.kept`.

        `joined` are paths to rows of that room that a list can fetch in the query for its pages.
        """
        setattr(cls, name, relation)
        cls.beside = tuple(dict.fromkeys([*cls.beside, name]))
        cls.joined_beside = tuple(dict.fromkeys([*cls.joined_beside, *joined]))

    @cached_property
    def kept_beside(self):
        """What was fetched of what other rooms keep beside this page, by name."""
        return {}

    @cached_property
    def as_kind(self):
        """This page as a page of its own kind, without a query where `for_cards` fetched it."""
        model = self.content_type.model_class()
        if isinstance(self, model):
            return self
        specific = getattr(self, model._meta.model_name, None) or self.specific
        # What was fetched for this kind (`together`) is there already.
        specific._prefetched_objects_cache = getattr(specific, "_prefetched_objects_cache", {}) | getattr(
            self, "_prefetched_objects_cache", {}
        )
        specific.kept_beside = self.kept_beside
        specific.locale, specific.content_type = self.locale, self.content_type
        if hasattr(self, "is_restricted"):
            specific.is_restricted = self.is_restricted
        if self.cover_image_id:
            specific.cover_image = self.cover_image
        return specific

    @cached_property
    def tags(self):
        """The themes with their names in the active language, in one query (or none after `for_cards`)."""
        return self._terms("themes", Theme)

    @cached_property
    def places(self):
        """The areas with their names in the active language."""
        return self._terms("areas", Area)

    def _know_cover(self):
        """Find the cover in the sizes that a page shows it in, in one query; templates then find them kept."""
        if self.cover_image:
            with suppress(SourceImageIOError):  # the file is gone: the page does without
                self.cover_image.get_renditions(*COVER_SIZES)

    def _stored_texts(self):
        for model_field in self._meta.get_fields():
            if self.shown_texts and model_field.name not in self.shown_texts:
                continue
            if isinstance(model_field, StreamField):
                yield str(list(getattr(self, model_field.name).raw_data))
            elif isinstance(model_field, RichTextField):
                yield getattr(self, model_field.name)

    def _terms(self, name, model):
        is_draft = name in self.__dict__.get("_cluster_related_objects", {})
        is_fetched = name in getattr(self, "_prefetched_objects_cache", {})
        if is_fetched and not is_draft:
            return list(getattr(self, name).all())
        terms = model.objects.with_local_name()
        if is_draft:
            return list(terms.filter(pk__in=[term.pk for term in getattr(self, name).all()]))
        if model in (Theme, Area):
            return self._filed_under[model]
        return list(terms.filter(pages=self.pk))

    @cached_property
    def _filed_under(self):
        """The themes and areas of this page with their names in the active language, by their model, in one query."""
        rows = [
            model.objects.with_local_name()
            .filter(pages=self.pk)
            .order_by()
            .annotate(is_area=models.Value(model is Area))
            .values_list("is_area", "name", "pk", "slug", "local_name")
            for model in (Theme, Area)
        ]
        found = {Theme: [], Area: []}
        for is_area, name, pk, slug, local_name in rows[0].union(rows[1], all=True).order_by("name", "pk"):
            term = (Area if is_area else Theme)(pk=pk, name=name, slug=slug)
            term.local_name = local_name
            found[type(term)].append(term)
        return found

    @property
    def lead(self):
        """What stands above the text of the page, under its title."""
        return self.summary

    @property
    def cover_text(self):
        """The alternative text of the cover; an empty text marks it as decoration."""
        return self.cover_alt or (self.cover_image.description if self.cover_image else "")

    @property
    def comments_end_at(self):
        """The moment from which on nobody can comment: midnight in the hub's time zone; None if there is no end."""
        if not self.comments_close_on:
            return None
        next_day = self.comments_close_on + timedelta(days=1)
        return timezone.make_aware(datetime.combine(next_day, time()), timezone.get_default_timezone())

    @property
    def takes_comments(self):
        """Whether somebody may comment at this moment: an editor left it open, and its last day is not over."""
        ends_at = self.comments_end_at
        return self.is_open_for_comments and (ends_at is None or timezone.now() < ends_at)

    @property
    def listing_date(self):
        """The moment or day by which lists put this page in order."""
        return self.first_published_at

    @property
    def index_url(self):
        """The address of the list that this page is in."""
        return self.url.rstrip("/").rpartition("/")[0] + "/"

    def url_of_step(self, number):
        """Return the address of a step of this page, or the page's own where it has no such step."""
        return self.url

    def card_facts(self):
        """Return the short facts that a card shows under the summary, as a list of texts."""
        return []

    def get_context(self, request, *args, **kwargs):
        self._know_cover()
        know_links(" ".join(self._stored_texts()))
        if self.locale_id is None:  # a preview of a page that was never saved
            self.locale = self.get_default_locale()
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.above
        context["languages_of_page"] = languages_of_page(self, request)
        context["site_root_url"] = Site.find_for_request(request).root_url
        return context

    @cached_property
    def around(self):
        """The pages above this one and its translations, itself included, in one query."""
        paths = [self.path[:length] for length in range(self.steplen, len(self.path), self.steplen)]
        pages = BasePage.objects.filter(models.Q(path__in=paths) | models.Q(translation_key=self.translation_key))
        pages = pages.annotate(is_restricted=restricted("path"))
        return list(pages.select_related("locale", "alias_of").order_by("path"))

    def know_around(self, pages):
        """Take what is around this page out of `pages`, fetched with it, if it is all there."""
        around = [
            page
            for page in pages
            if page.translation_key == self.translation_key
            or (self.path.startswith(page.path) and page.depth < self.depth)
        ]
        if len([page for page in around if page.depth < self.depth]) == self.depth - 2:  # all but the tree's root
            self.around = self.as_kind.around = around

    @property
    def above(self):
        """The pages above this one, the home page first."""
        return [page for page in self.around if self.path.startswith(page.path) and page.depth < self.depth]

    def get_view_restrictions(self):
        return self._view_restrictions

    @cached_property
    def _view_restrictions(self):
        """The restrictions on this page and those above, without asking again for what is known."""
        pages = [self, *self.above]
        if len(pages) != self.depth - 1 or any(page.alias_of_id for page in pages):
            return super().get_view_restrictions()
        if getattr(self, "is_restricted", True):
            return PageViewRestriction.objects.filter(
                models.Q(page__in=[page.pk for page in pages]) | models.Q(page__depth=1)
            )
        return PageViewRestriction.objects.none()  # `hub.serving` has asked together with the page

    def structured_data(self):
        """Return this page as schema.org JSON-LD, a dictionary."""
        data = {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": self.title,
            "description": self.search_description or self.summary,
            "url": self.full_url,
            "inLanguage": self.locale.language_code,
        }
        if self.first_published_at:
            data["datePublished"] = self.first_published_at.isoformat()
            data["dateModified"] = (self.last_published_at or self.first_published_at).isoformat()
        if self.tags:
            data["about"] = [theme.local_name for theme in self.tags]
        return data
