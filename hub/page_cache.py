"""Public pages kept for readers who are not signed in.

All readers get the same bytes. A page is kept under the *stamp* that was in force when its making began; whatever
changes something public puts a new stamp in force, and so drops every page at once (see `docs/decisions/0002`).
"""

import functools
import gzip
import hashlib
import logging
import time
import uuid
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import DisallowedHost
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import Signal
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from wagtail import hooks
from wagtail.signals import post_page_move

logger = logging.getLogger(__name__)

STAMP_KEY = "page-stamp"
LARGEST_PAGE = 1_000_000
LONGEST_ADDRESS = 500
# Addresses with a query string are endless, so each process keeps only so many of them within PAGE_CACHE_SECONDS.
MOST_FILTERED = 500
# Pages that a process holds in memory as well, so that a hit reads nothing but the stamp.
MOST_IN_MEMORY = 300

# Rooms whose tables are seen by the public. A change of any row drops the pages: it is simple, and cannot forget one.
PUBLIC_APPS = {
    "hub", "members", "groups", "knowledge", "casestudies", "events", "evaluation", "comments", "search",
    "stewardship", "wagtailcore", "wagtailredirects", "wagtaildocs", "wagtailimages", "wagtail_localize_locales",
    "taggit",
}  # fmt: skip
# Tables in those rooms that no reader sees: what editors do before they publish, and pictures in other sizes.
# What wagtail-localize writes is seen only once it is saved as a page.
UNSEEN_MODELS = {
    "wagtailcore.revision", "wagtailcore.pagelogentry", "wagtailcore.modellogentry", "wagtailcore.referenceindex",
    "wagtailcore.workflowstate", "wagtailcore.taskstate", "wagtailcore.comment", "wagtailcore.commentreply",
    "wagtailcore.pagesubscription", "wagtailcore.editingsession", "wagtailcore.uploadedfile", "hub.hubrendition",
    "casestudies.story", "casestudies.storynote", "casestudies.storyoverlap", "casestudies.peerapproval",
    "casestudies.peerapprovaltask", "hub.chorerun", "hub.waitingmail", "search.askedquestion", "search.answer",
    "search.judgement",
    # Who writes entries drops the pages; what is kept beside them, nobody sees.
    "search.behind", "search.word",
    # Readers see the row itself: who looks after a page, and when it was checked.
    "stewardship.check", "stewardship.notice", "stewardship.outgoinglink", "stewardship.outgoinglink_pages",
    "stewardship.pagescan",
    # Who follows a toolkit, nobody sees; addresses of steps are seen only when they lead elsewhere, which is not kept.
    "knowledge.kitfollower", "knowledge.kitstepaddress",
    # What organisations answer is seen by themselves alone.
    "evaluation.organisation", "evaluation.evaluation", "evaluation.person", "evaluation.answer",
    "evaluation.settlement", "evaluation.plannedaction", "evaluation.reminder", "evaluation.benchmarkrun",
    "evaluation.benchmarkfigure", "evaluation.countedscore",
}  # fmt: skip
# A save of nothing but these is a draft, or somebody who signs in.
UNSEEN_FIELDS = {
    "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "wagtail_admin_comments",
    "last_login", "password",
}  # fmt: skip

# Sent when a kept page is shown that something was noted on (`note_on_page`), with `request` and `noted`, a dictionary.
# Receivers run while the reader waits and before any other middleware: they must be quick.
page_shown = Signal()


def public_page(view):
    """Mark `view`: what it answers may be kept and shown to every reader who is not signed in."""

    @functools.wraps(view)
    def public_view(request, *args, **kwargs):
        mark_public(request)
        return view(request, *args, **kwargs)

    return public_view


def mark_public(request):
    """Say that the answer to `request` is the same for every reader who is not signed in."""
    request.is_public_page = True


def note_on_page(request, name, value):
    """Note something on the answer to `request`, a public page: `page_shown` tells it whenever the page is shown from
    what is kept. `value` must be picklable."""
    request.noted_on_page = getattr(request, "noted_on_page", {}) | {name: value}


def keep_until(request, moment):
    """Say that the answer to `request`, a public page, is right until `moment` and is not kept any longer."""
    request.is_right_until = min(moment, getattr(request, "is_right_until", moment))


def drop_public_pages(using=None):
    """Drop all kept pages once the running transaction is committed. For writes that send no signals (`update()`)."""
    waiting = transaction.get_connection(using).run_on_commit
    if waiting and waiting[-1][1] is _renew_stamp:
        return  # an import of a thousand pages asks a thousand times
    transaction.on_commit(_renew_stamp, using=using)


def _renew_stamp():
    try:
        cache.set(STAMP_KEY, uuid.uuid4().hex, timeout=None)
    except Exception:
        logger.exception("Kept pages could not be dropped; they run out after PAGE_CACHE_SECONDS.")


def _current_stamp():
    """Return the stamp in force, or None where the cache does not answer."""
    try:
        stamp = cache.get(STAMP_KEY)
        if stamp is None:
            cache.add(STAMP_KEY, uuid.uuid4().hex, timeout=None)
            stamp = cache.get(STAMP_KEY)
    except Exception:
        logger.exception("The cache does not answer; pages are made anew.")
        return None
    return stamp


def remember(name, build):
    """Return `build()`, kept under `name` until something public changes, or made anew if the cache is down."""
    stamp = _current_stamp()
    if not stamp:
        return build()
    key = f"kept:{stamp}:{name}"
    value = cache.get(key)
    if value is None:
        value = build()
        cache.set(key, value, timeout=settings.PAGE_CACHE_SECONDS or 600)
    return value


def start_watching():
    """Drop the pages when a row that readers may see changes. Called once, when the apps are ready."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_model_changed, dispatch_uid="page-cache")
    post_page_move.connect(_page_moved, dispatch_uid="page-cache")  # moving writes SQL past the models
    # Innermost, so that Wagtail's own hook has turned away whoever may not see the page.
    hooks.register("on_serve_page", _mark_served_page, order=1000)


def _model_changed(sender, using=None, update_fields=None, **kwargs):
    meta = sender._meta
    if meta.app_label not in PUBLIC_APPS or meta.label_lower in UNSEEN_MODELS:
        return
    if update_fields and set(update_fields) <= UNSEEN_FIELDS:
        return
    drop_public_pages(using)


def _page_moved(sender, **kwargs):
    drop_public_pages()


def _mark_served_page(serve_page):
    def serve_public_page(page, request, args, kwargs):
        mark_public(request)
        return serve_page(page, request, args, kwargs)

    return serve_public_page


@functools.cache
def _release():
    """Return a name for the code and templates that this process runs: another release never shows this one's pages."""
    folders = [*settings.TEMPLATES[0]["DIRS"], *settings.STATICFILES_DIRS, *settings.LOCALE_PATHS]
    folders += [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    newest = max(
        (path.stat().st_mtime_ns for folder in folders for path in folder.rglob("*") if path.suffix != ".pyc"),
        default=0,
    )
    return f"{newest:x}"


class KeptPage:
    """An answer as it is kept: its headers, and its body compressed once for all readers."""

    __slots__ = ("body", "etag", "expires_at", "headers", "noted", "zipped")

    def __init__(self, *, headers, zipped, etag, expires_at, noted=None, body=None):
        self.headers, self.zipped, self.etag, self.expires_at = headers, zipped, etag, expires_at
        self.noted, self.body = noted, body

    @classmethod
    def of(cls, response, noted=None, is_right_until=None):
        body = response.content
        headers = {
            name: value
            for name, value in response.items()
            if name.lower() not in {"vary", "content-length", "content-encoding", "etag", "cache-control"}
        }
        expires_at = time.time() + settings.PAGE_CACHE_SECONDS
        if is_right_until:
            expires_at = min(expires_at, is_right_until.timestamp())
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
        # Browsers may keep the page too, but ask each time whether it still holds (RFC 9111 §5.2.2.4).
        headers |= {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", "ETag": etag}
        return cls(
            headers=headers,
            zipped=gzip.compress(body, 6, mtime=0),
            etag=etag,
            expires_at=expires_at,
            noted=noted,
            body=body,
        )

    def packed(self):
        return (self.headers, self.zipped, self.etag, self.expires_at, self.noted)

    @classmethod
    def unpacked(cls, packed):
        headers, zipped, etag, expires_at, noted = packed
        return cls(headers=headers, zipped=zipped, etag=etag, expires_at=expires_at, noted=noted)

    def answer(self, request):
        """Return the response for this reader: 304 if the browser has this version, else compressed or plain."""
        asked = request.META.get("HTTP_IF_NONE_MATCH")
        if asked and (asked.strip() == "*" or self._opaque(self.etag) in map(self._opaque, parse_etags(asked))):
            response = HttpResponseNotModified()
            for name, value in self.headers.items():
                if not name.lower().startswith("content-") or name.lower() == "content-security-policy":
                    response.headers[name] = value
            return response
        if _accepts_gzip(request):
            body = self.zipped
        else:
            if self.body is None:
                self.body = gzip.decompress(self.zipped)
            body = self.body
        # HEAD tells the length of what GET would give (RFC 9110 §9.3.2).
        response = HttpResponse(b"" if request.method == "HEAD" else body, headers=self.headers)
        response.headers["Content-Length"] = str(len(body))
        if body is self.zipped:
            response.headers["Content-Encoding"] = "gzip"
        return response

    @staticmethod
    def _opaque(etag):
        """If-None-Match compares weakly (RFC 9110 §13.1.2)."""
        return etag.removeprefix("W/")


def _accepts_gzip(request):
    for offer in request.META.get("HTTP_ACCEPT_ENCODING", "").split(","):
        name, _, weight = offer.partition(";")
        if name.strip().lower() == "gzip":
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


class PageCacheMiddleware:
    """Comes first, so that what is kept has the headers of all others, and a hit goes through none of them."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.release = _release()
        self.memory = {}
        self.filtered, self.filtered_until = 0, 0

    def __call__(self, request):
        if request.path_info.startswith(settings.STATIC_URL):
            return self.get_response(request)
        address = self._address_of(request)
        if not address:
            return self._not_for_all(self.get_response(request))
        stamp = self._stamp(address)
        if stamp:
            page = self._find(stamp, address)
            if page:
                if page.noted:
                    page_shown.send_robust(type(self), request=request, noted=page.noted)
                return page.answer(request)
        response = self.get_response(request)
        if not self._may_be_shown_to_all(request, response):
            return self._not_for_all(response)
        page = KeptPage.of(response, getattr(request, "noted_on_page", None), getattr(request, "is_right_until", None))
        if stamp and request.method == "GET" and self._has_room_for(address):
            self._keep(stamp, address, page)
        return page.answer(request)

    def _address_of(self, request):
        """Return what tells this page from others, or None for a request whose answer may be personal."""
        meta = request.META
        if (
            request.method not in ("GET", "HEAD")
            or "HTTP_AUTHORIZATION" in meta
            or "HTTP_HX_REQUEST" in meta  # may be answered with a part of the page
            or getattr(request, "is_dummy", False)  # a preview in the admin
            or (
                "HTTP_COOKIE" in meta
                and (settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES)
            )
        ):
            return None
        try:
            host = request.get_host()
        except DisallowedHost:
            return None  # answered further in, where the error page gets its headers
        return request.scheme, host, request.path_info, meta.get("QUERY_STRING", "")

    def _stamp(self, address):
        if not settings.PAGE_CACHE_SECONDS or len(address[2]) + len(address[3]) > LONGEST_ADDRESS:
            return None
        return _current_stamp()

    def _find(self, stamp, address):
        now = time.time()
        kept = self.memory.get(address)
        if kept and kept[0] == stamp and kept[1].expires_at > now:
            return kept[1]
        try:
            packed = cache.get(self._key(stamp, address))
            if packed is None:
                return None
            page = KeptPage.unpacked(packed)
        except Exception:
            logger.exception("A kept page could not be read; it is made anew.")
            return None
        if page.expires_at <= now:
            return None
        self._remember(stamp, address, page)
        return page

    def _keep(self, stamp, address, page):
        try:
            cache.set(self._key(stamp, address), page.packed(), timeout=settings.PAGE_CACHE_SECONDS)
        except Exception:
            logger.exception("A page could not be kept.")
        self._remember(stamp, address, page)

    def _remember(self, stamp, address, page):
        if len(self.memory) >= MOST_IN_MEMORY:
            self.memory.clear()
        self.memory[address] = (stamp, page)

    def _key(self, stamp, address):
        return f"page:{stamp}:{hashlib.sha256(repr((self.release, *address)).encode()).hexdigest()}"

    def _has_room_for(self, address):
        if not address[3]:
            return True
        now = time.monotonic()
        if now > self.filtered_until:
            self.filtered, self.filtered_until = 0, now + settings.PAGE_CACHE_SECONDS
        self.filtered += 1
        return self.filtered <= MOST_FILTERED

    @staticmethod
    def _may_be_shown_to_all(request, response):
        return (
            getattr(request, "is_public_page", False)
            and response.status_code == 200
            and not response.streaming
            and not response.cookies
            and not response.has_header("Content-Encoding")
            and len(response.content) <= LARGEST_PAGE
            and not {"private", "no-store"} & {part.strip() for part in response.get("Cache-Control", "").split(",")}
        )

    @staticmethod
    def _not_for_all(response):
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
