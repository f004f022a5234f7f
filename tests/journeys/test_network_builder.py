"""A network builder signs up with a code by mail, comments, joins a group, posts in it."""

import re

from playwright.sync_api import expect

from .conftest import text_of


def code_in(mail):
    """Return the code that a mail brings."""
    return re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)\s*$", text_of(mail), re.MULTILINE).group(1)


def test_signs_up_comments_joins_and_posts(visit, hub, accessible):
    address = "builder@example.org"
    page = visit("/account/signup/", width=390)
    accessible(page)
    page.get_by_label("Name shown").fill("Imani Clarke")
    page.get_by_label("E-mail").fill(address)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_label("Code").fill(code_in(hub.wait_for_mail(address)))
    accessible(page)
    page.locator("main form button").first.click()
    expect(page.get_by_role("link", name="Imani")).to_be_visible()

    page.goto("/library/?kind=toolkit")
    page.locator("main .card").first.get_by_role("link").click()
    page.get_by_label("Your comment").fill("We tried this in Tottenham, see https://example.org/tottenham")
    page.get_by_role("button", name="Post my comment").click()
    comment = page.locator(".comment").filter(has_text="We tried this in Tottenham")
    expect(comment).to_contain_text("Waits for a moderator")
    accessible(page)

    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Groups").click()
    accessible(page)
    for number in range(page.locator("main .card").count()):
        page.locator("main .card").nth(number).get_by_role("link").first.click()
        if page.get_by_role("button", name="Join the group").count():
            break
        page.go_back()
    page.get_by_role("button", name="Join the group").click()
    expect(page.locator("main")).to_contain_text("You are a member of this group")
    accessible(page)

    page.get_by_role("link", name="Start a discussion").first.click()
    page.get_by_label("Title").fill("Who has paid people by voucher?")
    page.locator("main textarea").fill("We are about to. What went wrong for you?")
    page.get_by_role("button", name="Start the discussion").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who has paid people by voucher?")
    accessible(page)
    discussion = page.url

    page.locator("main textarea").fill("Somebody rang me: ask the shop about the minimum first.")
    page.get_by_role("button", name="Post it").click()
    expect(page.locator(".posts")).to_contain_text("ask the shop about the minimum")

    stranger = visit("/")
    answer = stranger.goto(discussion)
    assert "voucher" not in stranger.content()
    assert answer.status == 404 or "/account/login/" in stranger.url
