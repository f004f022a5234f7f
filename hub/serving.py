"""Finds the page at an address in one query, where Wagtail's own routing takes two for each level of the tree."""

from django.db.models import Q, prefetch_related_objects
from django.http import Http404
from django.utils.translation import get_language
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from .models import BasePage
from .surroundings import know_root_paths
from .views import page_not_found
from .visibility import restricted

# How many parts of an address may lie below a page that has routes of its own.
MOST_BELOW = 3
# Deeper than trees are. A statement names each part of the address, and whoever asks may make it long.
MOST_PARTS = 20


def find_page(request, path):
    """Return the live page at `path` below the home page in the active language, and the rest of the path, a list.

    There is a rest only where the nearest page has routes of its own. Where there is no page, return None for it.
    """
    know_root_paths(request)
    site = Site.find_for_request(request)
    language = get_language()
    parts = [part for part in path.split("/") if part]
    if len(parts) > MOST_PARTS:
        return None, []
    for root in Site.get_site_root_paths():
        if site and root.site_id == site.pk and root.language_code == language:
            page = _page_below(root.root_path, parts, language)
            if not page:
                return None, []
            rest = parts[len(page.url_path.removeprefix(root.root_path).split("/")) - 1 :]
            if rest and not isinstance(page.as_kind, RoutablePageMixin):
                return None, []
            return page.as_kind, rest
    return None, []


def _page_below(root_path, parts, language):
    """Return the live page at, or next above, the address that `parts` make below `root_path`; None if there is none.

    The same query brings the pages above it and its translations: see `BasePage.around`.
    """
    paths = [root_path + "".join(f"{part}/" for part in parts[:length]) for length in range(len(parts) + 1)]
    # The home page has no routes: it is looked for only where it is asked for.
    nearest = max(len(parts) - MOST_BELOW, 1) if parts else 0
    # Address parts have an index, whole addresses have none.
    slugs = [root_path.rstrip("/").rpartition("/")[2], *parts]
    on_the_way = BasePage.objects.filter(slug__in=slugs, url_path__in=paths, locale__language_code=language)
    looked_for = on_the_way.filter(live=True, url_path__in=paths[nearest:])
    pages = BasePage.objects.filter(
        Q(slug__in=slugs, url_path__in=paths, locale__language_code=language)
        | Q(translation_key__in=looked_for.order_by().values("translation_key"))
    )
    pages = pages.annotate(is_restricted=restricted("path")).for_compact_cards().select_related("alias_of")
    # What is fetched besides is fetched for the page that is shown alone.
    found = list(pages.prefetch_related(None).order_by("path"))
    shown = [
        page
        for page in found
        if page.live and page.url_path in paths[nearest:] and page.locale.language_code == language
    ]
    if not shown:
        return None
    page = max(shown, key=lambda each: each.depth)
    prefetch_related_objects([page], *pages._prefetch_related_lookups)
    page.know_around(found)
    return page


def serve_page(request, path):
    """Serve the page at `path`; what is not found in one query goes Wagtail's way."""
    page, rest = find_page(request, path)
    try:
        if page:
            # Where `Page.route_for_request` keeps its answer, and looks first.
            request._wagtail_route_for_request = page.route(request, rest) if rest else RouteResult(page)
        return serve(request, path)
    except Http404 as missing:
        # Answered here, so that whoever tries the hub with DEBUG on sees what readers see.
        return page_not_found(request, missing)
