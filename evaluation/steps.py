"""Where the step is that an action points to. Toolkits are another room's: here they are Wagtail's pages."""

from dataclasses import dataclass

from wagtail.models import Page


@dataclass(frozen=True)
class StepLink:
    """A toolkit, or one of its steps, that everybody may read."""

    title: str
    url: str
    step: int | None = None


def step_links(wanted):
    """Return a `StepLink` for each pair (key of a page, number of a step or None) in `wanted`, in two queries.

    A page that is gone, not published or behind a door is left out. Where a toolkit's steps are pages below it, the
    link leads to the step itself.
    """
    keys = {page_id for page_id, _step in wanted if page_id}
    if not keys:
        return {}
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys).live().public().select_related("locale")}
    steps = _steps_below([pages[page_id] for page_id, step in wanted if step and page_id in pages])
    links = {}
    for page_id, step in wanted:
        page = pages.get(page_id)
        if page is None or not page.url:
            continue
        below = steps.get(page.path, [])
        target = below[step - 1] if step and step <= len(below) else page
        links[page_id, step] = StepLink(page.title, target.url, step)
    return links


def _steps_below(pages):
    """Return the pages below each of `pages`, in order, by the path of the page above."""
    if not pages:
        return {}
    steplen = Page.steplen
    below = Page.objects.none()
    for page in pages:
        below |= Page.objects.child_of(page)
    found = {}
    for page in below.live().public().select_related("locale").order_by("path"):
        found.setdefault(page.path[:-steplen], []).append(page)
    return found
