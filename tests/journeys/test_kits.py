"""An editor builds a kit and publishes its second version; a follower is told; a reader takes it away, offline."""

import re
import zipfile

import pytest
from django.utils.text import slugify
from playwright.sync_api import expect

from .conftest import link_in, sign_in, text_of, until_it_says

STEPS = ["Find a hall", "Ask for clothes", "Hold the swap", "Say what is left over"]


@pytest.mark.parametrize(
    ("title", "screen"),
    [
        ("Run a clothes swap", {"width": 1400, "height": 1000}),
        ("A clothes swap, run from a phone", {"width": 390, "height": 800, "is_mobile": True, "has_touch": True}),
    ],
    ids=["on a desk", "on a phone"],
)
def test_builds_a_kit_and_a_follower_hears_of_version_two(hub, visit, accessible, title, screen):
    kit, follower = f"/library/{slugify(title)}/", f"swapper-{screen['width']}@example.org"
    page = visit("/", **screen)
    sign_in(page, "rosa@example.org", "thread-rosa-edits")
    page.goto("/library/")
    page.get_by_role("link", name="Edit this page").click()
    library = re.search(r"/pages/(\d+)/", page.url).group(1)

    page.goto(f"/admin/pages/{library}/")
    page.get_by_role("link", name="Add child page").first.click()
    page.get_by_role("link", name="Toolkit", exact=True).click()
    page.locator("input[name=title]").fill(title)
    page.locator("textarea[name=summary]").fill("Four steps, two rails and a mirror.")
    for number, step in enumerate(STEPS):
        page.locator("[data-contentpath='steps']").first.get_by_role("button", name="Insert a block").last.click()
        page.locator(f"input[name='steps-{number}-value-title']").fill(step)
        page.locator(f"input[name='steps-{number}-value-aim']").fill(f"So that it works: {step.lower()}.")
    choose_document(page, "steps-1-value-template_file", "Claim form for fees and expenses")
    choose_document(page, "steps-1-value-example_file", "Claim form, filled in by a panel member")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    publish(page)
    expect(page.locator(".messages")).to_contain_text("published")

    reader = visit(kit, width=390, height=800)
    reader.get_by_role("link", name="Begin with step 1").click()
    reader.get_by_role("link", name="Next: Ask for clothes").click()
    expect(reader.locator("main")).to_contain_text("Step 2 of 4")
    expect(reader.locator("main")).to_contain_text("Claim form, filled in by a panel member")
    expect(reader.locator("[aria-current=step]")).to_have_text("Ask for clothes")
    accessible(reader)
    until_it_says(reader, "/search/?q=swap+left+over", "Say what is left over", within=5)

    # A reader without an account asks to be told, and confirms it from the mail.
    reader.goto(kit)
    reader.get_by_role("link", name="Tell me when it changes").click()
    accessible(reader)
    reader.get_by_label("Your e-mail address").fill(follower)
    reader.get_by_role("button", name="Tell me when it changes").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    reader.goto(link_in(hub.wait_for_mail(follower), "/confirm/"))
    reader.get_by_role("button", name="Yes, tell me when it changes").click()
    expect(reader.locator("main")).to_contain_text("We write to you when this toolkit changes.")

    # The second version: without a word about what changed it is not published.
    page.locator(".messages").get_by_role("link", name="Edit").click()
    page.locator("input[name='steps-3-value-title']").fill("Give away what is left over")
    publish(page)
    expect(page.locator("[data-contentpath='change_note']")).to_contain_text("Say what changed, in a line or two.")
    expect(page.locator("input[name='steps-3-value-title']")).to_have_value("Give away what is left over")
    page.locator("textarea[name=change_note]").fill("Step 4 says whom to give the rest to.")
    publish(page)
    expect(page.locator(".messages")).to_contain_text("published")

    mail = hub.wait_for_mail(follower, number=2)
    assert mail["Subject"].strip() == f"“{title}” has changed: version 2"
    assert "Version 2: Step 4 says whom to give the rest to." in text_of(mail)
    assert "It is called “Give away what is left over” now." in text_of(mail)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    reader.goto(link_in(mail, "/versions/since/1/"))
    expect(reader.locator("main")).to_contain_text("It is called “Give away what is left over” now.")
    reader.goto(f"{kit}step/say-what-is-left-over/")
    assert reader.url.endswith("/step/give-away-what-is-left-over/")

    reader.goto(link_in(mail, "/end/"))
    reader.get_by_role("button", name="Write to me no more").click()
    expect(reader.locator("main")).to_contain_text("You get no more mail about this toolkit.")


def test_takes_a_kit_away_and_opens_it_offline_without_javascript(visit, chrome, tmp_path):
    page = visit("/library/pay-people-for-their-time/", width=390, height=800, javascript=False)
    button = page.get_by_role("link", name="Download the whole toolkit (ZIP,")
    expect(button).to_contain_text(re.compile(r"ZIP, [\d.]+.[KM]B"))
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "pay-people-for-their-time-version-3.zip"
    with zipfile.ZipFile(download.value.path()) as archive:
        archive.extractall(tmp_path)
        names = archive.namelist()
    folder = tmp_path / "pay-people-for-their-time-version-3"
    assert list(tmp_path.iterdir()) == [folder]

    context = chrome.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False, offline=True)
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    offline = context.new_page()
    offline.goto((folder / "index.html").as_uri())
    assert offline.title() == "Pay people for their time – version 3"
    assert (
        offline.locator("body").evaluate("body => getComputedStyle(body).maxInlineSize") != "none"
    )  # its style is there
    assert offline.evaluate("document.documentElement.scrollWidth <= innerWidth")
    offline.get_by_role("navigation").get_by_role("link", name="Write the page that finance needs").click()
    expect(offline.get_by_role("heading", name="Write the page that finance needs")).to_be_in_viewport()
    assert {url for url in asked if not url.startswith("file://")} == set()
    for link in offline.locator("a[href^='files/'], a[href='LICENCE.txt']").all():
        address = link.evaluate("link => link.href")
        assert address.startswith("file://")
        assert (folder / link.evaluate("link => decodeURIComponent(link.getAttribute('href'))")).exists()
    assert len([name for name in names if "/files/" in name]) >= 4
    context.close()


def test_a_member_says_what_happened_and_an_editor_shows_it(hub, visit, accessible):
    member = visit("/", width=390, height=800, javascript=False)
    sign_in(member, "amara@example.org", "thread-amara-reads")
    member.goto("/library/welcome-volunteers-well/")
    member.get_by_role("button", name="Tell me when it changes").click()
    expect(member.locator("main")).to_contain_text("We write to you when this toolkit changes.")
    member.get_by_role("link", name="We used this, and this is what happened").click()
    member.get_by_label("What happened").fill("We wrote to twelve people.\n\nNine came back the week after.")
    member.get_by_role("button", name="Send it").click()
    expect(member.locator("main")).to_contain_text("An editor reads it before it appears.")

    editor = visit("/", width=1400, height=1000)
    sign_in(editor, "rosa@example.org", "thread-rosa-edits")
    editor.goto("/admin/experiences/?status=waiting")
    editor.get_by_role("link", name=re.compile("We wrote to twelve people")).first.click()
    editor.get_by_role("button", name="Show it on the page").click()
    expect(editor.locator(".messages")).to_contain_text("It is on the page.")

    mail = hub.wait_for_mail("amara@example.org")
    member.goto(link_in(mail, "#experience-"))
    expect(member.locator("main")).to_contain_text("Nine came back the week after.")
    accessible(visit("/library/welcome-volunteers-well/", width=390))


def choose_document(page, name, title):
    """Choose a document in a field of the editor."""
    field = page.locator(f"#{name}-chooser, [id='{name}-chooser']").first
    field.get_by_role("button", name="Choose a document").click()
    dialog = page.locator(".modal")
    dialog.locator("input[name=q]").fill(title)
    dialog.get_by_role("link", name=title, exact=True).first.click()
    expect(field).to_contain_text(title)


def publish(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
