"""All stylesheets as one file: no build step for us, one request for a reader on a bad line."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.views.decorators.gzip import gzip_page

FIRST = ["css/tokens.css", "css/base.css", "css/layout.css"]


def _read():
    folder = Path(settings.BASE_DIR) / "static" / "css" / "components"
    names = [*FIRST, *(f"css/components/{path.name}" for path in sorted(folder.glob("*.css")))]
    css = "\n".join(Path(finders.find(name)).read_text(encoding="utf-8") for name in names)
    return css, hashlib.sha256(css.encode()).hexdigest()[:12]


_read_once = cache(_read)


def stylesheet():
    """Return (css, fingerprint); read afresh at each call while DEBUG is on."""
    return _read() if settings.DEBUG else _read_once()


def stylesheet_url():
    """Return the address of the stylesheet, which changes whenever its text does."""
    # Written out: the pages that tell of errors must not fail over an address.
    return f"/css/{stylesheet()[1]}.css"


@gzip_page
def serve_stylesheet(request, fingerprint):
    """Serve the stylesheet. An old fingerprint gets the newest text, but is not kept."""
    css, current = stylesheet()
    if len(fingerprint) != len(current):
        raise Http404
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=31536000, immutable" if fingerprint == current else "no-cache"
    return response
