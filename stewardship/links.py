"""The links out of published pages: gathered from what editors wrote, and asked now and then, a few at a time."""

import re
import time
from html import unescape
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField

from hub.models import BasePage

from .asking import Asker, NotAskedError
from .models import OutgoingLink, PageScan

HREF = re.compile(r"""href=["'](https?://[^"'\s]+)["']""", re.IGNORECASE)
WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)
PAGES_AT_ONCE, LINKS_AT_ONCE, SECONDS_AT_ONCE = 200, 20, 240


def links_of(page):
    """Return the addresses outside the hub that `page` leads to, as editors wrote them."""
    found = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            found |= dict.fromkeys(_links_in(list(getattr(page, field.name).raw_data)))
        elif isinstance(field, (RichTextField, models.URLField)):
            found |= dict.fromkeys(_links_in(getattr(page, field.name)))
    own = urlsplit(settings.SITE_URL).netloc
    longest = OutgoingLink._meta.get_field("url").max_length
    return [url for url in found if len(url) <= longest and _netloc(url) not in ("", own)]


def _links_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from _links_in(each)
    elif isinstance(value, str):
        if WHOLE.fullmatch(value):
            yield value.partition("#")[0]
        else:
            yield from (unescape(url).partition("#")[0] for url in HREF.findall(value))


def _netloc(url):
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def unscanned():
    """Return the published pages whose links were not gathered since they were last published."""
    scanned = PageScan.objects.filter(page=OuterRef("pk")).filter(
        Q(published_at=OuterRef("last_published_at")) | Q(published_at=None, page__last_published_at=None)
    )
    return BasePage.objects.live().filter(~Exists(scanned)).select_related("content_type").order_by("pk")


def gather():
    """Note the links of pages that were published since, and forget those that no page has. Returns (pages, gone)."""
    pages = [page.specific for page in unscanned()[:PAGES_AT_ONCE]]
    for page in pages:
        with transaction.atomic():
            urls = links_of(page)
            OutgoingLink.objects.bulk_create([OutgoingLink(url=url) for url in urls], ignore_conflicts=True)
            page.outgoing_links.set(OutgoingLink.objects.filter(url__in=urls))
            PageScan.objects.update_or_create(page_id=page.pk, defaults={"published_at": page.last_published_at})
    gone = OutgoingLink.objects.filter(pages=None)
    number = gone.count()
    gone.delete()
    return len(pages), number


def ask(asker=None):
    """Ask some of the links whose time has come, each site once, and return (asked, failed)."""
    asker, until = asker or Asker(), time.monotonic() + SECONDS_AT_ONCE
    asked, failed, hosts = 0, 0, set()
    for link in OutgoingLink.objects.to_ask()[: LINKS_AT_ONCE * 10]:
        host = _netloc(link.url)
        if host in hosts:
            continue
        if asked >= LINKS_AT_ONCE or time.monotonic() > until:
            break
        hosts.add(host)
        try:
            problem = asker.ask(link.url)
        except NotAskedError:
            problem = ""
        note(link, problem)
        asked, failed = asked + 1, failed + bool(problem)
    return asked, failed


def note(link, problem):
    """Write down how it went with `link` just now. Several failures on one day count as one."""
    now = timezone.now()
    today = timezone.localdate(now)
    changes = {"checked_at": now, "problem": problem}
    if not problem:
        changes |= {"failed_days": 0, "first_failed_on": None, "last_failed_on": None, "left_by": None}
    elif link.last_failed_on != today:
        changes |= {
            "failed_days": F("failed_days") + 1,
            "first_failed_on": link.first_failed_on or today,
            "last_failed_on": today,
        }
    OutgoingLink.objects.filter(pk=link.pk).update(**changes)


def ask_again(link):
    """Let a link be asked with the next ones, as if it had never failed."""
    OutgoingLink.objects.filter(pk=link.pk).update(
        checked_at=None, failed_days=0, problem="", first_failed_on=None, last_failed_on=None
    )


def leave(link, *, by):
    """Note that a dead link may stay as it is, until it answers again."""
    OutgoingLink.objects.filter(pk=link.pk).update(left_by=by)
