"""Requests that no browser sends are answered with a plain 4xx before anything else looks at them."""

from django.core.exceptions import BadRequest
from django.http import HttpResponseNotAllowed

from .views import method_not_allowed

LONGEST_QUERY = 4000
LONGEST_PATH = 2000
METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]


class RefuseOddRequestsMiddleware:
    """Refuse null bytes, which PostgreSQL cannot store, wherever they come in, endless addresses and unknown methods.

    Pages are for reading: a form posts to a view of its own. An answer with status 405 gets a page that says so.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return method_not_allowed(request, HttpResponseNotAllowed(METHODS))
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY or len(request.path_info) > LONGEST_PATH:
            raise BadRequest("The address is too long.")
        _refuse_null_bytes(request.path_info, *_texts(request.GET), *request.COOKIES.values())
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


def _refuse_null_bytes(*texts):
    if any("\x00" in text for text in texts):
        raise BadRequest("There is a null byte in the request.")


def _texts(data):
    for name, values in data.lists():
        yield name
        yield from values
