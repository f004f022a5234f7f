"""`/sitemap.xml`: every public page, with the same page in other languages (https://www.sitemaps.org/protocol.html)."""

from collections import defaultdict

from django.db.models import Q
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.models import Page

from .page_cache import public_page


class PagesSitemap(Sitemap):
    """The pages below the home page of each language, in a number of queries that does not grow with the site."""

    def items(self):
        below_home = Q()
        for root in self.get_wagtail_site().root_page.get_translations(inclusive=True):
            below_home |= Q(path__startswith=root.path)
        return Page.objects.filter(below_home).live().public().select_related("locale").order_by("path")

    def _urls(self, page, protocol, domain):
        items = [(item, item.get_full_url(self.request)) for item in self.paginator.page(page).object_list]
        in_languages = defaultdict(list)
        for item, location in items:
            in_languages[item.translation_key].append({"lang_code": item.locale.language_code, "location": location})
        changes = [change for item, _location in items if (change := self.lastmod(item))]
        if changes:
            self.latest_lastmod = max(changes)
        return [
            {
                "item": item,
                "location": location,
                "lastmod": self.lastmod(item),
                "alternates": in_languages[item.translation_key] if len(in_languages[item.translation_key]) > 1 else [],
            }
            for item, location in items
            if location
        ]


_sitemaps = {"pages": PagesSitemap}


def register_sitemap(name, sitemap_class):
    """Let `/sitemap.xml` tell of more than pages: `sitemap_class` is one of Wagtail's."""
    _sitemaps[name] = sitemap_class


@require_safe
@public_page
def sitemap_xml(request):
    return sitemap(request, _sitemaps)
