"""Two colleagues answer a self-evaluation, settle a difference, and get a plan with a calendar."""

import csv
import io
import re

import icalendar
import pytest
from playwright.sync_api import expect

from .conftest import link_in

QUESTIONNAIRE = "/self-evaluation/how-well-do-we-co-produce/"


def begin(page, name, address=""):
    """Begin as a team, and return the private link that the page shows."""
    page.get_by_role("link", name="Begin", exact=True).click()
    page.get_by_label("Your organisation or group").fill("Kitchen Table")
    page.get_by_label("As a team: each of us answers alone, then we compare").check()
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_role("button", name="Begin").click()
    return page.get_by_label("Your private link").input_value()


def answer(page, levels):
    """Answer the first section with these levels, counted from 1."""
    page.get_by_role("link", name="Begin with the first section").click()
    groups = page.get_by_role("group")
    for place, level in enumerate(levels):
        groups.nth(place).get_by_role("radio").nth(level - 1).check()
    page.get_by_label("Why, or an example").first.fill("Because of the stairs.")


def settle(page, place, why=""):
    """Settle the first question that differs, by its answer at `place`, counted from 0."""
    block = page.locator(".difference").first
    block.get_by_role("radio").nth(place).check()
    if why:
        block.get_by_text("Add a note or evidence").click()
        block.get_by_label("Why you agreed on this").fill(why)
    block.get_by_role("button", name="Save what we agreed on").click()


@pytest.mark.parametrize(
    ("width", "javascript"),
    [(1280, True), (390, True), (390, False)],
    ids=["on a desk", "on a phone", "on a phone without JavaScript"],
)
def test_a_team_answers_settles_and_plans(visit, hub, accessible, width, javascript):
    def check(page):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if javascript:
            accessible(page)

    address = f"amara-{width}-{javascript}@example.org".lower()
    amara = visit(QUESTIONNAIRE, width=width, javascript=javascript)
    check(amara)
    amara.get_by_role("link", name="Begin", exact=True).click()
    amara.get_by_role("button", name="Begin").click()  # empty: says what is missing, and loses nothing
    expect(amara.get_by_label("Your name")).to_have_attribute("aria-invalid", "true")
    check(amara)
    amara.goto(QUESTIONNAIRE)
    begin(amara, "Amara", address)
    check(amara)

    # The private link brings her back, on another device too.
    mail = hub.wait_for_mail(address)
    amara = visit(link_in(mail, "/mine/"), width=width, javascript=javascript)
    answer(amara, [1, 4, 2])
    check(amara)
    amara.get_by_role("button", name="Save and go on").click()
    expect(amara.get_by_role("heading", level=1)).to_have_text("Sharing power")
    amara.get_by_role("link", name="Answers").click()
    expect(amara.locator("main")).to_contain_text("3 of 16 questions answered")

    amara.get_by_role("link", name="Invite colleagues").click()
    check(amara)
    invitation = amara.get_by_label("Link to join").input_value()
    theo = visit(invitation, width=width, javascript=javascript)
    check(theo)
    theo.get_by_label("Your name").fill("Theo")
    theo.get_by_role("button", name="Join and answer").click()
    answer(theo, [4, 4, 1])
    theo.get_by_role("button", name="Save and see all sections").click()
    expect(theo.locator("main")).to_contain_text("3 of 16 questions answered")
    check(theo)

    amara.get_by_role("link", name="Answers").click()
    amara.get_by_role("link", name="All have finished: compare").click()
    check(amara)
    amara.get_by_role("button", name="All have finished: compare").click()
    expect(amara.get_by_role("heading", level=1)).to_have_text("Where you differ")
    check(amara)

    # Both settle the same question at once: nothing of either is lost.
    for page in (amara, theo):
        page.goto(page.url)
        page.get_by_role("link", name="Differences", exact=True).click()
    settle(amara, 0, "We asked at the door.")
    told = amara.get_by_text("Saved. Settled so far: 1 of 16 questions. This is the next one.")
    expect(told).to_be_in_viewport()
    if javascript:
        assert told.evaluate("node => node === document.activeElement")
    check(amara)
    settle(theo, 1, "We have a list.")
    expect(theo.locator("main")).to_contain_text("We asked at the door.")
    expect(theo.get_by_label("Why you agreed on this").first).to_have_value("We have a list.")
    check(theo)
    block = theo.locator(".difference").first
    block.get_by_label("Why you agreed on this").fill("We asked at the door, and we have a list.")
    block.get_by_label("Link to the evidence").fill("example.org/list")
    block.get_by_role("button", name="Save what we agreed on").click()
    expect(theo.get_by_text("Saved. Settled so far: 1 of 16 questions.")).to_be_in_viewport()
    settle(theo, 1)  # the next one
    theo.get_by_role("button", name="Take this answer over").click()
    expect(theo.locator("main")).to_contain_text("1 answer is taken over.")
    expect(theo.locator("main")).to_contain_text("Settled so far: 3 of 16 questions")
    expect(theo.locator("main")).to_contain_text("Everything that somebody answered is settled.")
    check(theo)

    amara.goto(amara.url)
    amara.get_by_role("link", name="Result", exact=True).click()
    expect(amara.locator("main")).to_contain_text("Based on 3 of 16 questions that you have settled so far.")
    expect(amara.get_by_role("row", name="Who is in the room")).to_contain_text("of 4")
    check(amara)
    amara.get_by_role("link", name="Make a plan from it").click()
    check(amara)
    proposed = amara.get_by_role("checkbox").first
    proposed.check()
    amara.get_by_role("button", name="Put these into our plan").click()
    amara.get_by_role("link", name=re.compile("^Change")).first.click()
    text = amara.get_by_label("What to do").input_value()
    amara.get_by_label("Who does it").fill("Theo")
    amara.get_by_label("By when").fill("2099-03-31")
    check(amara)
    amara.get_by_role("button", name="Save").click()
    check(amara)

    with amara.expect_download() as download:
        amara.get_by_role("link", name="Add to our calendar").click()
    (event,) = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert (str(event["SUMMARY"]), event["DTSTART"].dt.isoformat()) == (text, "2099-03-31")
    with amara.expect_download() as download:
        amara.get_by_role("link", name="As a table (CSV)").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig"))))
    assert rows[1][:3] == [text, "Theo", "2099-03-31"]

    # What else is behind a private link.
    for name in ("address/", "again/", "export/"):
        amara.goto(link_in(mail, "/mine/") + name)
        check(amara)
    amara.goto(link_in(mail, "/confirm/"))
    check(amara)
    amara.goto(link_in(mail, "/mine/") + "plan/")
    amara.get_by_role("link", name=re.compile("^Remove")).first.click()
    check(amara)
    theo.get_by_role("link", name="Answers").click()
    theo.get_by_role("link", name="Leave the team and delete my answers").click()
    check(theo)

    # What is theirs can go: everything, for good.
    amara.goto(link_in(mail, "/mine/"))
    amara.get_by_role("link", name="Delete everything").click()
    check(amara)
    amara.get_by_label("Yes, delete all of it for good").check()
    amara.get_by_role("button", name="Delete everything").click()
    expect(amara.locator("main")).to_contain_text("Everything is deleted.")
    assert theo.goto(theo.url).status == 404


def test_answers_are_saved_while_somebody_answers(visit):
    page = visit(QUESTIONNAIRE)
    link = begin(page, "Amara")
    answer(page, [2])
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.close()
    again = visit(link)
    expect(again.locator("main")).to_contain_text("1 of 16 questions answered")
