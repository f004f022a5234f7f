"""What every page needs to know of the hub around it: the site, where it begins in each language, its name, its menus.

Wagtail asks for each by itself, in six queries. Here they take two, asked once for a request and only where no cache
has the answer.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.cache import cache
from django.db.models import Subquery
from wagtail.models import Site, SiteRootPath
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from .models import BasePage, HubSettings
from .visibility import restricted

SETTINGS = [field.name for field in HubSettings._meta.fields]
ROOT_PATHS_SECONDS = 3600  # as long as Wagtail keeps them


@dataclass(frozen=True)
class Surroundings:
    named: HubSettings
    # The home pages in all languages and the pages below them, published or not, with `is_restricted`.
    tops: list = field(repr=False)

    def menu_pages(self, depth, language):
        """Return the public pages at `depth` in `language`, and those in the source language without a translation."""
        pages = [page for page in self.tops if page.depth == depth and page.live and not page.is_restricted]
        translated = {page.translation_key for page in self.tops if page.live and page.locale.language_code == language}
        return [
            page
            for page in pages
            if page.locale.language_code == language
            or (page.locale.language_code == settings.LANGUAGE_CODE and page.translation_key not in translated)
        ]


def surroundings(request):
    """Return the `Surroundings` of a request, and let Wagtail know what it would ask for."""
    if not hasattr(request, "_hub_surroundings"):
        request._hub_surroundings = _read(request)
    return request._hub_surroundings


def know_root_paths(request):
    """Read the surroundings now if Wagtail does not know where the sites begin: it would take it two queries more."""
    if cache.get(SITE_ROOT_PATHS_CACHE_KEY, version=SITE_ROOT_PATHS_CACHE_VERSION) is None:
        surroundings(request)


def _read(request):
    columns = {f"hub_{name}": Subquery(HubSettings.objects.order_by("pk").values(name)[:1]) for name in SETTINGS}
    sites = Site.objects.select_related("root_page").annotate(**columns)
    sites = list(sites.order_by("-root_page__url_path", "-is_default_site", "hostname"))
    if not sites:
        return Surroundings(HubSettings.load(request_or_site=request), [])
    depths = {site.root_page.depth for site in sites}
    tops = (
        BasePage.objects.filter(depth__in=depths | {depth + 1 for depth in depths})
        .annotate(is_restricted=restricted("path"), is_alias_restricted=restricted("alias_of__path"))
        .select_related("locale", "content_type")
        .order_by("path")
    )
    tops = list(tops)
    for page in tops:
        page.is_restricted = page.is_restricted or page.is_alias_restricted
    _tell_wagtail(request, sites, tops)
    values = {name: getattr(sites[0], f"hub_{name}") for name in SETTINGS}
    return Surroundings(HubSettings(**values) if values["id"] else HubSettings(), tops)


def _tell_wagtail(request, sites, tops):
    if len(sites) == 1 and sites[0].is_default_site:  # with several, Wagtail chooses by the address
        request._wagtail_site = sites[0]
    paths = [
        SiteRootPath(site.id, page.url_path, site.root_url, page.locale.language_code)
        for site in sites
        for page in tops
        if page.translation_key == site.root_page.translation_key
    ]
    if paths:
        cache.set(SITE_ROOT_PATHS_CACHE_KEY, paths, ROOT_PATHS_SECONDS, version=SITE_ROOT_PATHS_CACHE_VERSION)
