"""What there is in other languages than those that were found in, so that a reader knows to look there."""

from collections import Counter

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import get_language_info

from hub.page_cache import remember

from .models import Entry

FEW = 5  # results; with fewer, a reader is told in which languages there is more to ask for


def more_in_others(findings, address):
    """Return, for each language that the results were not narrowed to, what it would add to them."""
    return [_told(code, count, address.toggled("language", code)) for code, count in _most_first(findings.elsewhere)]


def only_in_others(language):
    """Return how many public pages each other language has, and `language` has not. No query while nothing changes."""
    counted = remember(f"only-elsewhere-{language}", lambda: _only_in_others(language))
    return [_told(code, count, f"?language={code}") for code, count in _most_first(counted)]


def _only_in_others(language):
    public = Entry.objects.for_audiences([])
    version = public.filter(translation_key=OuterRef("translation_key"), language=language)
    others = public.exclude(language=language).filter(Q(has_versions=False) | ~Exists(version))
    return Counter(dict(others.order_by().values_list("language").annotate(Count("pk"))))


def _most_first(counted):
    offered = dict(settings.LANGUAGES)
    return [(code, count) for code, count in counted.most_common() if code in offered and count]


def _told(code, count, url):
    return {"name": get_language_info(code)["name_translated"], "count": count, "url": url}
