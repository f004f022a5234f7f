"""The search page."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language, get_language_info
from django.views.decorators.http import require_safe

from hub.languages import address_in_language
from hub.page_cache import public_page

from .engines.terms import FACETS
from .facets import LABELS, buckets, names_of, read_filters
from .models import Entry
from .passages import mark, passage, texts_of
from .registry import PUBLIC
from .results import find

PAGE_SIZE = 20


@require_safe
@public_page
def search(request):
    """Show what answers the question, or how to ask one."""
    typed = " ".join(request.GET.get("q", "").split())
    filters = read_filters(request.GET)
    as_typed = request.GET.get("as") == "typed"
    context = {"question": typed, "asked": bool(typed or filters)}
    if context["asked"]:
        language = get_language()
        findings = find(typed, user=request.user, language=language, filters=filters, as_typed=as_typed)
        filters = {facet: values for facet, values in findings.scope.filters.items() if facet in filters}
        address = Address(typed, filters, as_typed)
        page = Paginator(findings.ranked, PAGE_SIZE).get_page(request.GET.get("page"))
        names = {facet: names_of(facet, {*findings.facets[facet], *findings.scope.chosen(facet)}) for facet in FACETS}
        facets = [_facet(facet, findings, names[facet], address) for facet in FACETS]
        context |= {
            "findings": findings,
            "total": findings.total,
            "results": results_of(page.object_list, findings, names["theme"], language),
            "page_obj": page,
            "facets": facets,
            "has_facets": any(facet["lines"] for facet in facets),
            "filters": _filters_in_use(filters, names, address),
            "left_out": [LABELS[facet] for facet in findings.left_out],
            "corrected": _corrected(findings, address),
        }
    response = render(request, "search/search.html", context)
    # There are endless such pages, and all they show is found elsewhere.
    response["X-Robots-Tag"] = "noindex"
    return response


class Address:
    """The address of a search, and of the same search with a filter more or less."""

    def __init__(self, typed, filters, as_typed=False):
        self.typed, self.filters, self.as_typed = typed, filters, as_typed

    def __str__(self):
        return self.of(self.filters)

    def of(self, filters, **more):
        """Return the address of the search with other `filters`."""
        asked = [("q", self.typed)] if self.typed else []
        asked += [(facet, value) for facet in FACETS for value in filters.get(facet, ())]
        if self.as_typed:
            more = {"as": "typed"} | more
        return f"?{urlencode([*asked, *more.items()])}"

    def toggled(self, facet, value):
        """Return the address with this filter, or without it where it is in use."""
        chosen = self.filters.get(facet, ())
        changed = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
        return self.of({**self.filters, facet: changed})

    def without_corrections(self):
        """Return the address of the search for just what was typed."""
        return Address(self.typed, self.filters, True).of(self.filters)


def _facet(facet, findings, names, address):
    found = buckets(facet, findings.facets[facet], findings.scope.chosen(facet), names)
    return {
        "label": LABELS[facet],
        "name": facet,
        "lines": [{"bucket": bucket, "url": address.toggled(facet, bucket.value)} for bucket in found],
    }


def _filters_in_use(filters, names, address):
    return [
        {"label": LABELS[facet], "words": names[facet][value], "url": address.toggled(facet, value)}
        for facet, values in filters.items()
        for value in values
        if value in names[facet]
    ]


def _corrected(findings, address):
    if not findings.asked.corrections:
        return None
    return {"text": findings.asked.corrected_text, "typed_url": address.without_corrections()}


def results_of(ranked, findings, theme_names, language):
    """Return what is shown of the entries in `ranked`: four queries, however many there are."""
    entries = (
        Entry.objects.for_audiences(findings.scope.audiences).prefetch_related("labels")
        .in_bulk([each.key for each in ranked])
    )  # fmt: skip
    query = findings.asked.query
    stems = {stem for term in query.terms for alternative in term.alternatives for stem in alternative}
    stems |= {stem for either in query.required for alternative in either for stem in alternative}
    texts = texts_of(entries, stems) if entries else {}
    versions = _versions_of(entries.values(), findings.scope)
    shown = []
    for each in ranked:
        if entry := entries.get(each.key):
            found = passage(entry, texts.get(entry.pk, []), stems)
            url = _local_address(entry, language)
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


def _local_address(entry, language):
    """Pages have an address in their own language; views have one in each."""
    return entry.url if entry.translation_key else address_in_language(entry.url, language)
