"""Bringing documents in: what they become, and where."""

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from wagtail.models import Locale

from hub.models import StandardPage
from knowledge.models import ArticlePage, ResourcePage, ToolkitPage
from search.models import Entry
from search.results import find
from tests.factories.hub import AreaFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from .importing import body, told

METHODS = Path("../shared/import/18f-methods")


def test_a_card_becomes_a_resource(folder):
    money = ThemeFactory(name="Money")
    bow = AreaFactory(name="Bow")
    folder.card(
        "dot-voting.md",
        description="A simple vote.",
        what="Dots on cards.",
        why="To agree.",
        timeRequired="15 minutes",
        license="CC0",
        source="18F",
        original="https://methods.18f.gov/",
        category="Money, Nothing",
        areas="[bow]",
        body="## How\n\nCount the *dots*.",
    )
    lines = folder.run()
    page = ResourcePage.objects.get()
    assert told(lines, "dot-voting.md") == (
        "made dot-voting.md /library/dot-voting/",
        ["there is no theme “Nothing”"],
    )
    assert lines[-1] == "made 1, changed 0, unchanged 0, skipped 0"
    assert (page.title, page.summary, page.what, page.why) == (
        "Dot voting",
        "A simple vote.",
        "Dots on cards.",
        "To agree.",
    )
    assert (page.time_needed, page.licence, page.source) == ("15 minutes", "CC0-1.0", "18F")
    assert page.source_url == "https://methods.18f.gov/"
    assert list(page.themes.all()) == [money]
    assert list(page.areas.all()) == [bow]
    assert body(page) == [
        ("heading", {"text": "How", "level": "2"}),
        ("text", "<p>Count the <i>dots</i>.</p>"),
    ]
    assert page.live
    assert page.revisions.count() == 1
    assert page.latest_revision == page.live_revision


@pytest.mark.parametrize(
    ("kind", "under", "model"),
    [("article", "/library/", ArticlePage), ("toolkit", "/library/", ToolkitPage), ("page", "/", StandardPage)],
)
def test_other_kinds(folder, kind, under, model):
    folder.card("a.md", title="A", body="Words.")
    folder.run(kind=kind, under=under)
    page = model.objects.get(title="A")
    blocks = page.introduction if kind == "toolkit" else page.body
    assert blocks.raw_data[0]["value"] == "<p>Words.</p>"
    assert page.live


def test_an_article_has_its_date_and_author(folder):
    folder.card("a.md", title="A", date="2019-05-01 10:00:00 +0000", author="Grace Hopper")
    folder.run(kind="article")
    page = ArticlePage.objects.get()
    assert (str(page.dated_on), page.byline) == ("2019-05-01", "Grace Hopper")
    assert page.first_published_at.date().isoformat() == "2019-05-01"


def test_languages(folder, library, home):
    folder.card("a.md", title="Una carta", lang="es")
    folder.card("b.md", title="Ein Brief", lang="de")
    folder.card("c.md", title="A card", lang="en-GB")
    lines = folder.run()
    assert "is not translated into the document's language (es) yet" in told(lines, "a.md")[0]
    assert "the hub has no language “de”" in told(lines, "b.md")[0]
    spanish = Locale.objects.get_or_create(language_code="es")[0]
    home.copy_for_translation(spanish).save_revision().publish()
    library.copy_for_translation(spanish).save_revision().publish()
    lines = folder.run()
    assert ResourcePage.objects.get(title="Una carta").locale == spanish
    assert told(lines, "a.md")[0].startswith("made a.md /es/")


def test_pages_of_one_name_stand_side_by_side(folder, library):
    ResourcePageFactory(parent=library, title="Not ours", slug="a")
    folder.card("a.md", title="Same")
    folder.card("x/a.md", title="Same")
    folder.card("y/index.md", title="Same")
    lines = folder.run()
    assert lines[-1] == "made 3, changed 0, unchanged 0, skipped 0"
    assert sorted(ResourcePage.objects.values_list("slug", flat=True)) == ["a", "a-2", "a-3", "y"]
    assert "its address ends in a-2, because another page has a" in told(lines, "a.md")[1]
    assert folder.run()[-1] == "made 0, changed 0, unchanged 3, skipped 0"


def test_the_same_folder_under_two_pages(folder, home):
    StandardPageFactory(parent=home, title="One", slug="one")
    StandardPageFactory(parent=home, title="Two", slug="two")
    folder.card("a.md", title="A")
    folder.run(kind="page", under="/one/")
    folder.run(kind="page", under="http://localhost/two")
    assert sorted(page.url for page in StandardPage.objects.filter(title="A")) == ["/one/a/", "/two/a/"]


def test_one_file_alone(folder):
    folder.run(path=folder.card("a.md", title="A"))
    assert folder.run()[-1] == "made 0, changed 0, unchanged 1, skipped 0"


def keys_for(question):
    return find(question, user=AnonymousUser(), language="en").keys


@pytest.mark.skipif(not METHODS.is_dir(), reason="the method cards are not here")
def test_the_method_cards(folder, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lines = folder.run(path=METHODS, under="/library/")
    assert lines[-1] == "made 35, changed 0, unchanged 0, skipped 1"
    assert told(lines, "LICENSE.md")[0].startswith("skipped LICENSE.md no front matter")
    card = ResourcePage.objects.get(slug="dot-voting")
    assert (card.title, card.time_needed) == ("Dot voting", "15 minutes")
    assert card.what == "A simple voting exercise to identify a group's collective priorities."
    assert card.why.startswith("To reach a consensus on priorities")
    assert not any("{{" in str(page.body.raw_data) + page.what + page.why for page in ResourcePage.objects.all())
    assert client.get("/feature-dot-voting/").url == "/library/dot-voting/"
    call_command("refresh_search", verbosity=0)
    assert Entry.objects.get(pk=keys_for("dot voting")[0]).title == "Dot voting"
    assert "Dot voting" in [Entry.objects.get(pk=key).title for key in keys_for("stickers")]
    assert folder.run(path=METHODS)[-1] == "made 0, changed 0, unchanged 35, skipped 1"
