"""The list of case studies to take away, narrowed as the reader sees it."""

from django.conf import settings
from django.http import Http404, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .. import downloads
from ..models import CaseStudyIndexPage


@require_safe
def download_csv(request):
    return _download(request, downloads.as_csv, "text/csv; charset=utf-8", "case-studies.csv")


@require_safe
def download_json(request):
    return _download(request, downloads.as_json, "application/json", "case-studies.json")


def _download(request, write, content_type, name):
    index = _index()
    form = index.listing_form(request.GET)
    rows = downloads.Rows(form.filter(index.shown_pages(request)), request)
    response = StreamingHttpResponse(write(rows), content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _index():
    """Return the list in the active language, or else in the source language. Raises `Http404` where it is hidden."""
    lists = CaseStudyIndexPage.objects.live().public().select_related("locale")
    found = {index.locale.language_code: index for index in lists.order_by("-path")}
    index = found.get(get_language()) or found.get(settings.LANGUAGE_CODE)
    if index is None:
        raise Http404("There is no public list of case studies.")
    return index
