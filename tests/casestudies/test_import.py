"""Every field of a case study can be brought in from a file."""

import datetime

import pytest

from casestudies.models import CaseStudyPage
from knowledge.importing.fields import settable_fields
from tests.factories.casestudies import CaseStudyPageFactory, MethodFactory
from tests.factories.knowledge import ToolkitPageFactory
from tests.knowledge.importing import Folder, told

FIELDS = {
    "byline": "Dilek",
    "organisation": "Lime Row Kitchen",
    "where": "Peckham",
    "started_on": "2024-03-01",
    "ended_on": "2025-03-01",
    "scale": "A neighbourhood or a town",
    "who_took_part": "Twelve neighbours",
    "how_people_were_found": "At the school gate",
    "people_count": "12",
    "payment": "paid",
    "payment_note": "£15 an hour",
    "cost": "£4,200",
    "time_spent": "A day a week",
    "what_changed": "The bus stops there.",
    "how_we_know": "We counted.",
    "what_did_not_work": "The first hall.",
    "what_we_would_do_differently": "Another hall.",
    "advice": "Begin with food.",
    "contact": "dilek@example.org",
    "what_we_adapted": "We left out the leaflets.",
}
READ = FIELDS | {
    "started_on": datetime.date(2024, 3, 1),
    "ended_on": datetime.date(2025, 3, 1),
    "scale": "place",
    "people_count": 12,
} | {
    name: f"<p>{FIELDS[name]}</p>"
    for name in ("who_took_part", "how_people_were_found", "what_changed", "how_we_know", "what_did_not_work",
                 "what_we_would_do_differently", "advice", "what_we_adapted")
}  # fmt: skip


@pytest.fixture
def folder(tmp_path, case_studies):
    return Folder(tmp_path / "cases")


def run(folder):
    return folder.run(kind="case-study", under="/case-studies/")


def test_every_field_comes_in(folder, case_studies, library):
    methods = [MethodFactory(name="Door knocking"), MethodFactory(name="Shared meals")]
    kits = [ToolkitPageFactory(parent=library, title=title) for title in ("Ask first", "Meet, and eat")]
    first = CaseStudyPageFactory(parent=case_studies, title="Soup on a Thursday")
    folder.card(
        "a.md",
        title="A stop of our own",
        body="We met.",
        **FIELDS,
        methods="[door knocking, Shared meals, Juggling]",
        toolkits="[/library/ask-first/, 'Meet, and eat', Nothing]",
        adapted_from="Soup on a Thursday",
        questions_before_copying="|\n  - Who asked for it?\n  - Who pays?",
    )
    lines = run(folder)
    assert told(lines, "a.md")[1] == [
        "left out: Nothing (there is no toolkit of that address or title)",
        "there is no method “Juggling”",
    ]
    page = CaseStudyPage.objects.get(title="A stop of our own")
    assert {name: getattr(page, name) for name in FIELDS} == READ
    assert list(page.methods.order_by("name")) == methods
    assert [use.toolkit_id for use in page.toolkits_used.all()] == [kit.pk for kit in kits]
    assert page.came_from == first
    assert page.questions_to_ask == ["Who asked for it?", "Who pays?"]
    assert [part.name for part in page.meter.missing] == []
    assert run(folder)[-1] == "made 0, changed 0, unchanged 1, skipped 0"
    folder.card("a.md", title="A stop of our own", body="We met.", methods="Shared meals", toolkits="Ask first")
    run(folder)
    page = CaseStudyPage.objects.get(title="A stop of our own")
    assert list(page.methods.all()) == methods[1:]
    assert [use.toolkit_id for use in page.toolkits_used.all()] == [kits[0].pk]
    assert page.came_from is None  # the file does not say it any more
    folder.card("a.md", title="A stop of our own", body="We met.")
    assert run(folder)[-1] == "made 0, changed 1, unchanged 0, skipped 0"
    page = CaseStudyPage.objects.get(title="A stop of our own")
    assert [*page.methods.all(), *page.toolkits_used.all()] == []


def test_no_field_of_a_case_study_was_forgotten():
    beside = {"summary", "seo_title", "search_description", "questions_before_copying"}
    assert set(settable_fields(CaseStudyPage)) == FIELDS.keys() | beside


def test_case_studies_of_one_folder_can_come_from_one_another(folder):
    folder.card("a.md", title="A", adapted_from="b.md")
    folder.card("b.md", title="B")
    assert run(folder)[-1] == "made 2, changed 0, unchanged 0, skipped 0"
    assert CaseStudyPage.objects.get(title="A").came_from.title == "B"


def test_what_cannot_be_is_told(folder):
    folder.card("a.md", title="A", adapted_from="[b.md, c.md]", people_count="a dozen", payment="in apples",
                questions_before_copying="x" * 2001)  # fmt: skip
    folder.card("b.md", title="B", adapted_from="a.md")
    folder.card("c.md", title="C", started_on="2025-01-01", ended_on="2024-01-01")
    lines = run(folder)
    assert told(lines, "a.md") == (
        "made a.md /case-studies/a/",
        [
            "left out: people_count (“a dozen” is not a number)",
            "left out: payment (“in apples” is not one of paid, expenses, unpaid)",
            "left out: questions_before_copying (at most 2000 characters fit there)",
            "“came_from” names one page: the first",
        ],
    )
    assert "so this one cannot come from it" in told(lines, "b.md")[0]
    assert "A case study must end after it starts." in told(lines, "c.md")[0]
