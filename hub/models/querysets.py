"""Which pages there are for whom, and what a list shows of them, in few queries."""

from django.conf import settings
from django.db import models
from wagtail.models import Page
from wagtail.query import PageQuerySet

from ..visibility import only_public
from .taxonomy import Theme


class BasePageQuerySet(PageQuerySet):
    def in_active_language(self, language):
        """Return the pages in `language`, and those in the source language that nobody has translated into it yet."""
        translated = Page.objects.filter(
            translation_key=models.OuterRef("translation_key"), locale__language_code=language, live=True
        )
        return self.filter(
            models.Q(locale__language_code=language)
            | (models.Q(locale__language_code=settings.LANGUAGE_CODE) & ~models.Exists(translated))
        )

    def public(self):
        """Return the pages that nobody has to sign in for."""
        return only_public(self)

    def for_cards(self):
        """Fetch what a card shows of each page, whatever its kind, in three queries. Use `page.as_kind` on each."""
        return self.for_compact_cards().prefetch_related(
            models.Prefetch("themes", queryset=Theme.objects.with_local_name()), "cover_image__renditions"
        )

    def for_compact_cards(self):
        """Fetch what a card without themes shows, in one query. Use `page.as_kind` on each.

        What rooms keep beside pages (`BasePage.keep_beside`) takes one query more where it could not be joined, and so
        does what a kind has several of (`BasePage.together`), if there is a page of that kind.
        """
        joined, together = list(self.model.joined_beside), []
        for relation in self.model._meta.related_objects:
            if relation.parent_link:
                kind = relation.related_model
                joined += [relation.name, *(f"{relation.name}__{name}" for name in kind.joined)]
                together += [
                    models.Prefetch(f"{relation.name}__{name}", queryset=rows()) for name, rows in kind.together.items()
                ]
        pages = self.select_related("cover_image", "locale", "content_type", *joined)
        return pages.prefetch_related(*self.model.beside, *together)


BasePageManager = Page._default_manager.__class__.from_queryset(BasePageQuerySet)
