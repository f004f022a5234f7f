"""A quoted person takes the quote back: it is gone from the page, from search and from what is kept."""

import re

from playwright.sync_api import expect

from .conftest import link_in, sign_in, until_it_says

EDITOR = ("rosa@example.org", "thread-rosa-edits")
PAGE = "/case-studies/soup-on-a-thursday/"
WORDS = "two of them cannot read the surgery"


def test_a_quoted_person_takes_the_quote_back(hub, visit, accessible):
    reader = visit(PAGE, width=390, height=800)
    expect(reader.locator(".quote")).to_contain_text(WORDS)
    visit("/search/?q=minibus+letters")

    editor = visit("/")
    sign_in(editor, *EDITOR)
    editor.goto("/admin/consents/")
    editor.get_by_role("link", name="Alun Beddoes").first.click()
    editor.get_by_role("button", name="Mail them the link").click()
    expect(editor.locator("body")).to_contain_text("The link is on its way.")

    link = link_in(hub.wait_for_mail("alun@example.org"), "/consent/")
    person = visit(link, javascript=False, width=390, height=800)
    expect(person.locator("main")).to_contain_text(WORDS)
    expect(reader.locator(".quote")).to_contain_text(WORDS)
    person.get_by_role("button", name="Take it off the site").click()
    expect(person.locator("main")).to_contain_text(re.compile("It is gone from this site since"))
    assert WORDS not in person.content()
    seen = visit(link)
    accessible(seen)

    for path in (PAGE, f"{PAGE}?again", "/case-studies/", "/case-studies/list.json"):
        response = reader.request.get(path)
        assert WORDS not in response.text(), path
    reader.reload()
    assert WORDS not in reader.content()
    until_it_says(reader, "/search/?q=soup+thursday", "Soup on a Thursday", within=10)
    for path in ("/search/?q=minibus+letters", "/search/feed.atom?q=surgery+letters"):
        assert WORDS not in re.sub("</?mark>", "", reader.request.get(path).text()), path

    editor.goto("/admin/consents/")
    editor.get_by_role("link", name="Alun Beddoes").first.click()
    expect(editor.locator("body")).to_contain_text("Something was taken out.")
