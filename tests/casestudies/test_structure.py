"""What a case study tells: the meter, the filters, the years, and the list as a table."""

import csv
import datetime
import json
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, PageViewRestriction

from casestudies.meter import PARTS, Meter, told_in
from tests.factories.casestudies import CaseStudyPageFactory, MethodFactory
from tests.factories.hub import AreaFactory, ThemeFactory
from tests.factories.knowledge import ToolkitPageFactory

pytestmark = pytest.mark.django_db


def day(year, month=1):
    return datetime.date(year, month, 1)


def table(response):
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


# The meter ------------------------------------------------------------------------------------------------------------

TOLD = {
    "where": "Peckham",
    "started_on": day(2025),
    "who_took_part": "<p>Us</p>",
    "how_people_were_found": "<p>Doors</p>",
    "payment": "paid",
    "body": [("text", "<p>We met.</p>")],
    "what_changed": "<p>Much</p>",
    "how_we_know": "<p>We asked</p>",
    "what_did_not_work": "<p>The hall</p>",
    "what_we_would_do_differently": "<p>Another hall</p>",
}


def test_a_case_is_complete_with_what_is_needed(case_studies):
    page = CaseStudyPageFactory(parent=case_studies, **TOLD)
    assert page.meter.is_complete
    assert [part.name for part in page.meter.missing] == ["scale", "methods", "cost", "time", "advice", "contact"]
    assert (page.meter.count, page.meter.total) == (10, 16)


@pytest.mark.parametrize(
    ("field", "part"), [("what_did_not_work", "failed"), ("what_we_would_do_differently", "differently")]
)
@pytest.mark.parametrize("empty", ["", "<p></p>", "<p>&nbsp;</p>"])
def test_without_what_failed_a_case_is_not_complete(case_studies, field, part, empty):
    page = CaseStudyPageFactory(parent=case_studies, **TOLD | {field: empty})
    assert not page.meter.is_complete
    assert [missing.name for missing in page.meter.needed] == [part]
    assert page.meter.missing[0].name == part


def test_methods_or_toolkits_count_once(case_studies):
    page = CaseStudyPageFactory(parent=case_studies)
    page.methods = [MethodFactory(name="Door knocking")]
    assert page.meter.told == {"methods"}


def test_every_part_says_why_it_matters():
    assert Meter(frozenset()).count == 0
    assert all(part.why for part in PARTS)
    assert told_in({"what_happened": " ", "cost": "£4"}) == {"cost"}


def test_the_editor_sees_the_meter(client, case_studies, edith):
    client.force_login(edith)
    page = CaseStudyPageFactory(parent=case_studies, **TOLD | {"what_did_not_work": ""})
    text = client.get(f"/admin/pages/{page.pk}/edit/").text
    assert "9 of 16 parts are told" in text
    assert "It saves the next people from the same mistake." in text


# Filters --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def three_cases(case_studies):
    knocking = MethodFactory(name="Door knocking")
    theme = ThemeFactory(name="Money")
    area = AreaFactory(name="Newham")
    CaseStudyPageFactory(
        parent=case_studies, title="Doors", started_on=day(2023, 5), scale="place", payment="paid", themes=[theme]
    )
    CaseStudyPageFactory(parent=case_studies, title="Hall", started_on=day(2025), scale="group", areas=[area])
    CaseStudyPageFactory(parent=case_studies, title="Undated", payment="unpaid")
    doors = case_studies.get_children().get(title="Doors").specific
    doors.methods = [knocking]
    doors.save()
    return case_studies


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("method=door-knocking", ["Doors"]),
        ("year=2023", ["Doors"]),
        ("year=2025", ["Hall"]),
        ("scale=group", ["Hall"]),
        ("kind=unpaid", ["Undated"]),
        ("theme=money&scale=place", ["Doors"]),
        ("area=newham", ["Hall"]),
        ("year=2023&scale=group", []),
        ("year=1066", ["Undated", "Hall", "Doors"]),
        ("year=%D9%A2&method=x&scale=y&show=zzz", ["Undated", "Hall", "Doors"]),
    ],
)
def test_the_list_is_narrowed_everywhere_in_the_same_way(client, three_cases, query, titles):
    response = client.get(f"/case-studies/?{query}")
    assert [page.title for page in response.context["listing"].page_obj.object_list] == titles
    assert [row["Title"] for row in table(client.get(f"/case-studies/list.csv?{query}"))] == titles
    taken = json.loads(client.get(f"/case-studies/list.json?{query}").getvalue())
    assert [row["title"] for row in taken["case_studies"]] == titles


def test_an_unknown_year_is_told_beside_the_field(client, three_cases):
    form = client.get("/case-studies/?year=1066").context["listing"].form
    assert form.errors == {"year": ["We do not have this one. Choose one from the list."]}


def test_years_of_hidden_cases_are_not_offered(client, three_cases):
    hidden = CaseStudyPageFactory(parent=three_cases, started_on=day(1999))
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    CaseStudyPageFactory(parent=three_cases, started_on=day(1998), live=False)
    form = client.get("/case-studies/").context["listing"].form
    assert [value for value, _ in form.fields["year"].choices] == ["", "2025", "2023"]


def test_the_timeline_goes_by_year_and_keeps_the_filters(client, three_cases):
    response = client.get("/case-studies/?show=timeline&kind=paid")
    assert [(year, [page.title for page in pages]) for year, pages in response.context["listing"].years] == [
        (2023, ["Doors"])
    ]
    response = client.get("/case-studies/?show=timeline")
    assert [(year, [page.title for page in pages]) for year, pages in response.context["listing"].years] == [
        (2025, ["Hall"]), (2023, ["Doors"]), (None, ["Undated"]),
    ]  # fmt: skip
    assert '<input type="hidden" name="show" value="timeline"' in response.text
    assert "No year given" in response.text


@pytest.mark.parametrize("query", ["", "?show=timeline", "?theme=money&method=door-knocking&year=2023"])
def test_a_list_takes_the_same_number_of_queries_whatever_its_length(
    client, three_cases, django_assert_max_num_queries, query
):
    client.get("/case-studies/")
    with django_assert_max_num_queries(12):
        client.get(f"/case-studies/{query}")


# The table ------------------------------------------------------------------------------------------------------------


def test_the_table_tells_what_the_page_tells(client, case_studies, library):
    kit = ToolkitPageFactory(parent=library, title="Knock kit")
    page = CaseStudyPageFactory(
        parent=case_studies,
        title="Doors",
        themes=[ThemeFactory(name="Money")],
        **TOLD | {"cost": "=1+1", "scale": "place"},
    )
    page.methods = [MethodFactory(name="Door knocking"), MethodFactory(name="Asking")]
    page.toolkits_used.create(toolkit=kit.page_ptr)
    page.save()
    [row] = table(client.get("/case-studies/list.csv"))
    assert row["Title"] == "Doors"
    assert row["Address"].endswith("/case-studies/doors/")
    assert row["What it cost"] == "'=1+1"
    assert (row["Started"], row["How large"]) == ("2025-01-01", "A neighbourhood or a town")
    assert (row["Methods"], row["Toolkits used"], row["Themes"]) == ("Asking; Door knocking", "Knock kit", "Money")
    assert row["What did not work"] == "The hall"
    [row] = json.loads(client.get("/case-studies/list.json").getvalue())["case_studies"]
    assert (row["cost"], row["methods"], row["people"]) == ("=1+1", ["Asking", "Door knocking"], None)


def test_hidden_pages_are_in_no_table(client, case_studies, library):
    shown = CaseStudyPageFactory(parent=case_studies, title="Shown")
    kit = ToolkitPageFactory(parent=library, title="Secret kit", live=False)
    shown.toolkits_used.create(toolkit=kit.page_ptr)
    shown.save()
    CaseStudyPageFactory(parent=case_studies, title="Draft", live=False)
    hidden = CaseStudyPageFactory(parent=case_studies, title="Hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    [row] = table(client.get("/case-studies/list.csv"))
    assert (row["Title"], row["Toolkits used"]) == ("Shown", "")


def test_the_table_is_not_there_where_the_list_is_hidden(client, case_studies):
    CaseStudyPageFactory(parent=case_studies)
    PageViewRestriction.objects.create(page=case_studies, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/case-studies/list.csv").status_code == 404
    assert client.post("/case-studies/list.json").status_code == 405


@pytest.mark.parametrize("number", [1, 5])
def test_a_table_takes_few_queries(client, case_studies, django_assert_max_num_queries, number):
    theme = ThemeFactory()
    for _each in range(number):
        CaseStudyPageFactory(parent=case_studies, themes=[theme])
    client.get("/case-studies/list.csv").getvalue()
    with django_assert_max_num_queries(12):
        client.get("/case-studies/list.csv").getvalue()


def test_a_translation_stands_for_its_source(client, case_studies):
    page = CaseStudyPageFactory(parent=case_studies, title="In English")
    spanish = Locale.objects.create(language_code="es")
    case_studies.get_parent().specific.copy_for_translation(spanish).save_revision().publish()
    case_studies.copy_for_translation(spanish).save_revision().publish()
    page.copy_for_translation(spanish).save_revision().publish()
    CaseStudyPageFactory(parent=case_studies, title="English alone")
    rows = json.loads(client.get("/es/case-studies/list.json").getvalue())["case_studies"]
    assert sorted((row["title"], row["language"]) for row in rows) == [("English alone", "en"), ("In English", "es")]


# The page -------------------------------------------------------------------------------------------------------------


def test_the_page_shows_what_was_added(client, case_studies):
    page = CaseStudyPageFactory(
        parent=case_studies,
        **TOLD
        | {
            "byline": "Amara",
            "cost": "£4,200",
            "time_spent": "A year",
            "advice": "<p>Begin</p>",
            "contact": "amara@example.org",
            "scale": "place",
        },
    )
    response = client.get(page.url)
    for words in ["Amara", "£4,200", "A year", "Begin", "amara@example.org", "A neighbourhood or a town", "We asked"]:
        assert words in response.text
    assert "Who here asked for it, and who would decide about it?" in response.text
    assert page.structured_data()["author"] == {"@type": "Person", "name": "Amara"}


def test_a_case_may_have_questions_of_its_own(client, case_studies):
    page = CaseStudyPageFactory(parent=case_studies, questions_before_copying="Who has the key?\n\n Who cooks? ")
    assert page.questions_to_ask == ["Who has the key?", "Who cooks?"]
    assert "Who here asked for it" not in client.get(page.url).text


def test_a_case_page_takes_few_queries(client, case_studies, django_assert_max_num_queries):
    page = CaseStudyPageFactory(parent=case_studies, **TOLD)
    client.get(page.url)
    with django_assert_max_num_queries(12):
        client.get(page.url)


def test_an_address_of_a_view_is_no_page(case_studies):
    with pytest.raises(ValidationError, match="The hub uses this address for something else"):
        CaseStudyPageFactory(parent=case_studies, slug="share")


@pytest.mark.parametrize(
    ("started_on", "ended_on", "when"),
    [
        (None, None, ""),
        (None, day(2026), ""),
        (day(2026, 6), None, "June 2026 – still going"),
        (day(2026, 6), day(2026, 6) + datetime.timedelta(days=20), "June 2026"),
        (day(2026, 6), day(2026, 8), "June 2026 – August 2026"),
    ],
)
def test_when_it_was_in_words(client, case_studies, started_on, ended_on, when):
    page = CaseStudyPageFactory(parent=case_studies, started_on=started_on, ended_on=ended_on)
    assert page.when == when
    for address in (page.url, "/case-studies/?show=timeline"):
        assert client.get(address).text.count("June 2026") == when.count("June 2026")


@pytest.mark.parametrize(
    ("summary", "lead"),
    [
        ("We opened a kitchen & a café. Twelve…", ""),
        ("We opened a kitchen & a café. Twelve people came.", ""),
        ("A kitchen that opened twice.", "A kitchen that opened twice."),
        ("", ""),
    ],
)
def test_the_page_says_nothing_twice(client, case_studies, summary, lead):
    body = [("text", "<p>We opened a <b>kitchen</b> &amp; a café.</p><p>Twelve people came.</p>")]
    page = CaseStudyPageFactory(parent=case_studies, summary=summary, body=body)
    assert page.lead == lead
    assert client.get(page.url).text.count('class="lead"') == bool(lead)
    assert CaseStudyPageFactory(parent=case_studies, summary="Without a text").lead == "Without a text"
