"""What went wrong, told in plain words, and the few files that every site is asked for."""

import functools
import io
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, HttpResponseServerError, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import get_language, get_language_bidi, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from .kinds import Kind
from .mail_files import find_mail, payload, sent_mails
from .models import HubSettings
from .page_cache import public_page

logger = logging.getLogger(__name__)


# What went wrong ------------------------------------------------------------------------------------------------------


def _plain_page(template, status, **context):
    """Return a page that needs neither request, session nor database, so that it can be shown whatever is broken."""
    context |= {
        "LANGUAGE_CODE": get_language() or settings.LANGUAGE_CODE,
        "LANGUAGE_BIDI": get_language_bidi(),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "kinds": [kind.value for kind in Kind],
    }
    return HttpResponse(render_to_string(template, context), status=status)


def _full_page(request, template, status, **context):
    """Return a page with the menus around it, or the plain one where even that cannot be made."""
    try:
        return HttpResponse(render_to_string(template, context, request), status=status)
    except Exception:
        logger.exception("The page for status %s could not be made.", status)
        return _plain_page("hub/plain_error.html", status)


def bad_request(request, exception):
    """Answer 400. Plain, because such a request often has a host or an address that nothing else can be made from."""
    return _plain_page("400.html", 400)


def permission_denied(request, exception):
    """Answer 403."""
    return _full_page(request, "403.html", 403)


def csrf_failure(request, reason=""):
    """Answer 403 to a form that came without the proof that it is ours (Django calls this)."""
    return _full_page(request, "403_csrf.html", 403)


def page_not_found(request, exception):
    """Answer 404, and offer the English page, or the one in this language, where the address leads to one."""
    try:
        elsewhere = _page_elsewhere(request)
    except Exception:  # whatever stops us from helping, the answer stays 404
        logger.exception("No page could be offered for %s", request.path_info)
        elsewhere = {}
    return _full_page(request, "404.html", 404, **elsewhere)


def server_error(request):
    """Answer 500, as plain as can be."""
    try:
        return _plain_page("500.html", 500)
    except Exception:
        logger.exception("The page for status 500 could not be made.")
        return HttpResponseServerError("Something went wrong on our side. Please try again later.")


def method_not_allowed(request, response):
    """Answer 405, with the header that says which methods are allowed."""
    page = _plain_page("405.html", 405)
    page.headers["Allow"] = response.headers["Allow"]
    return page


def _page_elsewhere(request):
    """Return the page that lies at this address in the source language, and its translation if it has one."""
    language = get_language()
    prefix = f"/{language}/"
    if language == settings.LANGUAGE_CODE or not request.path_info.startswith(prefix):
        return {}
    site = Site.find_for_request(request)
    parts = [part for part in request.path_info.removeprefix(prefix).split("/") if part]
    with override(settings.LANGUAGE_CODE):
        try:
            page = site.root_page.specific.route(request, parts).page
        except Http404:
            return {}
        if page.get_view_restrictions():
            return {}  # its title is not for everybody
        english_url = page.get_url(request)
    translation = page.get_translations().live().public().filter(locale__language_code=language).first()
    return {
        "english_page": page,
        "english_url": english_url,
        "translation": translation,
        "translation_url": translation and translation.get_url(request),
    }


# Mail, while there is no mail server ----------------------------------------------------------------------------------


def _only_in_development(view):
    @functools.wraps(view)
    def development_view(request, *args, **kwargs):
        if not settings.DEBUG:
            raise Http404
        return view(request, *args, **kwargs)

    return require_safe(development_view)


def _mail_or_404(name):
    mail = find_mail(name)
    if mail is None:
        raise Http404
    return mail


@_only_in_development
def list_mails(request):
    """List the mails that were written to files, the newest first."""
    return render(request, "hub/dev_mail.html", {"mails": sent_mails()})


@_only_in_development
def show_mail(request, name):
    """Show one mail as its reader sees it."""
    return render(request, "hub/dev_mail_detail.html", {"mail": _mail_or_404(name)})


@_only_in_development
def download_mail_part(request, name, number):
    """Send the attachment `number` of a mail, as a file to be kept."""
    parts = _mail_or_404(name).parts
    if number >= len(parts):
        raise Http404
    file_name = parts[number].get_filename() or f"part-{number}"
    return FileResponse(
        io.BytesIO(payload(parts[number])),
        as_attachment=True,
        filename=Path(file_name).name,
        content_type=parts[number].get_content_type(),
    )


# Files that every site is asked for -----------------------------------------------------------------------------------


@require_safe
@public_page
def robots_txt(request):
    """Say what search engines may read (RFC 9309)."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ("/admin/", "/account/", "/members/"))]
    lines += [f"Disallow: /{code}/{path}/" for code, _name in settings.LANGUAGES[1:] for path in ("account", "members")]
    lines += ["", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@public_page
def security_txt(request):
    """Say whom to tell of a weakness (RFC 9116). It expires in half a year, and is renewed by itself each month."""
    first_of_month = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {first_of_month + timedelta(days=183):%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """Lead browsers that ask here, without looking at the page, to the icon."""
    return redirect(static("img/favicon.ico"))


@require_safe
def apple_touch_icon(request):
    return redirect(static("img/apple-touch-icon.png"))


@require_safe
def change_password(request):
    """Lead password managers to the form (W3C "A Well-Known URL for Changing Passwords")."""
    return redirect("account_change_password")


@require_safe
@public_page
def manifest(request):
    """Say how the hub looks on a telephone's home screen (W3C Web Application Manifest)."""
    named = HubSettings.load(request_or_site=request)
    sizes = {"192x192": "img/icon-192.png", "512x512": "img/icon-512.png"}
    icons = [{"src": static(path), "sizes": size, "type": "image/png"} for size, path in sizes.items()]
    return JsonResponse(
        {
            "name": named.site_name,
            "short_name": named.site_name[:12],
            "description": named.tagline or _("Where a community of practice keeps what it knows, and meets."),
            "start_url": "/",
            "display": "minimal-ui",
            "background_color": "#fbf7ef",
            "theme_color": "#fbf7ef",
            "lang": settings.LANGUAGE_CODE,
            "icons": [
                {"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
                *icons,
                {"src": static("img/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
            ],
        },
        content_type="application/manifest+json",
    )
