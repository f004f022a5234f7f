"""Links to pages in texts: each leads to the translation that the reader wants.

Wagtail asks for the pages of each text by itself, and once more for each link. Here all links of a page are found with
one query, before it is shown (`know_links`).
"""

import re

from asgiref.local import Local
from django.core.signals import request_started
from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

KEY = re.compile(r"[0-9]{1,18}")
STORED_LINK = re.compile(r'<a [^>]*linktype="page"[^>]*>')
_known = Local()  # {(language, key): address} for the request that is being answered


class TranslatedPageLinkHandler(PageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        keys = [str(attrs.get("id", "")) for attrs in attrs_list]
        addresses = _addresses(keys)
        return [f'<a href="{escape(addresses[key])}">' if key in addresses else "<a>" for key in keys]


def know_links(stored):
    """Find where the links in texts lead that are shown in this request; `stored` are the texts as they are stored."""
    links = STORED_LINK.findall(stored)
    keys = [match[0] for link in links if (match := KEY.search(link.partition(' id="')[2]))]
    if keys:
        language = get_language()
        known = {(language, key): address for key, address in _addresses(keys).items()}
        _known.addresses = getattr(_known, "addresses", {}) | known


def _addresses(keys):
    """Return the address of each page that there is, by its key: of its translation into the active language if any."""
    language = get_language()
    known = getattr(_known, "addresses", {})
    found = {key: known[language, key] for key in keys if (language, key) in known}
    missing = {int(key) for key in keys if key not in found and KEY.fullmatch(key)}
    if missing:
        same = Page.objects.filter(pk__in=missing).values("translation_key")
        pages = list(Page.objects.filter(Q(pk__in=missing) | Q(translation_key__in=same)).select_related("locale"))
        translated = {page.translation_key: page for page in pages if _is_wanted(page, language)}
        found |= {
            str(page.pk): translated.get(page.translation_key, page).url or "" for page in pages if page.pk in missing
        }
    return found


def _is_wanted(page, language):
    return page.live and page.locale.language_code == language


def forget_links(**kwargs):
    """Begin anew, as for the next request."""
    _known.addresses = {}


request_started.connect(forget_links, dispatch_uid="rich-text-links")
