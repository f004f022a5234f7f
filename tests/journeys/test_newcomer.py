"""A newcomer reads and searches: with a mouse, without JavaScript, with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import press_until

QUESTION = "how do we pay people for taking part"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_reads_and_searches(visit, accessible, javascript):
    page = visit("/", javascript=javascript)
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.get_by_label("Search the hub").fill(QUESTION)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    results = page.locator("main").get_by_role("link").filter(has_text="pay")
    expect(results.first).to_be_visible()
    if javascript:
        accessible(page)

    page.locator("main article h2 a, main article h3 a, main li h2 a, main li h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "pay" in page.locator("main").inner_text().lower()

    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Library").click()
    page.get_by_label("Kind", exact=True).select_option("toolkit")
    if not javascript:
        page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/library/?*kind=toolkit*")
    if javascript:  # the list changed in place, and says so
        expect(page.get_by_role("status").last).to_have_text(re.compile(r"^\d+ pages$"))
    cards = page.locator("main .card")
    assert cards.count() >= 6
    expect(cards.first).to_contain_text("Toolkit")

    cards.first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Step by step", exact=True)).to_be_visible()
    if javascript:
        accessible(page)


def test_reads_and_searches_with_the_keyboard_alone(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    box = page.get_by_label("Search the hub")
    press_until(page, "Tab", box)
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")

    first = page.locator("main article h2 a, main article h3 a, main li h2 a, main li h3 a").first
    title = first.inner_text()
    press_until(page, "Tab", first)
    outline = first.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline != "none", "the focus cannot be seen"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_missing_page_helps_on(visit, accessible):
    page = visit("/library/there-is-no-such-page/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    accessible(page)
    page.get_by_label("Search the hub").fill("toolkit")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=toolkit*")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_sticks_out_on_a_phone_or_at_400_percent(visit, width):
    for path in [
        "/",
        "/library/",
        "/events/",
        "/groups/",
        "/case-studies/",
        "/search/?q=people",
        "/account/signup/",
        "/ar/",
    ]:
        page = visit(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
