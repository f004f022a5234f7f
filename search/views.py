"""The search page, what it offers while somebody types, and its feeds."""

from django.http import HttpResponse, HttpResponseNotFound, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from hub.models import HubSettings
from hub.page_cache import public_page

from . import asked, feeds
from .elsewhere import FEW, more_in_others, only_in_others
from .engines.terms import FACETS
from .facets import LABELS, Address, facets_of, filters_in_use, names_of, read_filters, themes_in_use
from .judging import GRADES, grades_of, may_judge
from .limits import SEARCHES, SUGGESTIONS, limited
from .nearby import nearest_themes
from .promoting import promoted_for
from .registry import audiences_of
from .results import LIMIT, find
from .showing import reasons, results_of
from .suggesting import suggest as suggestions_for

PAGE_SIZE = 20
MOST_TYPED = 1000  # characters of a question that are looked at; addresses of pages and filters carry them on


@require_safe
@public_page
@limited(SEARCHES)
def search(request):
    """Show what answers the question, or how to ask one."""
    typed, is_cut = _typed(request)
    filters = read_filters(request.GET)
    as_typed = request.GET.get("as") == "typed"
    context = {"question": typed, "asked": bool(typed or filters), "is_cut": is_cut, "most_typed": MOST_TYPED}
    if context["asked"]:
        findings = find(typed, user=request.user, language=get_language(), filters=filters, as_typed=as_typed)
        asked.note(request, typed, findings)
        filters = {facet: values for facet, values in findings.scope.filters.items() if facet in filters}
        address = Address(typed, filters, as_typed)
        context |= _answer(request, typed, findings, filters, address)
    response = render(request, "search/search.html", context)
    # There are endless such pages, and all they show is found elsewhere.
    response["X-Robots-Tag"] = "noindex"
    return response


search.takes_any_text = True


def _answer(request, typed, findings, filters, address):
    """Return what the page shows of the findings."""
    language = get_language()
    page = _page_of(findings, request.GET.get("page"))
    names = {facet: names_of(facet, {*findings.facets[facet], *findings.scope.chosen(facet)}) for facet in FACETS}
    results = results_of(page["ranked"], findings, names["theme"], language)
    understood = findings.asked.corrected_text
    if may_judge(request.user):
        _explain(results, request.user, typed, findings, language)
    return {
        "findings": findings,
        "total": findings.total,
        "results": results,
        "page": page,
        "previous_url": address.page(page["number"] - 1),
        "next_url": address.page(page["number"] + 1),
        "last_url": address.page(page["count"]),
        "facets": facets_of(findings, names, address),
        "filters": filters_in_use(filters, names, address),
        "kept_filters": [pair for pair in address.pairs(filters) if pair[0] in FACETS],
        "without_filters_url": address.without_filters(),
        "left_out": [LABELS[facet] for facet in findings.left_out],
        "corrected": _corrected(findings, address),
        "answered": findings.asked.corrected_text if findings.asked.corrections else typed,
        "promoted": promoted_for(understood, language, findings.scope.audiences) if page["number"] == 1 else [],
        "ways_to_follow": _ways_to_follow(address, findings),
        **_languages(findings, address, page, language),
        "themes": [] if findings.total else nearest_themes(understood, themes_in_use()),
        "grades": GRADES,
    }


def _languages(findings, address, page, language):
    """Return what there is in other languages: told at the end of the results, or in their place."""
    chosen = findings.scope.chosen("language")
    may_ask_otherwise = page["exists"] and findings.total < FEW and not findings.scope.filters
    return {
        "narrowed_to": [get_language_info(code)["name_translated"] for code in chosen],
        "more_elsewhere": more_in_others(findings, address) if page["exists"] and not page["has_next"] else [],
        "only_elsewhere": only_in_others(language) if may_ask_otherwise else [],
        "is_all_elsewhere": bool(findings.total and not chosen and not findings.facets["language"][language]),
    }


def _typed(request):
    """Return the question, and whether only its beginning is looked at."""
    typed = " ".join(request.GET.get("q", "").replace("\0", " ").split())
    return typed[:MOST_TYPED].strip(), len(typed) > MOST_TYPED


def _page_of(findings, asked_for):
    """Return the part of the results that a page shows. A page that does not exist is told, and shows none."""
    there = min(len(findings.ranked), LIMIT)
    count = max(1, -(-there // PAGE_SIZE))
    try:
        number = int(asked_for) if asked_for else 1
    except ValueError:
        number = 0
    exists = 1 <= number <= count
    start = (number - 1) * PAGE_SIZE if exists else 0
    return {
        "number": number if exists else 1,
        "asked_for": number if 0 < number < 1_000_000 else None,
        "exists": exists,
        "count": count,
        "has_previous": exists and number > 1,
        "has_next": exists and number < count,
        "start": start + 1,
        "ranked": findings.ranked[start : start + PAGE_SIZE] if exists else [],
        "is_end_of_list": exists and number == count and findings.total > there,
        "most": LIMIT,
    }


def _corrected(findings, address):
    if not findings.asked.corrections:
        return None
    return {"text": findings.asked.corrected_text, "typed_url": address.without_corrections()}


def _explain(results, user, typed, findings, language):
    """Say under each result why it is there and how it was judged: for editors alone."""
    grades = grades_of(user, typed, language, [result["entry"].pk for result in results]) if typed else {}
    for result in results:
        result["reasons"] = reasons(result["why"], bool(typed))
        result["points"] = f"{result['why'].total:.2f}"
        result["grade"] = grades.get(result["entry"].pk)


def _ways_to_follow(address, findings):
    query = str(address)
    ways = [
        {"name": name, "words": words, "type": content_type, "url": reverse(f"search:{name}") + query}
        for name, words, content_type, _writer in WAYS_TO_FOLLOW
    ]
    has_dates = findings.facets["kind"]["event"]
    return [way for way in ways if way["name"] != "calendar" or has_dates]


# Feeds ---------------------------------------------------------------------------------------------------------------

WAYS_TO_FOLLOW = [
    ("atom", "Atom", "application/atom+xml", feeds.atom),
    ("json_feed", "JSON Feed", "application/feed+json", feeds.json_feed),
    ("table", "CSV", "text/csv", feeds.table),
    ("calendar", "iCalendar", "text/calendar", feeds.calendar),
]


@require_safe
@public_page
@limited(SEARCHES)
def follow(request, way):
    """Answer a search as a feed: what everybody may see, whoever asks."""
    [(content_type, write)] = [(each[2], each[3]) for each in WAYS_TO_FOLLOW if each[0] == way]
    typed, _is_cut = _typed(request)
    options = {
        "as_typed": request.GET.get("as") == "typed",
        "language": get_language(),
        "site_name": HubSettings.load(request_or_site=request).site_name,
        "path": request.path,
        "search_path": reverse("search:search"),
    }
    if way == "table":
        options["limit"] = feeds.MOST_ROWS
    find_items = feeds.dated if way == "calendar" else feeds.subscription
    try:
        found = find_items(typed, read_filters(request.GET), **options)
    except feeds.UnknownFilterError as error:
        text = _("We do not know what was asked for under: %(names)s.") % {"names": LABELS[str(error)]}
        response = HttpResponseNotFound(text, content_type="text/plain; charset=utf-8")
    else:
        response = HttpResponse(write(found), content_type=f"{content_type}; charset=utf-8")
        if way in ("table", "calendar"):
            ending = "csv" if way == "table" else "ics"
            response["Content-Disposition"] = f'attachment; filename="search.{ending}"'
    response["X-Robots-Tag"] = "noindex"
    return response


follow.takes_any_text = True


# Suggestions ---------------------------------------------------------------------------------------------------------


@require_safe
@vary_on_cookie
@limited(SUGGESTIONS)
def suggest(request):
    """Offer pages, themes and earlier questions for what is typed so far, as JSON."""
    typed = request.GET.get("q", "")
    found = suggestions_for(
        typed,
        audiences=audiences_of(request.user),
        language=get_language(),
        search_url=reverse("search:search"),
        earlier=asked.earlier,
    )
    count = len(found)
    status = ngettext("%(count)s suggestion", "%(count)s suggestions", count) % {"count": count}
    suggestions = [
        {"text": each.text, "about": each.about, "label": str(_label(each)), "url": each.url, "language": each.language}
        for each in found
    ]
    response = JsonResponse({"status": status, "suggestions": suggestions}, json_dumps_params={"ensure_ascii": False})
    # A browser may ask once for what is typed, deleted and typed again. What members are offered is not kept at all.
    response["Cache-Control"] = "private, no-store" if request.user.is_authenticated else "private, max-age=60"
    response["X-Robots-Tag"] = "noindex"
    return response


suggest.takes_any_text = True


def _label(suggestion):
    if suggestion.about == "theme":
        return _("Theme")
    return _("Asked before") if suggestion.about == "question" else suggestion.label
