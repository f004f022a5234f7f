"""The steps of a kit as readers meet them: numbered, each with an address of its own."""

from dataclasses import dataclass, replace
from urllib.parse import quote

from django.utils.text import slugify
from wagtail.models import Page

from hub.visibility import only_public

LONGEST_SLUG = 80


@dataclass(frozen=True)
class NumberedStep:
    """A step with its place. `key` is the block's identifier, which stays when the step is renamed or moved."""

    number: int
    total: int
    key: str
    slug: str
    title: str
    aim: str
    minutes: int | None
    url: str
    stream: object  # the steps' StreamValue
    case_study: Page | None = None

    @property
    def value(self):
        """The StructValue of the step, with all that it points at."""
        return self.stream[self.number - 1].value


def steps_of(page):
    """Return the steps of a kit, in order, as `NumberedStep`s. Takes no query: what they point at is fetched later."""
    found, taken = [], set()
    address = (page.pk and page.url) or ""
    raw = [block for block in page.steps.raw_data if block["type"] in page.steps.stream_block.child_blocks]
    for number, block in enumerate(raw, start=1):
        value = block["value"]
        slug = slug_of(value.get("title") or "", taken)
        taken.add(slug)
        found.append(
            NumberedStep(
                number=number,
                total=len(raw),
                key=str(block.get("id") or ""),
                slug=slug,
                title=value.get("title") or "",
                aim=value.get("aim") or "",
                minutes=value.get("minutes"),
                url=step_address(address, slug),
                stream=page.steps,
            )
        )
    return found


def slug_of(title, taken=()):
    """Return the part of an address that `title` makes, other than those `taken` and never a bare number."""
    slug = slugify(title, allow_unicode=True)[:LONGEST_SLUG].strip("-") or "step"
    if slug.isdigit():
        slug = f"step-{slug}"
    first, number = slug, 2
    while slug in taken:
        slug, number = f"{first}-{number}", number + 1
    return slug


def step_address(page_address, slug):
    """Return the address of the step `slug` of the kit at `page_address`."""
    return f"{page_address}step/{quote(slug)}/"


def with_case_studies(steps, locale_id):
    """Return `steps` with the case studies that they came from, as far as everybody may read them, in one query.

    A case study that is translated into the kit's language is shown in it.
    """
    chosen = {step.number: step.value.get("case_study") for step in steps}
    keys = {case_study.translation_key for case_study in chosen.values() if case_study}
    if not keys:
        return steps
    pages = list(only_public(Page.objects.live().filter(translation_key__in=keys).select_related("locale")))
    shown = {page.pk: page for page in pages}
    translated = {page.translation_key: page for page in pages if page.locale_id == locale_id}
    return [
        replace(step, case_study=translated.get(case_study.translation_key) or shown.get(case_study.pk))
        if (case_study := chosen[step.number])
        else step
        for step in steps
    ]
