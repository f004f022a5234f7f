"""What results can be narrowed by: the words for it, how often it is there, and the address that does it."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from hub.kinds import Kind
from hub.page_cache import remember

from .engines.terms import FACETS
from .models import Entry, EntryLabel
from .naming import names_of_terms

LABELS = {
    "kind": _("Kind"),
    "theme": _("Theme"),
    "area": _("Area"),
    "language": _("Language"),
    "format": _("Format"),
    "date": _("Date"),
    "easy_read": _("Easy read"),
}
FORMATS = {
    "pdf": _("PDF"), "docx": _("Word document"), "odt": _("Text document (ODT)"), "rtf": _("Text document (RTF)"),
    "txt": _("Plain text"), "md": _("Plain text (Markdown)"), "csv": _("Table (CSV)"), "xlsx": _("Workbook (Excel)"),
    "ods": _("Workbook (ODS)"), "pptx": _("Slides (PowerPoint)"), "odp": _("Slides (ODP)"), "zip": _("Package (ZIP)"),
    "html": _("Web page"), "video": _("Film"),
}  # fmt: skip
SHOWN_VALUES = 10  # of a facet that are shown at once, the rest behind "more"
MOST_VALUES = 200  # of a facet that a page carries; those in use always are there
MOST_CHOSEN = 20  # of a facet; nobody ticks more
VALUE = re.compile(r"[\w-]{1,80}\Z")


@dataclass(frozen=True)
class Bucket:
    """One line of a facet."""

    value: str
    label: str
    count: int
    is_chosen: bool


def read_filters(query):
    """Return {facet: values} of a QueryDict, whatever they are."""
    asked = {facet: tuple(dict.fromkeys(value for value in query.getlist(facet) if value)) for facet in FACETS}
    return {facet: values[:MOST_CHOSEN] for facet, values in asked.items() if values}


def settle(filters):
    """Return ({facet: values} without what stands for nothing, the facets that had such)."""
    settled, left_out = {}, []
    for facet, values in filters.items():
        fit = tuple(value for value in values if may_be(facet, value))
        if fit and facet in ("theme", "area"):
            known = names_of(facet, fit)
            fit = tuple(value for value in fit if value in known)
        if fit:
            settled[facet] = fit
        if len(fit) < len(values):
            left_out.append(facet)
    return settled, left_out


def may_be(facet, value):
    """Tell whether `value` can be one of `facet`, whether or not anything has it."""
    if facet == "kind":
        return value in Kind.values
    if facet == "date":
        return value == "upcoming" or bool(re.fullmatch(r"[12][0-9]{3}", value))
    if facet == "easy_read":
        return value == "1"
    if facet == "language":
        return value in dict(settings.LANGUAGES)
    if facet == "format":
        return value in FORMATS
    return bool(VALUE.match(value))


def names_of(facet, values):
    """Return the words for `values`, by value, in the active language; of terms only those that exist."""
    if facet == "kind":
        return {value: Kind(value).label for value in values if value in Kind.values}
    if facet == "language":
        return {value: _language_name(value) for value in values}
    if facet == "format":
        return {value: FORMATS.get(value, value.upper()) for value in values}
    if facet == "date":
        return {value: _("Still to come") if value == "upcoming" else value for value in values}
    if facet == "easy_read":
        return {value: _("In easy read") for value in values}
    names = names_of_terms(facet)
    return {value: names[value] for value in values if value in names}


def _language_name(code):
    try:
        return get_language_info(code)["name_local"]
    except KeyError:
        return code


def buckets(facet, counts, chosen, names):
    """Return the Buckets of a facet: those in use, and the most frequent. `names` are the words for the values."""
    values = [value for value, _count in counts.most_common(MOST_VALUES)]
    values += [value for value in chosen if value not in values]
    found = [Bucket(value, names[value], counts[value], value in chosen) for value in values if value in names]
    if facet == "date":
        return sorted(found, key=lambda bucket: bucket.value, reverse=True)
    if facet == "kind":
        return sorted(found, key=lambda bucket: Kind.values.index(bucket.value))
    return sorted(found, key=lambda bucket: (-bucket.count, str(bucket.label)))


class Address:
    """The address of a search, and of the same search with a filter more or less."""

    def __init__(self, typed, filters, as_typed=False):
        self.typed, self.filters, self.as_typed = typed, filters, as_typed

    def __str__(self):
        return self.of(self.filters)

    def pairs(self, filters, **more):
        """Return what the address of the search with these `filters` asks for, as (name, value)."""
        asked = [("q", self.typed)] if self.typed else []
        asked += [(facet, value) for facet in FACETS for value in filters.get(facet, ())]
        if self.as_typed:
            more = {"as": "typed"} | more
        return [*asked, *more.items()]

    def of(self, filters, **more):
        """Return the address of the search with other `filters`."""
        return f"?{urlencode(self.pairs(filters, **more))}"

    def toggled(self, facet, value):
        """Return the address with this filter, or without it where it is in use."""
        chosen = self.filters.get(facet, ())
        changed = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
        return self.of({**self.filters, facet: changed})

    def page(self, number):
        """Return the address of a page of the results."""
        return self.of(self.filters, **({"page": number} if number > 1 else {}))

    def without_filters(self):
        """Return the address of the same question, asked of everything."""
        return self.of({})

    def without_corrections(self):
        """Return the address of the search for just what was typed."""
        return Address(self.typed, self.filters, True).of(self.filters)


def facets_of(findings, names, address):
    """Return what a page shows of each facet that has values."""
    return [shown for facet in FACETS if (shown := _facet(facet, findings, names[facet], address))["lines"]]


def _facet(facet, findings, names, address):
    chosen = findings.scope.chosen(facet)
    lines = [
        {"bucket": bucket, "url": address.toggled(facet, bucket.value)}
        for bucket in buckets(facet, findings.facets[facet], chosen, names)
    ]
    rest = lines[SHOWN_VALUES:]
    return {
        "label": LABELS[facet],
        "name": facet,
        "lines": lines,
        "first": lines[:SHOWN_VALUES],
        "rest": rest,
        "is_rest_open": any(line["bucket"].is_chosen for line in rest),
        "is_open": bool(chosen) or facet in ("kind", "theme"),
    }


def filters_in_use(filters, names, address):
    """Return the filters of a search, each with the address that takes it away."""
    return [
        {"label": LABELS[facet], "words": names[facet][value], "url": address.toggled(facet, value)}
        for facet, values in filters.items()
        for value in values
        if value in names[facet]
    ]


def themes_in_use():
    """Return {slug: name} of the themes that public things have, in the active language."""
    used = remember("themes-in-use", _used_themes)
    return names_of("theme", used)


def _used_themes():
    public = EntryLabel.objects.filter(facet="theme", entry__in=Entry.objects.for_audiences([]))
    return list(public.order_by("value").values_list("value", flat=True).distinct())
