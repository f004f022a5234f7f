"""Bringing documents in: what they become, again and again, and what the librarian is told."""

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction

from hub.models import StandardPage, Theme
from knowledge.models import ArticlePage, ImportedFile, LibraryIndexPage, ResourcePage, ToolkitPage
from search.models import Entry
from search.results import find
from tests.factories.hub import AreaFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from .importing import told

METHODS = Path("../shared/import/18f-methods")


def body(page):
    return [(block["type"], block["value"]) for block in page.body.raw_data]


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


def test_the_second_time_nothing_changes(folder, client):
    folder.card("a.md", title="A", permalink="/old/a/", body="See [b](b.md).")
    folder.card("b.md", title="B")
    folder.run()
    before = {page.pk: (page.latest_revision_id, page.last_published_at) for page in Page.objects.all()}
    assert folder.run()[-1] == "made 0, changed 0, unchanged 2, skipped 0"
    assert {page.pk: (page.latest_revision_id, page.last_published_at) for page in Page.objects.all()} == before
    assert Redirect.objects.count() == 1


def test_an_edited_file_changes_one_page_as_one_revision(folder, client):
    folder.card("a.md", title="A")
    folder.card("b.md", title="B")
    folder.run()
    folder.card("a.md", title="A new", body="Other words.")
    lines = folder.run()
    assert lines[-1] == "made 0, changed 1, unchanged 1, skipped 0"
    page = ResourcePage.objects.get(title="A new")
    assert page.revisions.count() == 2
    assert ResourcePage.objects.get(title="B").revisions.count() == 1
    assert page.slug == "a"
    assert "Other words." in client.get("/library/a/").text


def test_a_page_that_was_edited_here_is_left_alone(folder):
    folder.card("a.md", title="A")
    folder.run()
    page = ResourcePage.objects.get()
    page.title = "Ours"
    page.save_revision().publish()
    assert folder.run()[-1] == "made 0, changed 0, unchanged 1, skipped 0"
    folder.card("a.md", title="Theirs")
    lines = folder.run()
    assert told(lines, "a.md")[0].startswith("skipped a.md somebody edited the page here")
    assert ResourcePage.objects.get().title == "Ours"


def test_a_page_that_was_taken_down_stays_down(folder):
    folder.card("a.md", title="A")
    folder.run()
    ResourcePage.objects.get().unpublish()
    folder.card("a.md", title="A new")
    assert "(a draft)" in told(folder.run(), "a.md")[0]
    page = ResourcePage.objects.get()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "A new"


def test_a_page_that_was_deleted_is_made_again(folder):
    folder.card("a.md", title="A")
    folder.run()
    ResourcePage.objects.get().delete()
    assert folder.run()[-1] == "made 1, changed 0, unchanged 0, skipped 0"


def test_a_run_that_was_stopped_is_finished_by_the_next(folder, monkeypatch):
    folder.card("a.md", title="A")
    with monkeypatch.context() as broken:
        broken.setattr(
            "knowledge.importing.pages.Pages.finish", lambda *args, **kwargs: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            folder.run()
    assert not ResourcePage.objects.get().live
    assert folder.run()[-1] == "made 1, changed 0, unchanged 0, skipped 0"
    assert ResourcePage.objects.get().live


def test_a_trial_writes_nothing(folder):
    folder.card("a.md", title="A", permalink="/old/")
    folder.write("bad.md", "nothing")
    folder.write("note.txt", "words")
    lines = folder.run(dry_run=True)
    assert lines[-2:] == ["This was a trial: nothing was written.", "made 1, changed 0, unchanged 0, skipped 1"]
    assert ResourcePage.objects.count() == 0
    assert ImportedFile.objects.count() == 0
    assert Redirect.objects.count() == 0
    folder.run()
    folder.card("a.md", title="B", permalink="/old/")
    assert folder.run(dry_run=True)[-1] == "made 0, changed 1, unchanged 0, skipped 1"
    assert ResourcePage.objects.get().title == "A"


def test_drafts(folder, client):
    folder.card("a.md", title="A")
    folder.run(draft=True)
    assert client.get("/library/a/").status_code == 404
    assert ResourcePage.objects.get().get_latest_revision_as_object().title == "A"
    assert folder.run(draft=True)[-1] == "made 0, changed 0, unchanged 1, skipped 0"


def test_a_file_that_says_that_it_is_a_draft(folder):
    folder.card("a.md", title="A", draft="true")
    folder.card("b.md", title="B", published="false")
    folder.card("c.md", title="C", published="true")
    folder.run()
    assert list(ResourcePage.objects.live().values_list("title", flat=True)) == ["C"]


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


def test_old_addresses_lead_to_the_page(folder, client):
    folder.write(
        "a.md",
        "---\ntitle: A\npermalink: /discover/a/\nredirect_from:\n  - /a-old/\n  - https://x.example/a-older/?q=1\n---\nx",
    )
    folder.run()
    for address in ("/discover/a/", "/a-old", "/a-older/"):
        response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, "/library/a/")


def test_old_addresses_that_are_taken_are_told(folder, home, client):
    about = StandardPageFactory(parent=home, title="About", slug="about")
    Redirect.objects.create(old_path="/taken", redirect_page=about)
    folder.write("a.md", "---\ntitle: A\nredirect_from: [/about/, /taken/, /library/a/, /both/]\n---\nx")
    folder.write("b.md", "---\ntitle: B\nredirect_from: [/both/, '/{{ x }}/', '/:year/b/']\n---\nx")
    lines = folder.run()
    assert [note for note in told(lines, "a.md")[1] if "licence" not in note] == [
        "no redirect from /about: “About” has that address",
        "no redirect from /taken: there is one to another place already",
    ]
    assert [note for note in told(lines, "b.md")[1] if "licence" not in note] == [
        "old address left out: /{{ x }}/",
        "old address left out: /:year/b/",
        "old address left out: /both is that of a.md",
    ]
    assert sorted(Redirect.objects.values_list("old_path", flat=True)) == ["/both", "/taken"]
    assert client.get("/library/a/").status_code == 200


def test_links_between_files_become_links_between_pages(folder, home):
    about = StandardPageFactory(parent=home, title="About", slug="about")
    PageViewRestriction.objects.all().delete()
    folder.card("b.md", title="B", permalink="/discover/b/")
    folder.card("sub/c.md", title="C")
    folder.write(
        "a.md",
        "---\ntitle: A\npermalink: /decide/a/\n---\n"
        "[1](b.md) [2](sub/c.md#part) [3]({{site.baseurl}}/discover/b/) [4](/discover/b#x) [5](../../discover/b/) "
        "[6]({% link _methods/b.md %}) [7](/about/) [8](https://example.org/x) [9](mailto:a@example.org) [10](#here) "
        "[11](missing.md) [12](/nowhere/) <a href='javascript:alert(1)'>13</a> [14](//cdn.example/x) "
        "[15](../../../etc/passwd)",
    )
    lines = folder.run()
    page = ResourcePage.objects.get(title="A")
    b, c = ResourcePage.objects.get(title="B").pk, ResourcePage.objects.get(title="C").pk
    text = body(page)[0][1]
    for number in (1, 3, 4, 5, 6):
        assert f'<a linktype="page" id="{b}">{number}</a>' in text
    assert f'<a linktype="page" id="{c}">2</a>' in text
    assert f'<a linktype="page" id="{about.pk}">7</a>' in text
    assert '<a href="https://example.org/x">8</a> <a href="mailto:a@example.org">9</a> <a href="#here">10</a>' in text
    assert text.endswith(' 11 12 13 <a href="https://cdn.example/x">14</a> 15</p>')
    notes = told(lines, "a.md")[1]
    assert "link taken away: missing.md leads nowhere" in notes
    assert "link taken away: /nowhere/ leads nowhere" in notes
    assert "link taken away: ../../../etc/passwd (it leaves the folder)" in notes
    assert "template tag removed: {{site.baseurl}}" in notes
    assert folder.run()[-1] == "made 0, changed 0, unchanged 3, skipped 0"


def test_a_link_to_a_file_that_cannot_be_used_becomes_text(folder):
    folder.card("a.md", title="A", body="See [b](b.md).")
    folder.write("b.md", "no front matter")
    assert "link taken away: b.md" in " ".join(told(folder.run(), "a.md")[1])
    folder.card("b.md", title="B")
    assert folder.run()[-1] == "made 1, changed 1, unchanged 0, skipped 0"


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


def test_a_map_says_what_becomes_what(folder, tmp_path):
    ThemeFactory(name="Research", slug="research")
    folder.write("a.md", "---\ntitle: A\nblurb: In short\ntopic: Discover\nother: New\nminutes: 5\nsecret: x\n---\nx")
    field_map = tmp_path / "map.toml"
    field_map.write_text(
        """
        [fields]
        blurb = "summary"
        topic = "themes"
        minutes = "time_needed"
        secret = ""
        [defaults]
        licence = "CC-BY-SA-4.0"
        source = "The archive"
        [themes]
        Discover = "research"
        """
    )
    lines = folder.run(map=field_map)
    page = ResourcePage.objects.get()
    assert (page.summary, page.time_needed, page.licence, page.source) == (
        "In short",
        "5",
        "CC-BY-SA-4.0",
        "The archive",
    )
    assert [theme.slug for theme in page.themes.all()] == ["research"]
    assert told(lines, "a.md")[1] == ["left out: other (a resource has no such field)"]
    field_map.write_text('[fields]\nother = "themes"\n[options]\nmake_themes = true')
    assert folder.run(map=field_map, dry_run=True)[-1] == "made 0, changed 1, unchanged 0, skipped 0"
    assert not Theme.objects.filter(name="New").exists()
    assert folder.run(map=field_map)[-1] == "made 0, changed 1, unchanged 0, skipped 0"
    assert Theme.objects.filter(name="New").count() == 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("not toml", "is not TOML"),
        ('[fields]\na = "no_such_field"', "names a field “no_such_field” that no page has"),
        ('[fields]\na = "live"', "names a field “live” that no page has"),
        ("[fields]\na = 5", "must be a text"),
        ("[other]\na = 5", "nothing else"),
        ("[options]\nmake_themes = 3", "one option"),
        ("fields = 3", "nothing else"),
        (b"\xff\xfe", "is not TOML"),
    ],
)
def test_a_map_that_is_wrong_is_told(folder, tmp_path, text, wrong):
    field_map = tmp_path / "map.toml"
    field_map.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(CommandError, match=wrong):
        folder.run(map=field_map)


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ({"path": "/no/such/folder"}, "There is nothing at"),
        ({"path": "/etc/hostname"}, "neither a folder nor a"),
        ({"under": "/no-such-page/"}, "There is no page at /no-such-page/"),
        ({"kind": "zeppelin"}, "There is no kind “zeppelin”"),
        ({"map": Path("/no/such.toml")}, "cannot be read"),
    ],
)
def test_what_is_asked_wrongly_is_told(folder, options, wrong):
    with pytest.raises(CommandError, match=wrong):
        folder.run(**{"path": Path(options.pop("path", folder.path)), **options})


def test_a_kind_that_cannot_stand_there(folder):
    folder.card("a.md", title="A")
    assert told(folder.run(under="/"), "a.md")[0] == (
        "skipped a.md a page of the kind “resource” cannot stand under “Hub”"
    )


def test_without_a_library_it_says_so(folder):
    LibraryIndexPage.objects.all().delete()
    with pytest.raises(CommandError, match="There is no library"):
        folder.run()


def test_one_file_alone(folder):
    folder.run(path=folder.card("a.md", title="A"))
    assert folder.run()[-1] == "made 0, changed 0, unchanged 1, skipped 0"


@pytest.mark.skipif(not METHODS.is_dir(), reason="the method cards are not here")
def keys_for(question):
    return find(question, user=AnonymousUser(), language="en").keys


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
