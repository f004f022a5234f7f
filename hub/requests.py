"""Requests that no browser sends are answered with a plain 4xx before anything else looks at them."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpResponseNotAllowed
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from .views import method_not_allowed

LONGEST_QUERY = 4000
LONGEST_ANY_QUERY = 200_000  # of views that take any text, such as the search
LONGEST_PATH = 2000
METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]


class RefuseOddRequestsMiddleware:
    """Refuse null bytes, which PostgreSQL cannot store, wherever they come in, endless addresses and unknown methods.

    Pages are for reading: a form posts to a view of its own. An answer with status 405 gets a page that says so.
    A view whose `takes_any_text` is true looks after its own query.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return method_not_allowed(request, HttpResponseNotAllowed(METHODS))
        query = request.META.get("QUERY_STRING", "")
        length = len(query)
        if length > LONGEST_ANY_QUERY or len(request.path_info) > LONGEST_PATH:
            raise BadRequest("The address is too long.")
        _refuse_null_bytes(request.path_info, *request.COOKIES.values())
        if (length > LONGEST_QUERY or "%00" in query or "\x00" in query) and not _takes_any_text(request):
            raise BadRequest("The address is too long, or there is a null byte in it.")
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            return method_not_allowed(request, response)
        return response

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name == "wagtail_serve" and request.method not in ("GET", "HEAD", "OPTIONS"):
            return HttpResponseNotAllowed(["GET", "HEAD", "OPTIONS"])
        if request.method == "POST":
            _refuse_null_bytes(*_texts(request.POST))
        return None


def _takes_any_text(request):
    """Tell whether the view of this address takes any query. Asked only of odd ones: nobody else pays for it."""
    try:
        # The language of the address is made active only further in.
        with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
            return getattr(resolve(request.path_info).func, "takes_any_text", False)
    except Resolver404:
        return False


def _refuse_null_bytes(*texts):
    if any("\x00" in text for text in texts):
        raise BadRequest("There is a null byte in the request.")


def _texts(data):
    for name, values in data.lists():
        yield name
        yield from values
