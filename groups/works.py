"""The toolkits and resources that groups work with: which a facilitator can choose, and which are shown."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import get_page_models

from hub.kinds import Kind
from hub.models import BasePage

KINDS = {Kind.TOOLKIT, Kind.RESOURCE}
MOST_FOUND = 20


@dataclass(frozen=True)
class Work:
    """A page that a group works with, as everybody may see it."""

    pk: int
    key: object  # the same for all its translations
    kind: str
    title: str
    url: str
    language: str


def pages_to_choose():
    """Return the toolkits and resources that everybody may read, as plain pages."""
    models = [model for model in get_page_models() if getattr(model, "kind", None) in KINDS]
    types = ContentType.objects.get_for_models(*models).values()
    return BasePage.objects.live().public().filter(content_type__in=types)


def works_of(group):
    """Return what everybody may see of what `group` works with: of each page the translation that a reader wants."""
    works = _works(pages_to_choose().filter(translation_key__in=group.works_with.values("translation_key")))
    wanted = [get_language(), settings.LANGUAGE_CODE]
    works.sort(key=lambda work: wanted.index(work.language) if work.language in wanted else len(wanted))
    best = {}
    for work in works:
        best.setdefault(work.key, work)
    return sorted(best.values(), key=lambda work: work.title.casefold())


def find_works(words):
    """Return what has all of `words` in its title, at most `MOST_FOUND`."""
    has_all = Q()
    for word in words.split():
        has_all &= Q(title__icontains=word)
    pages = pages_to_choose().in_active_language(get_language()).filter(has_all)
    return _works(pages.order_by("title", "pk")[:MOST_FOUND])


def _works(pages):
    return [
        Work(
            page.pk,
            page.translation_key,
            page.content_type.model_class().kind.value,
            page.title,
            page.url,
            page.locale.language_code,
        )
        for page in pages.select_related("locale", "content_type")
        if page.url
    ]
