"""How pages become entries: the same for all of them, whatever they are made of."""

from datetime import datetime, time
from functools import partial

from django.utils import timezone
from django.utils.translation import override
from wagtail.blocks import BaseStreamBlock, ListBlock
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import get_text_for_indexing

from . import registry
from .attachments.using import texts_for
from .entries import refresh


def register_page(
    model,
    *,
    text=(),
    keywords=(),
    people=None,
    place=None,
    is_easy_read=None,
    fetch=(),
    follows=None,
    is_to_read_on=True,
):
    """Say that pages of `model` are found.

    All their stream fields and rich texts are searched. `text` names further fields that read as text, `keywords` those
    that are words to find the page by; both may have functions of the page that return texts. `people` is a function
    that returns names, `place` one that says where it is, `is_easy_read` one that says whether it is; `fetch` are
    relations that these need; `is_to_read_on` says whether it is offered below pages like it. Other fields are left
    alone, because some of them are not for everybody (the link to join an event).
    """
    registry.register(
        model,
        partial(build_page, text=text, keywords=keywords, people=people, place=place, is_easy_read=is_easy_read),
        findable=partial(findable_pages, model, fetch),
        prepare=Surroundings,
        follows=follows,
        is_to_read_on=is_to_read_on,
    )


def findable_pages(model, fetch=()):
    """Return the pages of `model` that are published and no copies. Who may read them, `Surroundings` knows."""
    return (
        model.objects.live().filter(alias_of=None).select_related("locale").prefetch_related("themes", "areas", *fetch)
    )


class Surroundings:
    """What several pages need to become entries, fetched at once: who may read them, and the files they carry."""

    def __init__(self, pages):
        self.restrictions = list(
            PageViewRestriction.objects.select_related("page").prefetch_related("groups").only(
                "restriction_type", "page__path"
            )
        )  # fmt: skip
        self.files = texts_for(pages) if pages else {}

    def audience_of(self, page):
        """Return the audience of a page, or None if it is found by nobody: behind a password, or behind two doors."""
        doors = [each for each in self.restrictions if page.path.startswith(each.page.path)]
        kinds = {door.restriction_type for door in doors}
        if not doors:
            return registry.PUBLIC
        if kinds == {PageViewRestriction.LOGIN}:
            return SIGNED_IN
        groups = [door.groups.all() for door in doors if door.restriction_type == PageViewRestriction.GROUPS]
        if PageViewRestriction.PASSWORD in kinds or len(groups) != 1 or len(groups[0]) != 1:
            return None
        return f"staff:{groups[0][0].pk}"


SIGNED_IN = "signed-in"


@registry.register_audience
def readers(user):
    """Return the audiences of pages behind a door that `user` may open: signed in, and those of Django's groups."""
    if not user.is_authenticated:
        return []
    return [SIGNED_IN, *(f"staff:{pk}" for pk in user.groups.values_list("pk", flat=True))]


def build_page(page, surroundings, *, text=(), keywords=(), people=None, place=None, is_easy_read=None):
    """Return a page as EntryData, or None if it is outside every site or found by nobody."""
    url = page.url
    audience = surroundings.audience_of(page)
    if not url or not audience:
        return None
    files = surroundings.files.get(page.pk, [])
    with override(page.locale.language_code):  # the words for choices ("Template") in the page's own language
        texts = [part.strip() for part in page_texts(page, text)]
        words = [part.strip() for part in named_texts(page, keywords)]
        words += [name for each in files for name in (each.document.title, each.document.filename)]
    return registry.EntryData(
        kind=page.kind,
        language=page.locale.language_code,
        title=page.title,
        summary=page.summary,
        headings="\n".join(headings_of(page)),
        files=tuple(_file_texts(files)),
        formats=tuple(dict.fromkeys(each.document.format_name.lower() for each in files)),
        audience=audience,
        expires_at=page.expire_at,
        is_easy_read=bool(is_easy_read and is_easy_read(page)),
        checked_on=getattr(page, "checked_on", None),
        check_due_on=getattr(page, "next_check_on", None),
        ends_at=getattr(page, "ends_at", None),
        body="\n".join(filter(None, texts)),
        url=url,
        keywords=" ".join(filter(None, words)),
        place=place(page) if place else "",
        people=", ".join(filter(None, people(page))) if people else "",
        themes=tuple(page.themes.all()),
        areas=tuple(page.areas.all()),
        dated_at=_moment(page.listing_date),
        translation_key=page.translation_key,
    )


def _file_texts(files):
    for each in files:
        document = each.document
        for page in each.pages:
            yield registry.FileText(
                document.title, document.url, "" if page.place == "whole" else page.place, page.number, page.text
            )


def headings_of(page):
    """Yield the headings of a page: of its sections, and of its steps."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name):
                value = child.value
                if isinstance(value, dict):
                    name = "text" if child.block_type == "heading" else "title"
                    if isinstance(value.get(name), str):
                        yield value[name]


def page_texts(page, text=()):
    """Yield the texts of a page: the further fields first, then all that editors wrote into blocks and rich text."""
    yield from named_texts(page, text)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            yield from block_texts(value.stream_block, value)
        elif isinstance(field, RichTextField):
            yield get_text_for_indexing(getattr(page, field.name))


def named_texts(page, names):
    """Yield the texts of the fields with these `names`; instead of a name there may be a function of the page."""
    for name in names:
        value = name(page) if callable(name) else getattr(page, name)
        yield from [value] if isinstance(value, str) else map(str, value)


def block_texts(block, value):
    """Yield what a reader reads in a block. Choices are left out: "Main heading" is not what a page is about."""
    if isinstance(block, BaseChoiceBlock) or value is None:
        return
    if isinstance(block, BaseStreamBlock):
        for child in value:
            yield from block_texts(child.block, child.value)
    elif isinstance(block, ListBlock):
        for child in value:
            yield from block_texts(block.child_block, child)
    elif isinstance(block, BaseStructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from block_texts(child, value.get(name))
    else:
        yield from block.get_searchable_content(value)


def _moment(value):
    if value is None or isinstance(value, datetime):
        return value
    return timezone.make_aware(datetime.combine(value, time()))


def refresh_below(page_id):
    """Bring the entries of a page and of all pages below it up to date."""
    page = Page.objects.filter(pk=page_id).first()
    if not page:
        return
    for rule in registry.rules():
        if rule.part_of:
            below = Page.objects.descendant_of(page, inclusive=True).values("pk")
            parts = rule.model._default_manager.filter(**{f"{rule.part_of}__in": below})
            refresh(rule.model, parts.values_list("pk", flat=True))
        elif issubclass(rule.model, Page):
            refresh(rule.model, rule.model.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))
