"""Bringing the steps of a toolkit in again: nothing changes by itself, and no address is lost."""

from wagtail.models import Page

from knowledge.importing.steps import with_keys
from knowledge.models import KitVersion, ToolkitPage

from .kits import step
from .test_import_steps import run, write_kit


def test_the_second_time_nothing_changes(folder, hall_files):
    write_kit(folder)
    run(folder)
    before = Page.objects.get(slug="swap").latest_revision_id
    assert run(folder)[-1] == "made 0, changed 0, unchanged 1, skipped 0"
    assert Page.objects.get(slug="swap").latest_revision_id == before
    assert KitVersion.objects.count() == 1


def test_a_changed_line_is_a_new_version_with_its_note(folder, hall_files):
    write_kit(folder)
    run(folder)
    write_kit(folder, "Ask twice.", "Ask three times.", fields="change_note: Ask once more.\n")
    assert run(folder)[-1] == "made 0, changed 1, unchanged 0, skipped 0"
    assert list(KitVersion.objects.values_list("number", "note").order_by("number")) == [(1, ""), (2, "Ask once more.")]


def test_addresses_stay_when_steps_are_renamed_moved_and_put_between(folder, client, hall_files):
    write_kit(folder)
    run(folder)
    first, second = (block["id"] for block in ToolkitPage.objects.get().steps.raw_data)
    write_kit(folder)
    text = (folder.path / "swap.md").read_text()
    head, one, two = text.split("## Step ")
    one, two = one.replace("1: Find a hall", "3: Book a hall"), two.replace("2:", "1:").rstrip() + "\n\n"
    folder.write("swap.md", "## Step ".join([head, two, "2: Wash them\n\nTwice, and dry them on a line.\n\n", one]))
    run(folder)
    ids = [block["id"] for block in ToolkitPage.objects.get().steps.raw_data]
    assert (ids[0], ids[2]) == (second, first)
    assert ids[1] not in (first, second)
    assert client.get("/library/swap/step/find-a-hall/").url == "/library/swap/step/book-a-hall/"
    assert client.get("/library/swap/step/ask-for-clothes/").context["step"].number == 1


def titled(*titles, said=""):
    return [{"type": "step", "value": {"title": title, "aim": said or title}} for title in titles]


def keys(steps, before):
    return [block["id"] for block in with_keys(steps, before)]


def test_which_step_is_which():
    before = [step(title, key=title, aim=f"About {title}, and nothing else") for title in ("a", "b", "c")]
    same = [{"type": "step", "value": block["value"]} for block in before]
    assert keys(same, before) == ["a", "b", "c"]
    assert keys(same[::-1], before) == ["c", "b", "a"]
    renamed = [same[0], {"type": "step", "value": same[1]["value"] | {"title": "new"}}, same[2]]
    assert keys(renamed, before) == ["a", "b", "c"]
    assert keys(titled("new", said="Other words altogether"), before)[0] not in "abc"
    # Titles alone say nothing of what was renamed: then the place does.
    bare = [step(title, key=title) for title in ("a", "b")]
    assert keys([{"type": "step", "value": {"title": title}} for title in ("a", "new")], bare) == ["a", "b"]
    # Two of one name stay two.
    twice = [step("a", key="1"), step("a", key="2")]
    assert keys([{"type": "step", "value": {"title": "a"}}] * 2, twice) == ["1", "2"]
