"""The steps of a toolkit out of Markdown: what each line becomes, again and again, and what the librarian is told."""

import re

import pytest

from knowledge.importing.steps import HEADING
from knowledge.models import ToolkitPage

from .importing import png, told

KIT = """---
title: Run a clothes swap
licence: CC-BY-4.0
{fields}---
Bring a mirror.

## Step 1: Find a hall

Aim: So that everybody
can get in.
Time: 1 hour 30 minutes
Who: Two of you
Template: [the list](forms/hall.pdf)
Filled-in example: forms/hall-filled-in.pdf
Case study: Soup on a Thursday

Ring the **library** first.

### Example

The library in Bow said yes.

## Step 2: Ask for clothes

- Aim: Enough for everybody
- Time: 45

Ask twice.
"""


def write_kit(folder, old="", new="", fields=""):
    assert old in KIT
    folder.write("swap.md", KIT.format(fields=fields).replace(old, new) if old else KIT.format(fields=fields))


def run(folder, **options):
    return folder.run(kind="toolkit", **options)


def run_text(folder, text, **options):
    folder.write("kit.md", f"---\ntitle: Kit\nlicence: CC0\n---\n{text}")
    return run(folder, **options)


def steps():
    return [block["value"] for block in ToolkitPage.objects.get().steps.raw_data]


def words(stream):
    return [block["value"] for block in stream]


# What becomes what ----------------------------------------------------------------------------------------------------


def test_a_kit_has_its_steps(folder, hall_files, client):
    write_kit(folder)
    lines = run(folder)
    assert told(lines, "swap.md") == ("made swap.md /library/swap/", [])
    kit = ToolkitPage.objects.get()
    assert words(kit.introduction.raw_data) == ["<p>Bring a mirror.</p>"]
    first, second = kit.steps
    assert (first.value["title"], first.value["aim"]) == ("Find a hall", "So that everybody can get in.")
    assert (first.value["minutes"], first.value["who"]) == (90, "Two of you")
    assert first.value["template_file"].title == "hall"
    assert first.value["example_file"].title == "hall filled in"
    assert first.value["case_study"].pk == hall_files.pk
    assert words(first.value["instructions"].raw_data) == ["<p>Ring the <b>library</b> first.</p>"]
    assert first.value["example"].source == "<p>The library in Bow said yes.</p>"
    assert (second.value["title"], second.value["aim"], second.value["minutes"]) == (
        "Ask for clothes",
        "Enough for everybody",
        45,
    )
    assert words(second.value["instructions"].raw_data) == ["<p>Ask twice.</p>"]
    page = client.get("/library/swap/step/find-a-hall/")
    assert "1 hour 30 minutes" in page.text
    assert "Soup on a Thursday" in page.text


def test_a_case_study_by_its_address(folder, hall_files):
    write_kit(folder, "Soup on a Thursday", "http://localhost/case-studies/soup/")
    assert told(run(folder), "swap.md")[1] == []
    assert steps()[0]["case_study"] == hall_files.pk


def test_attachments_are_the_files_of_the_kit(folder, hall_files):
    folder.write("wall.png", png())
    write_kit(folder, fields="attachments: [forms/hall.pdf, wall.png]\n")
    run(folder)
    kit = ToolkitPage.objects.get()
    assert [row.document.title for row in kit.files.all()] == ["hall"]
    assert [block["type"] for block in kit.introduction.raw_data] == ["text", "picture"]
    write_kit(folder)
    run(folder)
    assert ToolkitPage.objects.get().files.count() == 0


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Step 1: Ask", "Ask"),
        ("step 12 – Ask", "Ask"),
        ("Step: Ask", "Ask"),
        ("Step 2 Ask", "Ask"),
        ("Step 2", "Step 2"),
        ("1. Ask", "Ask"),
        ("3) Ask", "Ask"),
        ("Paso 1: Pregunta", "Pregunta"),
        ("الخطوة 1: اسأل", "اسأل"),
        ("Step by step", None),
        ("Step-free access", None),
        ("Steps", None),
        ("2026: a year", None),
        ("10–15 people", None),
        ("1.5 hours", None),
    ],
)
def test_which_headings_begin_a_step(heading, title):
    match = HEADING.fullmatch(heading)
    assert (match and (match[1] or match[2] or heading)) == title


def test_other_headings_stay_where_they_are(folder):
    lines = run_text(folder, "## Before you begin\n\nx\n\n## 1. Ask\n\na\n\n### Doors\n\nb\n\n## Afterwards\n\nc")
    kit = ToolkitPage.objects.get()
    assert words(kit.introduction.raw_data) == [{"text": "Before you begin", "level": "2"}, "<p>x</p>"]
    assert words(steps()[0]["instructions"]) == [
        "<p>a</p>",
        {"text": "Doors", "level": "3"},
        "<p>b</p>",
        {"text": "Afterwards", "level": "2"},
        "<p>c</p>",
    ]
    assert told(lines, "kit.md")[1] == ["step 1 (Ask): the heading “Afterwards” begins no step, and stays in this one"]


def test_a_heading_in_a_block_of_code_begins_nothing(folder):
    run_text(folder, "```\n## 1. Ask\n```\n\n## 1. Listen")
    assert [each["title"] for each in steps()] == ["Listen"]


@pytest.mark.parametrize(
    ("time", "minutes"),
    [
        ("45", 45),
        ("45 min.", 45),
        ("1 hour", 60),
        ("1h30", 90),
        ("1.5 hours", 90),
        ("2 hours and 5 minutes", 125),
        ("1 hora y 30 minutos", 90),
        ("٤٥ دقيقة", 45),
    ],
)
def test_times(folder, time, minutes):
    assert "kit.md" in run_text(folder, f"## 1. Ask\n\nTime: {time}")[0]
    assert steps()[0]["minutes"] == minutes


def test_lines_after_an_empty_one_belong_to_the_text(folder):
    run_text(folder, "## 1. Ask\n\nAim: Hear it.\n\nTime: 5\n\nSay it:\nTime: flies.")
    assert (steps()[0]["aim"], steps()[0]["minutes"]) == ("Hear it.", 5)
    assert words(steps()[0]["instructions"]) == ["<p>Say it: Time: flies.</p>"]


def test_steps_come_from_json_lines_too(folder):
    path = folder.write(
        "kits.jsonl",
        '{"title": "A", "licence": "CC0", "markdown": "## 1. Ask\\n\\nAim: Hear it."}\n'
        '{"title": "B", "licence": "CC0", "html": "<h2>Step 1: Ask</h2><p>Aim: Hear it.<br>Time: 5</p><p>x</p>"}',
    )
    assert run(folder, path=path)[-1] == "made 2, changed 0, unchanged 0, skipped 0"
    assert [page.steps[0].value["aim"] for page in ToolkitPage.objects.all()] == ["Hear it.", "Hear it."]


def test_other_kinds_have_no_steps(folder):
    folder.card("a.md", body="## 1. Ask\n\nAim: Hear it.")
    assert told(folder.run(), "a.md")[0] == "made a.md /library/a/"


# What cannot be read --------------------------------------------------------------------------------------------------


def test_what_cannot_be_read_is_told_and_stays(folder):
    folder.write("wall.png", png())
    lines = run_text(
        folder,
        f"## 1. {'Ask ' * 40}\n\nTime: soon\nTiem: 45\nWho: {'all ' * 60}\nAim: Hear [it](https://example.org/)\n"
        "Aim: Or not\n\nTemplate: none.pdf\nExample file: wall.png\nCase study: Nowhere\n\nGo.\n\n"
        "### Example\n\nSo.\n\n> Said",
    )
    assert told(lines, "kit.md")[0] == "made kit.md /library/kit/"
    name = "Ask Ask Ask Ask Ask Ask Ask Ask Ask Ask…"
    assert [note.removeprefix(f"step 1 ({name}): ") for note in told(lines, "kit.md")[1]] == [
        "its title was shortened to 120 characters; all of it stands in the text",
        "“Tiem: 45” stays in the text (a step has no “Tiem”)",
        "“Time: soon” stays in the text (write a time as 45 minutes, or as 1 hour 30 minutes)",
        f"“{('all ' * 60)[:80]}” stays in the text (at most 200 characters fit under “who”)",
        "links in aim became plain text",
        "“Or not” stays in the text (the step says that already)",
        "file left out: none.pdf (there is no such file)",
        "file left out: wall.png (it is a picture; put it into the text)",
        "left out: Nowhere (there is no case study of that address or title)",
        "an example has words alone: the rest of it stands below what to do",
    ]
    value = steps()[0]
    assert (len(value["title"]), value["aim"], value["example"]) == (120, "Hear it", "<p>So.</p>")
    text, quote = value["instructions"]
    assert re.findall(r"<p>(.*?)</p>", text["value"]) == [
        f"<b>{('Ask ' * 40).strip()}</b>", "Tiem: 45", "Time: soon", ("all " * 60).strip(), "Or not", "Go.",
    ]  # fmt: skip
    assert quote["value"]["text"] == "Said"


@pytest.mark.parametrize(
    "text",
    ["## 1. Ask", "## Step 1:", "## 1. Ask\n\nAim:\nTime:\nTemplate:\nCase study:", "## 1. Ask\n\nTime: 99999999999",
     "## 1. Ask\n\nTime: 0", "## 1. <b>", "## 1. Ask\n\n### Example", "## 1. Ask\n\nCase study: /%00/",
     "## 1. Ask\n\nCase study: http://[x", "## 1. Ask\n\n- Aim: a\n  - b\n-\n- ![x](y.png)",
     "## 1. Ask\n\nTemplate: ../../etc/passwd", "\n\n".join(["## 1. Ask"] * 60)],
)  # fmt: skip
def test_odd_steps_are_no_error(folder, client, text):
    assert told(run_text(folder, text), "kit.md")[0] == "made kit.md /library/kit/"
    assert client.get("/library/kit/").status_code == 200
    assert client.get("/library/kit/all/").status_code == 200


def test_a_trial_tells_the_same(folder):
    text = "## 1. Ask\n\nTime: soon"
    notes = told(run_text(folder, text, dry_run=True), "kit.md")[1]
    assert notes == told(run_text(folder, text), "kit.md")[1]
