"""An editor writes a toolkit in the admin, previews it, publishes it, and translates it."""

import re

from playwright.sync_api import expect

from .conftest import sign_in, until_it_says

TITLE = "Running a repair cafe"
SPANISH = {
    TITLE: "Montar un café de reparación",
    "Four people, a church hall and a box of screwdrivers.": "Cuatro personas, una sala y unos destornilladores.",
    "Find four menders": "Busca a cuatro personas que reparen",
}


def test_writes_previews_publishes_and_translates(visit):
    page = visit("/", width=1400, height=1000)
    sign_in(page, "rosa@example.org", "thread-rosa-edits")
    page.goto("/library/")
    page.get_by_role("link", name="Edit this page").click()
    library = re.search(r"/pages/(\d+)/", page.url).group(1)

    page.goto(f"/admin/pages/add/knowledge/toolkitpage/{library}/")
    page.locator("input[name=title]").fill(TITLE)
    page.locator("textarea[name=summary]").fill("Four people, a church hall and a box of screwdrivers.")
    page.locator("[data-contentpath='steps']").first.get_by_role("button", name="Insert a block").last.click()
    page.locator("input[name='steps-0-value-title']").fill("Find four menders")
    page.locator("input[name='steps-0-value-minutes']").fill("60")

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("[data-side-panel=preview] iframe").last
    expect(preview.get_by_role("heading", name=TITLE, level=1)).to_be_visible(timeout=20_000)
    expect(preview.locator("main")).to_contain_text("Find four menders", timeout=20_000)

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("published")
    page.locator(".messages").get_by_role("link", name="Edit").click()
    number = re.search(r"/pages/(\d+)/", page.url).group(1)

    reader = visit("/library/running-a-repair-cafe/")
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reader.locator("main")).to_contain_text("Find four menders")
    until_it_says(reader, "/search/?q=repair+screwdrivers", TITLE)

    # Into Spanish, with wagtail-localize. Until it is translated and published, readers of Spanish get the English.
    page.goto(f"/admin/localize/submit/page/{number}/")
    page.get_by_label("Spanish").check()
    page.locator("main form [type=submit]").click()
    expect(page.locator(".messages")).to_contain_text("submitted for translation into Spanish")
    assert reader.goto("/es/library/running-a-repair-cafe/").status == 404
    expect(reader.locator("main").get_by_role("link", name=TITLE)).to_be_visible()

    for english, spanish in SPANISH.items():
        segment = (
            page.locator("main li, main section")
            .filter(has_text=english)
            .filter(has=page.get_by_role("button", name="Translate", exact=True))
            .last
        )
        segment.get_by_role("button", name="Translate", exact=True).click()
        page.locator("main textarea").last.fill(spanish)
        page.get_by_role("button", name="Save", exact=True).first.click()
        expect(page.locator("main")).to_contain_text(spanish)
    page.get_by_role("button", name="Publish in Spanish").click()
    expect(page.locator(".messages")).to_contain_text("in Spanish")

    reader.goto("/es/library/running-a-repair-cafe/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Montar un café de reparación")
    expect(reader.locator("main")).to_contain_text("Busca a cuatro personas que reparen")
