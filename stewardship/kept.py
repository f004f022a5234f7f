"""Which kinds of page are kept true, and how a page comes to the row that says by whom."""

from functools import cache

from django.contrib.contenttypes.models import ContentType
from wagtail.models import get_page_models

from hub.models import BasePage

from .models import Stewardship


class KeptMixin:
    """A page that somebody keeps true. Kinds of page say so by inheriting this, before `BasePage`."""

    @property
    def looked_after_by(self):
        """The member who answers for it, or None."""
        return self.stewardship.owner if self.stewardship and self.stewardship.has_owner else None

    @property
    def checked_on(self):
        return self.stewardship.checked_on if self.stewardship else None

    @property
    def next_check_on(self):
        return self.stewardship.next_check_on if self.stewardship else None


@cache
def kept_models():
    """Return the kinds of page that are kept true."""
    return tuple(model for model in get_page_models() if issubclass(model, KeptMixin))


def is_kept(page):
    """Return whether `page`, a page of any class, is of a kind that is kept true."""
    if isinstance(page, KeptMixin):
        return True
    return page.content_type_id in {kind.pk for kind in ContentType.objects.get_for_models(*kept_models()).values()}


class SharedStewardship:
    """`page.stewardship`: the row that a page shares with its translations, or None.

    `prefetch_related("stewardship")` fetches the rows of a list of pages, whatever their kinds, in one query, and in
    none if all of them were joined: those of translations stand at the page that they were made from.
    """

    name = "stewardship"
    row = "stewardship_row"
    joined = (row, f"{row}__owner", f"{row}__deputy", f"{row}__checked_by")

    def __get__(self, page, page_class=None):
        if page is None:
            return self
        if not self.is_cached(page):
            rows, *_rest = self.get_prefetch_querysets([page])
            self.__set__(page, rows.first())
        return page.kept_beside[self.name]

    def __set__(self, page, row):
        page.kept_beside[self.name] = row

    def is_cached(self, page):
        row = page._state.fields_cache.get(self.row)
        if row and self.name not in page.kept_beside:
            self.__set__(page, row)
        return self.name in page.kept_beside

    def get_prefetch_querysets(self, pages, querysets=None):
        """What Django's `prefetch_related` asks of a relation."""
        keys = {page.translation_key for page in pages if is_kept(page)}
        rows = (
            Stewardship.objects.with_people().filter(translation_key__in=keys) if keys else Stewardship.objects.none()
        )
        return rows, _key, _key, True, self.name, True


def _key(thing):
    return thing.translation_key


def start_keeping():
    """Give every page its `stewardship`. Called once, when the apps are ready."""
    BasePage.keep_beside(SharedStewardship.name, SharedStewardship(), joined=SharedStewardship.joined)
