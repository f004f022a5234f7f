"""Families: which case came from which. A family is shown as a tree and as a list; nobody sees its hidden members."""

from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils.translation import get_language

from hub.models import BasePage

# One row for each member: the case itself, what it came from, what came of it, and so on. UNION ends it even if there
# were a loop. Both PostgreSQL and SQLite know recursive queries (SQL:1999).
MEMBERS = """
    WITH RECURSIVE
        links(one, other) AS (
            SELECT basepage_ptr_id, came_from_id FROM casestudies_casestudypage WHERE came_from_id IS NOT NULL
            UNION ALL
            SELECT came_from_id, basepage_ptr_id FROM casestudies_casestudypage WHERE came_from_id IS NOT NULL
        ),
        family(member) AS (
            SELECT CAST(%s AS integer)
            UNION
            SELECT links.other FROM links JOIN family ON links.one = family.member
        )
    SELECT page.basepage_ptr_id, page.came_from_id
    FROM casestudies_casestudypage AS page JOIN family ON page.basepage_ptr_id = family.member
"""
ABOVE = """
    WITH RECURSIVE above(member) AS (
        SELECT CAST(%s AS integer)
        UNION
        SELECT page.came_from_id FROM casestudies_casestudypage AS page JOIN above
            ON page.basepage_ptr_id = above.member WHERE page.came_from_id IS NOT NULL
    )
    SELECT member FROM above
"""


@dataclass
class Member:
    """A case in its family, and those that were adapted from it."""

    page: object
    is_current: bool = False
    children: list = field(default_factory=list)


@dataclass(frozen=True)
class Family:
    """The public members of a family: as trees, the oldest first, and as a list."""

    trees: list
    members: list
    parent: object = None  # the page that the current one came from, if readers may see it

    def __bool__(self):
        return len(self.members) > 1

    @property
    def count(self):
        return len(self.members)


def ancestors_of(pk):
    """Return the keys of the case `pk` and of all that it came from."""
    with connection.cursor() as cursor:
        cursor.execute(ABOVE, [pk])
        return {row[0] for row in cursor.fetchall()}


def family_of(page):
    """Return the `Family` of a case study, in at most four queries.

    Families are kept by the pages in the source language; each member is shown in the reader's language where it is
    translated. Whoever came from a hidden member hangs below the nearest one above it that readers may see.
    """
    source = _source_of(page)
    parents = _links(source)
    if len(parents) < 2:
        return Family([], [])
    if source == page.pk:
        parents[source] = page.came_from_id  # as it is in a preview
    shown = {each.translation_key: each for each in _visible(parents)}
    keys = dict(BasePage.objects.filter(pk__in=parents).values_list("pk", "translation_key"))
    members = {
        pk: Member(shown[keys[pk]], is_current=keys[pk] == page.translation_key)
        for pk in parents
        if keys.get(pk) in shown
    }
    if source not in members:  # a draft in a preview: shown to nobody else
        members[source] = Member(page, is_current=True)
    roots = []
    for pk, member in members.items():
        above = _nearest(pk, parents, members)
        (members[above].children if above else roots).append(member)
    for member in members.values():
        member.children.sort(key=_order)
    parent = members.get(parents.get(source))
    return Family(
        sorted(roots, key=_order),
        sorted((member.page for member in members.values()), key=lambda each: _order(Member(each))),
        parent.page if parent else None,
    )


def _source_of(page):
    if page.locale.language_code == settings.LANGUAGE_CODE or not page.pk:
        return page.pk
    source = BasePage.objects.filter(
        translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).values_list("pk", flat=True)
    return source.first() or page.pk


def _links(pk):
    """Return what each member of the family came from, by its key."""
    with connection.cursor() as cursor:
        cursor.execute(MEMBERS, [pk])
        return dict(cursor.fetchall())


def _visible(pks):
    """Return the cases that everybody may read, each in the reader's language or else in the source language."""
    keys = BasePage.objects.filter(pk__in=pks).values("translation_key")
    model = apps.get_model("casestudies.CaseStudyPage")
    pages = model.objects.filter(translation_key__in=keys).live().public().in_active_language(get_language())
    # A translation is only shown where its source is: a page that is hidden in English is hidden.
    sources = BasePage.objects.filter(pk__in=pks).live().public().values("translation_key")
    return pages.filter(translation_key__in=sources).select_related("locale")


def _nearest(pk, parents, members):
    seen = {pk}
    above = parents.get(pk)
    while above and above not in seen:
        if above in members:
            return above
        seen.add(above)
        above = parents.get(above)
    return None


def _order(member):
    page = member.page
    return (page.started_on is None, page.started_on or page.pk, page.pk)
