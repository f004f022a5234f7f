"""Somebody searches: with mistakes, narrowed, opened at the passage, subscribed; without JavaScript; by keyboard."""

import json
import re
from xml.etree import ElementTree

import icalendar
import pytest
from playwright.sync_api import expect

from .addresses import FEEDS
from .conftest import press_until

ATOM = "{http://www.w3.org/2005/Atom}"
MISTYPED = "volunter expences"


def box_of(page):
    return page.locator("main").get_by_label("Search the hub")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [390, 1280])
def test_from_a_mistyped_question_to_a_feed(visit, accessible, javascript, width):
    def look():
        if javascript:
            accessible(page)

    page = visit("/", javascript=javascript, width=width)
    box_of(page).fill(MISTYPED)
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=*")
    expect(page.get_by_text("Showing results for")).to_contain_text("volunteer expenses")
    expect(page.get_by_role("link", name=f"Search instead for “{MISTYPED}”")).to_be_visible()
    expect(box_of(page)).to_have_value(MISTYPED)
    look()

    for facet, value in (("Kind", "Resource"), ("Theme", "Paying people fairly")):
        narrow(page, facet, value)
        in_use = page.get_by_role("link", name=re.compile(f"^{facet}: {value}"))
        expect(in_use).to_be_visible()
        look()
    results = page.locator("main article")
    expect(page.get_by_role("heading", name=re.compile(rf"^{results.count()} results? for"))).to_be_visible()
    expect(results.first).to_contain_text("Resource")
    atom = page.locator('link[rel=alternate][type="application/atom+xml"]').get_attribute("href")
    feed = ElementTree.fromstring(page.request.get(atom).body())  # noqa: S314  our own
    titles = {title.text for title in feed.iterfind(f"{ATOM}entry/{ATOM}title")}
    assert titles == set(results.get_by_role("heading", level=3).all_inner_texts())
    visible = page.get_by_role("link", name="Feed (Atom)")
    assert visible.get_attribute("href") == atom

    for facet in ("Theme", "Kind"):  # taken away again
        in_use = page.get_by_role("link", name=re.compile(f"^{facet}: "))
        in_use.click()
        expect(in_use).to_have_count(0)
    found = page.locator("main h3 a[href*=':~:text=']").first
    title, passage = found.inner_text(), found.get_attribute("href")
    found.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert passage.partition("#")[0] in page.url
    look()


def narrow(page, facet, value):
    """Choose a value of a facet, unfolding what is folded, as on a phone."""
    line = page.locator(".facet__line").filter(has_text=value)
    for name in ("Narrow the results", facet):
        if not line.is_visible():
            page.locator("summary").filter(has_text=name).first.click()
    line.click()


def test_the_file_opens_at_the_page(visit):
    page = visit("/search/?q=small+print+of+paying+people")
    link = page.locator(".result__file a").first
    assert re.search(r"\.pdf#page=\d+$", link.get_attribute("href"))


def test_by_keyboard_with_the_suggestions(visit, accessible):
    page = visit("/search/")
    box = page.get_by_role("combobox", name="Search the hub")
    press_until(page, "Tab", box)
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("pay", delay=20)
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="suggestions")).to_have_text(
        re.compile(rf"^{options.count()} suggestions$")
    )
    assert min(option.bounding_box()["height"] for option in options.all()) >= 44
    accessible(page)

    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(box).to_be_focused()
    accessible(page)
    page.keyboard.press("ArrowUp")  # back into the box, then round to the last
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(box).to_have_value("pay")

    page.keyboard.press("ArrowDown")
    title = options.first.locator(".suggestion__text").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    # Without choosing any, Enter asks what was typed.
    page.go_back()
    box.fill("")
    box.press_sequentially("pay", delay=20)
    expect(options.first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=pay*")


def test_a_suggestion_is_chosen_by_touch(visit):
    page = visit("/", width=390, has_touch=True)
    box_of(page).press_sequentially("paying people f", delay=20)
    theme = page.get_by_role("option").filter(has_text="Theme")
    theme.tap()
    page.wait_for_url("**/search/?theme=*")
    expect(page.get_by_role("link", name=re.compile("^Theme: Paying people fairly"))).to_be_visible()


@pytest.mark.parametrize("path", ["/search/?q=volunter+expences", "/search/?q=zzzz", "/ar/search/?q=pay"])
def test_nothing_sticks_out_at_400_percent(visit, path):
    page = visit(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_feeds_are_what_they_say(visit):
    page = visit("/search/")
    for path in FEEDS:
        response = page.request.get(path)
        assert response.ok, path
        if ".atom" in path:
            assert ElementTree.fromstring(response.body()).tag == f"{ATOM}feed"  # noqa: S314  our own
        elif ".json" in path:
            assert json.loads(response.body())["version"] == "https://jsonfeed.org/version/1.1"
        elif ".ics" in path:
            assert icalendar.Calendar.from_ical(response.body()).walk("VEVENT")
        else:
            assert len(response.text().splitlines()) > 1
