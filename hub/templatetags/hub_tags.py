"""Small things that many templates need."""

import json

from django import template
from django.template.defaultfilters import date as date_filter
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ..covers import HEIGHT, WIDTH, weave
from ..kinds import Kind
from ..languages import address_in_language
from ..plain_text import to_html
from ..stylesheets import stylesheet_url

register = template.Library()

register.simple_tag(stylesheet_url)


@register.inclusion_tag("components/icon.html")
def icon(name):
    """Draw the symbol `name` of static/img/icons.svg. It is decoration: words stand beside it."""
    return {"name": name}


@register.inclusion_tag("components/kind.html")
def kind(value):
    """Show a kind's icon and word in its hue."""
    return {"kind": Kind(value)}


@register.simple_tag
def woven_cover(page, modifier=""):
    """Draw the cover of a page without a photograph."""
    warp, weft, light = weave(page.title, page.kind)
    return format_html(
        '<svg class="cover {}" viewBox="0 0 {} {}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        '<path class="cover__weft" d="{}"/><path class="cover__light" d="{}"/><path class="cover__warp" d="{}"/></svg>',
        modifier,
        WIDTH,
        HEIGHT,
        weft,
        light,
        warp,
    )


@register.simple_tag(takes_context=True)
def address_with(context, **changes):
    """Return this page's address with some of its query changed; an empty value takes the key away."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in ("", None):
            query[key] = value
    return f"?{query.urlencode()}" if query else context["request"].path


@register.simple_tag(takes_context=True)
def address_without(context, name):
    """Return this page's address without the filter `name`, from its first page."""
    return address_with(context, **{name: "", "page": ""})


@register.simple_tag
def address(path):
    """Return `path`, an address of the source language, in the active language."""
    return address_in_language(path, get_language())


@register.simple_tag
def json_ld(data):
    """Write schema.org data into the page. Not a script: browsers do not run it, so the CSP lets it through."""
    text = json.dumps(data, ensure_ascii=False, default=str)
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  escaped in the line above


# `expects_localtime`: templates hand over moments in the reader's time zone, not in UTC.
@register.filter(expects_localtime=True)
def day(value):
    """Write a day as people say it: "Thursday 19 April 2026"."""
    # Translators: how a day is written, in the format of Django's date filter
    return date_filter(value, _("l j F Y")) if value else ""


@register.filter(expects_localtime=True)
def short_day(value):
    """Write a day briefly: "19 April 2026"."""
    # Translators: how a day is written briefly, in the format of Django's date filter
    return date_filter(value, _("j F Y")) if value else ""


@register.filter(expects_localtime=True)
def clock(value):
    """Write a time of day as people say it: "10am", "1.30pm"."""
    if value in (None, ""):
        return ""
    # Translators: a time at the full hour, in the format of Django's date filter ("H:i" for 13:00)
    full = _("ga")
    # Translators: a time with minutes, in the format of Django's date filter ("H:i" for 13:30)
    text = date_filter(value, full if value.minute == 0 else _("g.ia"))
    return text.replace("a.m.", "am").replace("p.m.", "pm")


@register.filter
def duration(minutes):
    """Write a number of minutes as people say it: "45 minutes", "1 hour 35 minutes"; nothing for none."""
    hours, rest = divmod(minutes or 0, 60)
    said = {
        "hours": ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours},
        "minutes": ngettext("%(count)s minute", "%(count)s minutes", rest) % {"count": rest},
    }
    if hours and rest:
        # Translators: "1 hour" and "35 minutes" become "1 hour 35 minutes"
        return _("%(hours)s %(minutes)s") % said
    return said["hours"] if hours else said["minutes"] if rest else ""


@register.filter
def plain_text(value):
    """Show what a member typed: paragraphs and safe links, nothing else."""
    return to_html(value or "")


@register.filter
def quoted(value):
    """Put "> " before each line of what somebody typed: in plain mail it cannot pass for what the hub says itself."""
    return "\n".join(f"> {line}".rstrip() for line in (value or "").splitlines())


@register.filter
def moment(value):
    """Write a moment for `<time datetime>`: to the second, since HTML takes no microseconds."""
    return value.isoformat(timespec="seconds") if value else ""
