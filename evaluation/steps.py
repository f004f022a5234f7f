"""Where the step is that an action points to. Toolkits are another room's: here they are Wagtail's pages."""

from dataclasses import dataclass

from hub.models import BasePage


@dataclass(frozen=True)
class StepLink:
    """A toolkit, or one of its steps, that everybody may read."""

    title: str
    url: str
    step: int | None = None


def step_links(wanted):
    """Return a `StepLink` for each pair (key of a page, number of a step or None) in `wanted`, in two queries.

    A page that is gone, not published or behind a door is left out.
    """
    keys = {page_id for page_id, _step in wanted if page_id}
    if not keys:
        return {}
    found = BasePage.objects.filter(pk__in=keys).live().public().select_related("locale").specific()
    pages = {page.pk: page for page in found}
    links = {}
    for page_id, step in wanted:
        page = pages.get(page_id)
        if page and page.url:
            links[page_id, step] = StepLink(page.title, page.url_of_step(step), step)
    return links
