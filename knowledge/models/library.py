"""The list of everything in the library."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from hub.listings import IndexPageMixin, ListingForm
from hub.models import BasePage

from .articles import ArticlePage
from .resources import ResourcePage
from .series import ArticleSeriesPage
from .toolkits import ToolkitPage

LIBRARY_PAGES = (ToolkitPage, ResourcePage, ArticlePage)
# Found with the kind that they belong to.
WITH_THEM = {ArticlePage: (ArticleSeriesPage,)}


class LibraryListingForm(ListingForm):
    """Kinds are the three kinds of page, and under "resource" the kinds of resource: `kind=template`."""

    kinds = (
        *((page.kind.value, page.kind.label) for page in LIBRARY_PAGES),
        (_("Kinds of resource"), ResourcePage.ResourceKind.choices),
    )

    def filter_kind(self, pages, kind):
        for page_class in LIBRARY_PAGES:
            if kind == page_class.kind:
                types = ContentType.objects.get_for_models(page_class, *WITH_THEM.get(page_class, ()))
                return pages.filter(content_type__in=types.values())
        return pages.filter(resourcepage__resource_kind=kind)


class LibraryIndexPage(IndexPageMixin, BasePage):
    listing_form = LibraryListingForm

    parent_page_types = ["hub.HomePage"]
    subpage_types = [
        "knowledge.ToolkitPage",
        "knowledge.ResourcePage",
        "knowledge.ArticlePage",
        "knowledge.ArticleSeriesPage",
    ]

    class Meta:
        verbose_name = _("library")

    def get_pages(self, request):
        return super().get_pages(request).order_by("-last_published_at", "-pk")
