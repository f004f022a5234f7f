"""Requests that no browser sends are answered with a plain 400 before anything else looks at them."""

from django.core.exceptions import BadRequest

MAX_QUERY_LENGTH = 4000


class RefuseOddRequestsMiddleware:
    """Refuse null bytes, which PostgreSQL cannot store, in the address or in what was typed, and endless query strings."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if len(request.META.get("QUERY_STRING", "")) > MAX_QUERY_LENGTH:
            raise BadRequest("The address is too long.")
        for text in (
            request.path_info,
            *_texts(request.GET),
            *(_texts(request.POST) if request.method == "POST" else ()),
        ):
            if "\x00" in text:
                raise BadRequest("There is a null byte in the request.")


def _texts(data):
    for name, values in data.lists():
        yield name
        yield from values
