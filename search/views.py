"""The search page."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.kinds import Kind
from hub.languages import address_in_language
from hub.page_cache import public_page

from .forms import SearchForm
from .passages import mark, passage
from .registry import PUBLIC
from .results import find
from .text import question_stems

PAGE_SIZE = 20


@require_safe
@public_page
def search(request):
    """Show what answers the question, or how to ask one."""
    form = SearchForm(request.GET)
    asked = form.read()
    question, filters = asked["q"], {name: value for name, value in asked.items() if name != "q" and value}
    context = {"form": form, "question": question, "asked": bool(question or filters)}
    if context["asked"]:
        language = get_language()
        findings = find(
            question,
            user=request.user,
            language=language,
            kind=asked["kind"],
            theme=asked["theme"],
            area=asked["area"],
            in_language=asked["language"],
        )
        page = Paginator(findings.keys, PAGE_SIZE).get_page(request.GET.get("page"))
        context |= {
            "results": _results(findings, page, question, language),
            "page_obj": page,
            "facets": [
                _facet(_("Kind"), "kind", findings.kinds, asked),
                _facet(_("Theme"), "theme", findings.themes, asked),
            ],
            "has_facets": bool(findings.kinds or findings.themes),
            "filters": _filters_in_use(form, filters, findings, asked),
            "left_out": [form.fields[name].label for name in (*form.errors, *findings.left_out)],
        }
    response = render(request, "search/search.html", context)
    # There are endless such pages, and all they show is found elsewhere.
    response["X-Robots-Tag"] = "noindex"
    return response


def _address(asked, **changes):
    query = {name: value for name, value in {**asked, **changes}.items() if value}
    return f"?{urlencode(query)}"


def _facet(label, name, buckets, asked):
    return {
        "label": label,
        "name": name,
        "lines": [
            {"bucket": bucket, "url": _address(asked, **{name: "" if bucket.is_chosen else bucket.value})}
            for bucket in buckets
        ],
    }


def _filters_in_use(form, filters, findings, asked):
    words = {
        "kind": dict(Kind.choices),
        "theme": {bucket.value: bucket.label for bucket in findings.themes},
        "area": {asked["area"]: form.area_name},
        "language": dict(form.fields["language"].choices),
    }
    return [
        {
            "label": form.fields[name].label,
            "words": words[name][value],
            "url": _address(asked, **{name: ""}),
        }
        for name, value in filters.items()
        if name not in findings.left_out
    ]


def _results(findings, page, question, language):
    stems = question_stems(question, language)
    entries = findings.visible.in_bulk(list(page.object_list))
    return [
        {
            "entry": entry,
            "url": _local_address(entry, language),
            "title": mark(entry.title, stems, entry.language),
            "passage": passage(entry, stems),
            "language": None if entry.language == language else get_language_info(entry.language),
            "themes": findings.theme_names[entry.pk],
            "is_private": entry.audience != PUBLIC,
        }
        for entry in (entries[key] for key in page.object_list if key in entries)
    ]


def _local_address(entry, language):
    """Pages have an address in their own language; views have one in each."""
    return entry.url if entry.translation_key else address_in_language(entry.url, language)
