"""Where a kit or a resource is used: the pages that refer to it, and what other rooms tell."""

from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.utils.translation import get_language
from wagtail.models import Page, ReferenceIndex

from hub.models import BasePage
from hub.page_cache import remember
from hub.uses import Use, uses_beside_pages

MOST = 24


def kept_uses_of(page):
    """Return `uses_of` a page: without a query while nothing public changes."""
    return remember(f"uses-{page.pk}-{get_language()}", partial(uses_of, page))


def uses_of(used):
    """Return the public pages that refer to `used`, or to a translation of it, by kind, the newest first; then groups.

    Two queries, however many there are. Wagtail's index of references knows of blocks, rich text and chosen pages.
    """
    versions = [page.pk for page in used.around if page.translation_key == used.translation_key]
    page_type = ContentType.objects.get_for_model(Page)
    sources = (
        ReferenceIndex.objects.filter(
            base_content_type=page_type, to_content_type=page_type, to_object_id__in=[str(pk) for pk in versions]
        )
        .exclude(object_id__in=[str(pk) for pk in versions])
        .values(key=Cast("object_id", BigIntegerField()))
    )
    pages = (
        BasePage.objects.live()
        .public()
        .in_active_language(get_language())
        # By what their translations have in common: the one that is shown need not name the page itself.
        .filter(translation_key__in=Page.objects.filter(pk__in=sources).values("translation_key"))
        .for_compact_cards()
        .order_by("content_type", "-last_published_at", "-pk")[:MOST]
    )
    shown = [page for page in pages if page.url]
    return [
        *(Use(page.as_kind.kind.value, page.title, page.url, page.locale.language_code) for page in shown),
        *uses_beside_pages(used),
    ]
