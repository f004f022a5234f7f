"""What a reader finds: ranked by the engine, then filtered and counted over what the reader may see."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F

from hub.kinds import Kind
from hub.models import Theme

from .engine import LIMIT, rank
from .models import Entry

MOST_THEMES = 12


@dataclass(frozen=True)
class Bucket:
    """One line of a facet."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Findings:
    keys: list  # of entries, in order
    kinds: list
    themes: list
    theme_names: dict  # of each key in `keys`, in the reader's language
    visible: object  # the queryset that `keys` are to be fetched from
    left_out: list  # names of filters that stand for nothing


def find(question, *, user, language, kind="", theme="", area="", in_language=""):
    """Return what answers `question` for `user`, who reads `language`. Without a question: everything, newest first."""
    visible = Entry.objects.visible_to(user)
    candidates = visible
    if in_language:
        candidates = candidates.filter(language=in_language)
    if area:
        candidates = candidates.filter(areas__slug=area).distinct()
    rows = _rows(question, candidates, language)
    keys = _once_each(rows, language)
    kind_of = {row[0]: row[1] for row in rows}
    themes_of = _themes_of(keys)
    names = _theme_names(themes_of, theme)
    left_out = []
    if theme and theme not in names:
        theme, left_out = "", ["theme"]

    def fits_kind(key):
        return not kind or kind_of[key] == kind

    def fits_theme(key):
        return not theme or theme in themes_of[key]

    per_kind = Counter(kind_of[key] for key in keys if fits_theme(key))
    per_theme = Counter(slug for key in keys if fits_kind(key) for slug in themes_of[key] if slug in names)
    found = [key for key in keys if fits_kind(key) and fits_theme(key)]
    return Findings(
        keys=found,
        kinds=_kind_buckets(per_kind, kind),
        themes=_theme_buckets(per_theme, theme, names),
        theme_names={key: sorted(names[slug] for slug in themes_of[key] if slug in names) for key in found},
        visible=visible,
        left_out=left_out,
    )


def _rows(question, candidates, language):
    """Return (key, kind, language, translation key) of the candidates, best first."""
    columns = ("pk", "kind", "language", "translation_key")
    if not question:
        newest = candidates.order_by(F("dated_at").desc(nulls_last=True), "-pk")
        return list(newest.values_list(*columns, "dated_at")[:LIMIT])
    ranked = rank(question, entries=candidates, language=language)
    by_key = {row[0]: row for row in candidates.filter(pk__in=ranked).values_list(*columns)}
    return [by_key[key] for key in ranked if key in by_key]


def _once_each(rows, language):
    """Return the keys with one of several translations: the reader's, else the source language's, else the best."""
    chosen = {}
    for key, _kind, code, translation_key, *_ in rows:
        thing = translation_key or key
        preference = (code == language, code == settings.LANGUAGE_CODE)
        if thing not in chosen or preference > chosen[thing][0]:
            chosen[thing] = (preference, key)  # a key that is already there keeps its place
    return [key for _preference, key in chosen.values()]


def _themes_of(keys):
    themes_of = defaultdict(set)
    for key, slug in Entry.themes.through.objects.filter(entry__in=keys).values_list("entry_id", "theme__slug"):
        themes_of[key].add(slug)
    return themes_of


def _kind_buckets(counts, chosen):
    return [
        Bucket(kind.value, kind.label, counts[kind.value], kind.value == chosen)
        for kind in Kind
        if counts[kind.value] or kind.value == chosen
    ]


def _theme_names(themes_of, chosen):
    """Return the names, in the active language, of all themes there are among the candidates, by slug."""
    slugs = {slug for slugs in themes_of.values() for slug in slugs} | ({chosen} if chosen else set())
    themes = Theme.objects.in_source_language().with_local_name().filter(slug__in=slugs)
    return dict(themes.values_list("slug", "local_name"))


def _theme_buckets(counts, chosen, names):
    slugs = {slug for slug, _count in counts.most_common(MOST_THEMES)} | ({chosen} if chosen else set())
    buckets = [Bucket(slug, names[slug], counts[slug], slug == chosen) for slug in slugs]
    return sorted(buckets, key=lambda bucket: (-bucket.count, bucket.label))
