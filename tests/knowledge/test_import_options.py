"""What the librarian asks of the import, and what is said where it cannot be done."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from hub.models import Theme
from knowledge.models import LibraryIndexPage, ResourcePage
from tests.factories.hub import ThemeFactory

from .importing import told


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
