"""What a page shows of each result: title and passage with the words marked, languages, and why it is there."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from hub.languages import address_in_language

from .models import Entry
from .passages import mark, passage, texts_of
from .ranking import WEIGHTS
from .registry import PUBLIC

# The signals of `ranking`, in words.
SIGNALS = {
    "all_words": _("It has the words of the question, above all the rare ones"),
    "in_title": _("Its title says it"),
    "in_summary": _("Its summary says it"),
    "title_asked": _("Its title says little else"),
    "title_is_it": _("The question is its title"),
    "phrase": _("The words stand side by side"),
    "nearness": _("The words stand close together"),
    "own_language": _("It is in your language"),
    "fresh": _("It is new"),
    "checked": _("Somebody checked it in time"),
    "overdue": _("Its check is overdue"),
    "part": _("It is a part of something that is found as well"),
}


def results_of(ranked, findings, theme_names, language):
    """Return what is shown of the entries in `ranked`: four queries, however many there are."""
    entries = (
        Entry.objects.for_audiences(findings.scope.audiences).prefetch_related("labels")
        .in_bulk([each.key for each in ranked])
    )  # fmt: skip
    stems = findings.asked.marked
    texts = texts_of(entries, stems) if entries else {}
    versions = _versions_of(entries.values(), findings.scope)
    shown = []
    for each in ranked:
        if entry := entries.get(each.key):
            found = passage(entry, texts.get(entry.pk, []), stems)
            url = local_address(entry, language)
            shown.append(
                {
                    "entry": entry,
                    "url": url + (found.fragment if not found.file_title else ""),
                    "title": mark(entry.title, stems, entry.language),
                    "passage": found,
                    "language": None if entry.language == language else _language_info(entry.language),
                    "versions": versions.get(entry.translation_key, {}).get(entry.pk, []),
                    "themes": sorted(
                        theme_names[label.value]
                        for label in entry.labels.all()
                        if label.facet == "theme" and label.value in theme_names
                    ),
                    "is_private": entry.audience != PUBLIC,
                    "why": each,
                }
            )
    return shown


def reasons(ranked, has_words):
    """Return why an entry stands where it stands, as (words, points), what weighs most first."""
    found = [(_("How well its words fit"), ranked.engine)] if has_words else []
    found += sorted(
        ((SIGNALS.get(name, name), WEIGHTS[name] * value) for name, value in ranked.signals.items()),
        key=lambda reason: -abs(reason[1]),
    )
    return [(words, f"{points:+.2f}") for words, points in found if abs(points) >= 0.005]


def local_address(entry, language):
    """Return the address of an entry: pages have one in their own language, views one in each."""
    return entry.url if entry.translation_key else address_in_language(entry.url, language)


def _versions_of(entries, scope):
    """Return the other languages there are of each entry, by translation key and entry: one query."""
    keys = {entry.translation_key for entry in entries if entry.has_versions}
    if not keys:
        return {}
    rows = list(
        Entry.objects.for_audiences(scope.audiences).filter(translation_key__in=keys).order_by("language")
        .values_list("translation_key", "pk", "language", "url")
    )  # fmt: skip
    found = {}
    for entry in entries:
        found.setdefault(entry.translation_key, {})[entry.pk] = [
            {"language": _language_info(code), "url": url}
            for key, pk, code, url in rows
            if key == entry.translation_key and pk != entry.pk
        ]
    return found


def _language_info(code):
    try:
        return get_language_info(code)
    except KeyError:
        return {"code": code, "name_local": code}
