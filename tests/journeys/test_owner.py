"""Somebody who looks after a page says from the mail that it is still right, and need not sign in."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import link_in, sign_in, text_of

PAGES = [
    ("gwen@example.org", "Lending agreement for rooms and equipment", "/library/lending-agreement/", 390, False),
    ("samuel@example.org", "Map who is around you", "/library/map-who-is-around-you/", 1280, True),
]


@pytest.mark.parametrize(
    ("address", "title", "path", "width", "javascript"), PAGES, ids=["a phone without JavaScript", "a desk"]
)
def test_an_owner_confirms_from_the_mail(visit, hub, accessible, address, title, path, width, javascript):
    mail = hub.wait_for_mail(address, about="to check")
    assert mail["Subject"] == "1 page to check"
    assert title in text_of(mail)

    page = visit(link_in(mail, "/stewardship/check/"), javascript=javascript, width=width)
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this page still right?")
    if javascript:
        accessible(page)
    page.get_by_role("link", name=title).click()  # to read it first; that changes nothing
    expect(page.get_by_text("Due", exact=True)).to_have_count(0)
    page.go_back()
    page.get_by_role("button", name="Still right").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    if javascript:
        accessible(page)

    page.goto(path)
    expect(page.locator(".facts")).not_to_contain_text("Overdue")
    expect(page.locator(".facts")).to_contain_text("Checked on")
    page.goto(link_in(mail, "/stewardship/check/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("This was answered already")
    if javascript:
        accessible(page)


@pytest.mark.parametrize(("width", "javascript"), [(390, False), (1280, True)])
def test_a_reader_says_that_a_page_was_not_useful(visit, accessible, width, javascript):
    page = visit("/library/claim-form/", width=width, javascript=javascript)
    page.locator(".useful").get_by_role("button", name="No").click()
    expect(page.locator("main")).to_contain_text("Your answer counts.")
    expect(page.get_by_role("radio", name="No")).to_be_checked()
    page.get_by_label("Would you like to say why?").fill("The form is too small to read.")
    if javascript:
        accessible(page)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


@pytest.mark.parametrize(
    ("address", "words", "answer", "width", "javascript"),
    [
        ("samuel@example.org", "The council has another map now.", "", 390, False),
        ("winston@example.org", "What about Universal Credit?", "It is on page 4 now.", 1280, True),
    ],
)
def test_an_owner_deals_with_what_a_reader_said(visit, hub, accessible, address, words, answer, width, javascript):
    text = text_of(hub.wait_for_mail(address, about="wrote about your pages"))
    link = re.search(r"\S+/feedback/mail/\S+", text.partition(words)[2])[0]
    page = visit(link, javascript=javascript, width=width)
    expect(page.locator("main")).to_contain_text(words)
    if javascript:
        accessible(page)
    if answer:
        page.get_by_label("Your answer").fill(answer)
        page.get_by_role("button", name="Send the answer").click()
        assert answer in text_of(hub.wait_for_mail("jo@example.org"))
    else:
        page.get_by_role("button", name="Mark as done").click()
    expect(page.locator("main")).to_contain_text("There is nothing more to do.")
    if javascript:
        accessible(page)
    page.goto(link)
    expect(page.locator("main").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_an_editor_begins_the_day(visit, accessible, width):
    page = visit("/", width=width)
    sign_in(page, "rosa@example.org", "thread-rosa-edits")
    page.goto("/admin/")
    today = page.get_by_role("region", name="Today")
    expect(today).to_contain_text("“Not useful”, and why")
    before = today.get_by_role("button", name="Mark as done").count()
    today.get_by_role("button", name="Mark as done").first.click()
    expect(page).to_have_url("/admin/")
    expect(today.get_by_role("button", name="Mark as done")).to_have_count(before - 1)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto("/admin/reports/stewardship/")
    expect(page.get_by_role("table")).to_contain_text("Pay people for their time")
