"""Finds the page at an address in one query, where Wagtail's own routing takes two for each level of the tree."""

from django.http import Http404
from django.utils.translation import get_language
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from .models import BasePage
from .views import page_not_found
from .visibility import restricted

# How many parts of an address may lie below a page that has routes of its own.
MOST_BELOW = 3


def find_page(request, path):
    """Return the live page at `path` below the home page in the active language, and the rest of the path, a list.

    There is a rest only where the nearest page has routes of its own. Where there is no page, return None for it.
    """
    site = Site.find_for_request(request)
    language = get_language()
    parts = [part for part in path.split("/") if part]
    # The home page has no routes: it is looked for only where it is asked for.
    nearest = max(len(parts) - MOST_BELOW, 1) if parts else 0
    paths = ["".join(f"{part}/" for part in parts[:length]) for length in range(nearest, len(parts) + 1)]
    for root in Site.get_site_root_paths():
        if site and root.site_id == site.pk and root.language_code == language:
            pages = BasePage.objects.live().filter(
                url_path__in=[root.root_path + each for each in paths], locale__language_code=language
            )
            pages = pages.annotate(is_restricted=restricted("path")).for_compact_cards()
            page = pages.order_by("-depth").first()
            if not page:
                return None, []
            rest = parts[len(page.url_path.removeprefix(root.root_path).split("/")) - 1 :]
            if rest and not isinstance(page.as_kind, RoutablePageMixin):
                return None, []
            return page.as_kind, rest
    return None, []


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
