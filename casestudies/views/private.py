"""What pages about stories have in common: they are for one reader and kept nowhere."""

from functools import wraps

from django.http import HttpResponse
from django.views.decorators.cache import never_cache


def private_page(view):
    """Mark `view`: what it answers is for one reader. The referrer stays within the hub."""

    @never_cache
    @wraps(view)
    def private_view(request, *args, **kwargs):
        response: HttpResponse = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return private_view
