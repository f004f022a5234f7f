"""What a document says about itself, as the fields of a page."""

import html
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.html import escape, strip_tags
from django.utils.text import Truncator, slugify
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import RichTextField

from stewardship.kept import KeptMixin
from stewardship.models import Stewardship

from .mapping import SPECIAL
from .markup import without_template_tags
from .outcomes import Refused

ALSO = {"summary", "seo_title", "search_description"}  # fields of every page that a file may fill
KEPT_BESIDE = ("checked_on", "next_check_on")  # not of the page, but of who keeps it true
SIMPLE = (models.CharField, models.TextField, models.DateField, models.PositiveIntegerField)
DATES = ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"]
YES, NO = {"true", "yes", "1"}, {"false", "no", "0"}
SWITCHES = {"draft", "published"}
MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")


@dataclass
class Plan:
    """A page as it is to be."""

    document: object
    kind: object
    title: str
    slug: str
    language: str
    values: dict = field(default_factory=dict)
    themes: list = field(default_factory=list)  # words
    areas: list = field(default_factory=list)
    terms: dict = field(default_factory=dict)  # words, by the field of the kind that they go to
    pages: dict = field(default_factory=dict)  # what names other pages, by field; then their tokens
    old_addresses: list = field(default_factory=list)
    attachments: list = field(default_factory=list)
    dated_on: date | None = None
    is_draft: bool = False
    blocks: list = field(default_factory=list)
    steps: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    @property
    def key(self):
        return self.document.key

    @property
    def own_values(self):
        """The fields of the page itself."""
        return {name: value for name, value in self.values.items() if name not in KEPT_BESIDE}

    @property
    def checks(self):
        """What the document says about when it was checked."""
        return {name: value for name, value in self.values.items() if name in KEPT_BESIDE}


def settable_fields(model):
    """Return the fields of `model` that a file may fill, by name."""
    beside = {name: Stewardship._meta.get_field(name) for name in KEPT_BESIDE} if issubclass(model, KeptMixin) else {}
    return beside | {
        field.name: field
        for field in model._meta.get_fields()
        if isinstance(field, SIMPLE)
        and not isinstance(field, models.DateTimeField)
        and (field.name in ALSO or (field.model is model and not field.remote_field and field.editable))
    }


def plan_page(document, *, kinds, default_kind, field_map, language):
    """Return the Plan for a document. Raises Refused."""
    said, notes = _sort_out(document, field_map)
    kind = kinds.get(_text(said, "kind") or default_kind)
    if not kind:
        raise Refused(f"there is no kind “{said['kind']}”; there are: {', '.join(sorted(kinds))}")
    title = _plain(_text(said, "title"), notes)
    if not title:
        raise Refused("it has no title")
    if len(title) > 255:
        notes.append("the title was shortened to 255 characters")
    old_addresses = _addresses(said, notes)
    published = _text(said, "published").lower()
    if published and published not in YES | NO:
        said.setdefault("date", published)
    plan = Plan(
        document=document,
        kind=kind,
        title=Truncator(title).chars(255),
        slug=_slug(_text(said, "slug"), _text(said, "address"), document, title),
        language=_language(_text(said, "language"), language),
        themes=_list(said, "themes"),
        areas=_list(said, "areas"),
        old_addresses=old_addresses,
        attachments=_list(said, "attachments", split=False),
        dated_on=_date(_text(said, "date"), "date"),
        is_draft=_text(said, "draft").lower() in YES or published in NO,
        notes=notes,
    )
    _fill(plan, said)
    return plan


def _sort_out(document, field_map):
    """Return (fields by their names here, notes)."""
    said, notes = {}, list(document.notes)
    for name, value in document.meta.items():
        target = field_map.target(name)
        if not target or value in ("", None, []):
            continue
        if target in said:
            notes.append(f"“{name}” was left out: another field says that already")
        else:
            said[target] = value
    for target, value in field_map.defaults.items():
        said.setdefault(target, value)
    if not said.get("summary") and isinstance(said.get("what"), str):
        said["summary"] = said["what"]
    return said, notes


def _fill(plan, said):
    fields = settable_fields(plan.kind.model)
    # All of them: what a file does not name any more goes from the page too.
    plan.terms = {name: _list(said, name) for name in plan.kind.terms}
    plan.pages = {name: _list(said, name, split=False) for name in plan.kind.pages}
    others = (SPECIAL | plan.terms.keys() | plan.pages.keys()) - {"summary"}
    wanted = {name: value for name, value in said.items() if name not in others}
    if plan.kind.date_field and plan.dated_on:
        plan.values[plan.kind.date_field] = plan.dated_on
    if "author" in said:
        wanted[plan.kind.author_field or "author"] = ", ".join(_list(said, "author"))
    for name, value in wanted.items():
        if name not in fields:
            plan.notes.append(f"left out: {name[:60]} ({_article(plan.kind.name)} has no such field)")
        elif not isinstance(value, str):
            raise Refused(f"“{name}” is not a text")
        else:
            _convert(plan, fields[name], name, value)
    for name, (value, told) in plan.kind.without.items():
        if name not in plan.values:
            plan.values[name] = value
            plan.notes.append(told)


def _convert(plan, model_field, name, text):
    reader = plan.kind.readers.get(name)
    try:
        if reader:
            plan.values[name] = reader(text)
        elif isinstance(model_field, models.DateField):
            plan.values[name] = _date(text, name)
        elif isinstance(model_field, models.PositiveIntegerField):
            plan.values[name] = _number(text)
        elif isinstance(model_field, models.URLField):
            URLValidator(schemes=["http", "https"])(text)
            plan.values[name] = text
        elif model_field.choices:
            plan.values[name] = _choice(model_field, text)
        else:
            plan.values[name] = _words(plan, model_field, name, text)
    except ValidationError:
        plan.notes.append(f"left out: {name} (“{text[:80]}” is not an address)")
    except ValueError as error:
        plan.notes.append(f"left out: {name} ({error})")


def _number(text):
    try:
        return int(text)
    except ValueError as error:
        raise ValueError(f"“{text[:40]}” is not a number") from error


def _choice(model_field, text):
    names = {str(label).casefold(): value for value, label in model_field.flatchoices}
    names |= {str(value).casefold(): value for value, _label in model_field.flatchoices}
    if text.strip().casefold() not in names:
        raise ValueError(f"“{text}” is not one of {', '.join(str(value) for value, _ in model_field.flatchoices)}")
    return names[text.strip().casefold()]


def _words(plan, model_field, name, text):
    if re.search(r"<a\b|\]\(", text):
        plan.notes.append(f"links in {name} became plain text")
    paragraphs = [_plain(part, plan.notes) for part in re.split(r"\n\s*\n", text)]
    if isinstance(model_field, RichTextField):
        return "".join(f"<p>{escape(part)}</p>" for part in paragraphs)
    text = ("\n\n" if type(model_field) is models.TextField else " ").join(filter(None, paragraphs))
    if model_field.max_length and len(text) > model_field.max_length:
        plan.notes.append(f"{name} was shortened to {model_field.max_length} characters")
        return Truncator(text).chars(model_field.max_length)
    return text


def _plain(text, notes):
    """Return `text` without template tags, HTML and links: fields are plain text."""
    text, told = without_template_tags(text)
    notes += told
    text = MARKDOWN_LINK.sub(r"\1", text)
    if re.search(r"<\w|</|&\w+;", text):
        text = html.unescape(strip_tags(text))
    return " ".join(text.replace("\0", "").split())


def _text(said, name):
    value = said.get(name, "")
    if not isinstance(value, str) and not (isinstance(value, bool) and name in SWITCHES):
        raise Refused(f"“{name}” is not a text")
    return str(value).strip()


def _list(said, name, split=True):
    value = said.get(name, [])
    if isinstance(value, str):
        value = value.split(",") if split else [value]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Refused(f"“{name}” is not a list of texts")
    return list(dict.fromkeys(item.strip() for item in value if item.strip()))


def _date(text, name):
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    for candidate in (text, text[:10]):  # Jekyll writes "2024-05-01 10:00:00 +0000"
        for style in DATES:
            try:
                return datetime.strptime(candidate, style).date()  # noqa: DTZ007  a day has no time zone
            except ValueError:
                continue
    raise Refused(f"“{text[:40]}” under “{name}” is not a date; write it as 2026-04-19")


def _language(text, default):
    if not text:
        return default
    code = text.lower().replace("_", "-")
    for candidate in (code, code.split("-")[0]):
        if candidate in dict(settings.LANGUAGES):
            return candidate
    raise Refused(f"the hub has no language “{text[:20]}”")


def _addresses(said, notes):
    """Return the old addresses of a document as paths."""
    addresses = []
    for text in [_text(said, "address"), *_list(said, "redirects", split=False)]:
        if not text:
            continue
        try:
            path = urlsplit(text).path
        except ValueError:
            path = ""
        path = Redirect.normalise_path(path) if path.strip("/") else ""
        if not path or "{" in path or "/:" in path or len(path) > 255 or "\0" in path:
            notes.append(f"old address left out: {text[:80]}")
        elif path not in addresses:
            addresses.append(path)
    return addresses


def _slug(slug, address, document, title):
    path = PurePosixPath(document.path)
    from_file = "" if document.is_line else (path.parent.name if path.stem == "index" else path.stem)
    for candidate in (slug, PurePosixPath(address.rstrip("/")).stem, from_file, title):
        if text := slugify(candidate, allow_unicode=True):
            return text[:100].strip("-")
    return "document"


def _article(name):
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
