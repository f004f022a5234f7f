"""What stands around every page: the name of the hub, the menus, the languages."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Site

from .kinds import Kind
from .languages import address_in_language, languages_of_address
from .models import StandardPage
from .page_cache import remember
from .surroundings import surroundings


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    language: str


def navigation(request):
    """Return what `base.html` needs; nothing is read before a template asks for it."""

    def kept_furniture():
        return remember(f"furniture:{request.get_host()}:{get_language()}", lambda: furniture(request))

    return {
        "furniture": SimpleLazyObject(kept_furniture),
        "languages_of_page": SimpleLazyObject(lambda: languages_of_address(request)),
    }


def furniture(request):
    """Return the name of the hub and its menus in the active language, in two queries."""
    language = get_language() or settings.LANGUAGE_CODE
    around = surroundings(request)
    named = around.named
    depth = Site.find_for_request(request).root_page.depth + 1
    lists, plain_pages, house_pages = [], [], []
    for page in around.menu_pages(depth, language):
        link = Link(page.title, page.get_url(request), page.locale.language_code)
        is_plain = page.content_type.model_class() is StandardPage
        if page.show_in_menus:
            (plain_pages if is_plain else lists).append(link)
        elif is_plain:
            house_pages.append(link)
    return {
        "site_name": named.site_name,
        "tagline": named.tagline,
        "contact_email": named.contact_email,
        "contact_phone": named.contact_phone,
        "home_url": address_in_language("/", language),
        "lists": lists,
        "plain_pages": plain_pages,
        "house_pages": house_pages,
        "kinds": [kind.value for kind in Kind],
    }
