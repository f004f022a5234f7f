"""Finds the page at an address in one query, where Wagtail's own routing takes two for each level of the tree."""

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from .models import BasePage
from .views import page_not_found
from .visibility import restricted


def find_page(request, path):
    """Return the live page at `path` below the home page in the active language, or None."""
    site = Site.find_for_request(request)
    language = get_language()
    for root in Site.get_site_root_paths():
        if site and root.site_id == site.pk and root.language_code == language:
            pages = BasePage.objects.live().filter(url_path=root.root_path + path, locale__language_code=language)
            page = pages.annotate(is_restricted=restricted("path")).for_compact_cards().first()
            return page and page.as_kind
    return None


def serve_page(request, path):
    """Serve the page at `path`; what is not found in one query (a route below a page, say) goes Wagtail's way."""
    page = find_page(request, path)
    if page:
        # Where `Page.route_for_request` keeps its answer, and looks first.
        request._wagtail_route_for_request = RouteResult(page)
    try:
        return serve(request, path)
    except Http404 as missing:
        # Answered here, so that whoever tries the hub with DEBUG on sees what readers see.
        return page_not_found(request, missing)
