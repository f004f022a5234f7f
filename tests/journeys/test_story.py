"""A member tells a story in five questions, is asked, revises, and is published: on a phone, without JavaScript too."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import link_in, sign_in, until_it_says

MEMBER = ("amara@example.org", "thread-amara-reads")
EDITOR = ("rosa@example.org", "thread-rosa-edits")
SLOW = 15_000  # milliseconds, on a machine that does much else
ANSWERS = {
    "What did you try, and where?": "We put a bench in front of the surgery in Peckham.",
    "Who took part, and how did you find them?": "Nine people who wait there anyway.",
    "What changed, and how do you know?": "People talk while they wait. I sat there and counted.",
    "What did not work?": "The first bench was too low to get up from.",
    "What would you do differently next time?": "Try the bench with somebody who has a stick.",
}


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_tells_a_story_is_asked_and_is_published(hub, visit, accessible, javascript):
    title = f"A bench to get up from, {'told' if javascript else 'written'} at the surgery"
    page = visit("/", javascript=javascript, width=390, height=800)
    sign_in(page, *MEMBER)
    page.goto("/")
    page.get_by_role("link", name="Share what you tried").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Share what you tried")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for label, text in ANSWERS.items():
        page.get_by_label(re.compile(f"^{re.escape(label)}")).fill(text)
    page.get_by_label(re.compile("^What shall we call it")).fill(title)
    page.get_by_label("My first name only").check()
    if javascript:
        accessible(page)
        expect(page.locator("[data-keep-state]")).to_have_text(re.compile(r"^Saved at \d\d:\d\d\.$"))
    page.get_by_role("button", name="Send my story").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("main")).to_contain_text("are reading it")
    if javascript:
        accessible(page)
        assert page.evaluate("Object.keys(localStorage).filter((place) => place.startsWith('story '))") == []
    mine = page.url

    editor = visit("/", javascript=javascript, width=390, height=800)
    sign_in(editor, *EDITOR)
    editor.goto("/case-studies/reading/")
    editor.get_by_role("link", name=title).click()
    if javascript:
        accessible(editor)
    editor.get_by_label("What do you want to ask?").fill("Who paid for the second bench?")
    editor.get_by_role("button", name="Send the question").click()
    expect(editor.locator("main")).to_contain_text("Your question is sent to the author.")

    number = len(hub.mails_to(MEMBER[0]))
    mail = hub.wait_for_mail(MEMBER[0], max(1, number))
    if "question" not in mail["Subject"].lower():
        mail = hub.wait_for_mail(MEMBER[0], number + 1)
    page.goto(link_in(mail, "/case-studies/stories/"))
    assert page.url == mine
    page.get_by_label("Your answer").fill("The surgery did.")
    page.get_by_role("button", name="Send my answer").click()
    expect(page.locator("main")).to_contain_text("Your answer is sent.")
    page.get_by_role("link", name="Change the story").click()
    answer = page.get_by_label(re.compile("^What did not work"))
    answer.fill("The first bench was too low. The second one wobbled.")
    page.get_by_role("button", name="Send my changes").click()
    expect(page.locator("main")).to_contain_text("Your changes are with the readers.")

    editor.reload()
    expect(editor.locator("main")).to_contain_text("The second one wobbled.")
    editor.get_by_role("button", name="Publish it").click()
    expect(editor.locator("main")).to_contain_text("The story is published.")

    page.reload()
    page.get_by_role("link", name="Read it as everybody does").click()
    reader = visit(page.url, javascript=javascript, width=390, height=800)
    expect(reader.locator("main")).to_contain_text("The second one wobbled.")
    expect(reader.locator(".facts")).to_contain_text("Amara")
    assert "Nwosu" not in reader.content()
    if javascript:
        accessible(reader)
    until_it_says(reader, "/search/?q=bench+surgery+stick", title, within=10)


def test_nothing_typed_is_lost_when_the_line_goes(visit):
    page = visit("/", width=390, height=800)
    sign_in(page, *MEMBER)
    page.goto("/case-studies/share/")
    what = page.get_by_label(re.compile("^What did you try, and where"))
    what.fill("On the line")
    state = page.locator("[data-keep-state]")
    expect(state).to_have_text(re.compile("^Saved at"), timeout=SLOW)
    page.wait_for_url("**/case-studies/share/*/")
    mine = page.url
    page.route("**/share/keep/", lambda route: route.abort())  # the line is gone
    what.press_sequentially(", and then off it")
    expect(state).to_have_text("The line is gone. Your words are kept on this device.")
    page.goto("/case-studies/")
    page.goto(mine)
    expect(what).to_have_value("On the line, and then off it")
    page.unroute("**/share/keep/")  # not before: what was on its way while the page was left would still arrive
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(state).to_have_text(re.compile("^Saved at"), timeout=SLOW)

    elsewhere = visit("/", width=1280)
    sign_in(elsewhere, *MEMBER)
    elsewhere.goto("/case-studies/stories/")
    elsewhere.get_by_role("link", name="On the line, and then off it").click()
    elsewhere.get_by_role("link", name="Go on writing").click()
    theirs = elsewhere.get_by_label(re.compile("^What did you try, and where"))
    expect(theirs).to_have_value("On the line, and then off it")
    theirs.fill("From the desk")
    expect(elsewhere.locator("[data-keep-state]")).to_have_text(re.compile("^Saved at"), timeout=SLOW)
    what.fill("From the phone")
    expect(state).to_contain_text("Both texts are kept", timeout=SLOW)
    page.reload()
    expect(page.locator("main")).to_contain_text("From the desk")
    expect(what).to_have_value("From the phone")
    page.get_by_role("link", name="Throw this story away").click()
    page.get_by_role("button", name="Throw it away").click()
    expect(page.locator("main")).to_contain_text("The story is thrown away.")
