"""An attendee takes a place and gives it up: with a mouse, without JavaScript, with the keyboard alone."""

import icalendar
import pytest
from playwright.sync_api import expect

from .conftest import link_in, press_until


def open_event(page):
    """Go from the list to an event that has places, and return its title."""
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Events").click()
    page.get_by_role("link", name="Summit").first.click()
    title = page.get_by_role("heading", level=1).inner_text()
    expect(page.get_by_role("link", name="Keep my place")).to_be_visible()
    return title


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_takes_and_gives_up_a_place(visit, hub, accessible, javascript):
    address = f"attendee-{javascript}@example.org".lower()
    page = visit("/", javascript=javascript, width=390)
    title = open_event(page)
    page.get_by_role("link", name="Keep my place").click()

    # What is wrong is said beside the field, and nothing that was typed is lost.
    page.get_by_label("Your name").fill("Wanjiru Hughes")
    page.get_by_label("Your e-mail address").fill("not an address")
    page.get_by_role("button", name="Keep my place").click()
    expect(page.get_by_label("Your name")).to_have_value("Wanjiru Hughes")
    field = page.get_by_label("Your e-mail address")
    expect(field).to_have_attribute("aria-invalid", "true")
    if javascript:
        accessible(page)

    field.fill(address)
    page.get_by_label("Access needs").first.fill("A place near the door")
    page.get_by_role("button", name="Keep my place").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look in your mail")
    if javascript:
        accessible(page)

    mail = hub.wait_for_mail(address)
    (attachment,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    (event,) = icalendar.Calendar.from_ical(attachment.get_payload(decode=True)).walk("VEVENT")
    assert event["SUMMARY"] == title

    page.goto(link_in(mail, "/registration/"))
    expect(page.get_by_label("Access needs").first).to_have_value("A place near the door")
    if javascript:
        accessible(page)
    page.get_by_role("link", name="Give up").first.click()
    page.get_by_role("button", name="Yes, give up").click()
    expect(page.locator("main")).to_contain_text("You have given up")
    hub.wait_for_mail(address, number=2)


def test_takes_and_gives_up_a_place_with_the_keyboard_alone(visit, hub):
    address = "keyboard@example.org"
    page = visit("/")
    open_event(page)
    press_until(page, "Tab", page.get_by_role("link", name="Keep my place"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/register/")
    press_until(page, "Tab", page.get_by_label("Your name"))
    page.keyboard.type("Keyboard Kim")
    press_until(page, "Tab", page.get_by_label("Your e-mail address"))
    page.keyboard.type(address)
    press_until(page, "Tab", page.get_by_role("button", name="Keep my place"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Look in your mail")

    page.goto(link_in(hub.wait_for_mail(address), "/registration/"))
    press_until(page, "Tab", page.get_by_role("link", name="Give up").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/give-up/**")
    press_until(page, "Tab", page.get_by_role("button", name="Yes, give up"))
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("You have given up")
