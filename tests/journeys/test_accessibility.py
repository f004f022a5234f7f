"""axe-core finds nothing on any page type: in each language, light and dark, on a phone and on a desk."""

import pytest

from .addresses import FACILITATOR_PAGES, PAGES, SIGNED_IN_PAGES, pages_behind_mail
from .conftest import sign_in


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(hub, visit, accessible, colour, width):
    page = visit("/", colour=colour, width=width)
    for path in [*PAGES, *pages_behind_mail(hub)]:
        page.goto(path)
        accessible(page)


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_for_a_member(visit, accessible, colour, width):
    page = visit("/", colour=colour, width=width)
    sign_in(page, "amara@example.org", "thread-amara-reads")
    for path in SIGNED_IN_PAGES:
        page.goto(path)
        accessible(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_for_a_facilitator(visit, accessible, width):
    page = visit("/", width=width)
    sign_in(page, "winston@example.org", "thread-winston-hosts")
    for path in FACILITATOR_PAGES:
        page.goto(path)
        accessible(page)


@pytest.mark.parametrize("path", ["/ar/"])
def test_arabic_runs_from_right_to_left(visit, path):
    page = visit(path)
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator("html").get_attribute("lang") == "ar"
    brand = page.locator(".brand").bounding_box()
    assert brand["x"] > 1280 / 2, "the name of the hub stands on the right"
