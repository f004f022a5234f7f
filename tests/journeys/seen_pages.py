"""Keeps each page that a journey has seen, as the hub sent it: forms with errors, pages behind private links."""

import hashlib
import re

from django.conf import settings

FOLDER = "seen"  # in the hub's data
NOT_OURS = ("/admin/", "/dev/")
WHAT_DIFFERS_EACH_TIME = re.compile(rb'"[^"]*"')


def keep_what_is_seen(get_response):
    folder = settings.DATA / FOLDER
    folder.mkdir(exist_ok=True)

    def middleware(request):
        response = get_response(request)
        is_page = not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and response.content and not request.path.startswith(NOT_OURS):
            (folder / name_of(request, response)).write_bytes(response.content)
        return response

    return middleware


def name_of(request, response):
    """Return the view's name, the language and the status, and what tells two states of one page apart."""
    view = request.resolver_match.view_name if request.resolver_match else "none"
    state = hashlib.sha256(WHAT_DIFFERS_EACH_TIME.sub(b"", response.content)).hexdigest()[:12]
    return f"{view}.{request.LANGUAGE_CODE}.{response.status_code}.{state}.html"
