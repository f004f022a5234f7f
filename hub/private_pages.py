"""Pages for one reader: behind a secret link, or with something of theirs on them."""

from functools import wraps

from django.views.decorators.http import require_http_methods


def private_page(view=None, *, methods=("GET", "HEAD", "POST")):
    """Mark `view`: what it answers is for one reader, kept nowhere, and its address is told to no other site. Allows
    only `methods`.

    The referrer stays within the hub: with "no-referrer" browsers send forms from nowhere, which Django refuses.
    """

    def mark(view):
        @wraps(view)
        @require_http_methods(list(methods))
        def private_view(request, *args, **kwargs):
            response = view(request, *args, **kwargs)
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["Referrer-Policy"] = "same-origin"
            response.headers["X-Robots-Tag"] = "noindex"
            return response

        return private_view

    return mark(view) if view else mark
