"""Each step has an address: it says where the reader is, outlives its name and place, and never breaks."""

import json
import re

import pytest
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from knowledge.models import KitStep, KitStepAddress, ToolkitFile, ToolkitPage
from knowledge.steps import slug_of, steps_of
from tests.factories.casestudies import CaseStudyPageFactory
from tests.factories.hub import HubDocumentFactory
from tests.factories.knowledge import ResourcePageFactory

from .kits import make_kit, publish, step, text

pytestmark = pytest.mark.django_db


def address(kit, slug):
    return f"{kit.url}step/{slug}/"


def main(response):
    return response.text.partition("<main")[2].partition("</main>")[0]


# The page of a step ---------------------------------------------------------------------------------------------------


def test_a_step_shows_all_that_it_has(client, library, case_studies, media):
    blank, filled = HubDocumentFactory(title="A blank form"), HubDocumentFactory(title="The form of Bernice")
    case_study = CaseStudyPageFactory(parent=case_studies, title="How Bow did it")
    one = step(
        "Ask them",
        aim="To hear it from them",
        minutes=45,
        who="Everybody",
        instructions=[text("<p>Ring the bell.</p>")],
        template_file=blank.pk,
        example_file=filled.pk,
        example="<p>Bernice wrote three lines.</p>",
        case_study=case_study.pk,
    )
    kit = make_kit(library, title="Ask first", steps=[step("Find people"), one, step("Pay them")])
    response = client.get("/library/ask-first/step/ask-them/")
    assert response.status_code == 200
    for words in ("Step 2 of 3", "To hear it from them", "45 minutes", "In the room: Everybody", "Ring the bell.",
                  "A blank form", "The form of Bernice", "Bernice wrote three lines.", "How Bow did it"):  # fmt: skip
        assert words in main(response), words
    assert (response.context["previous"].title, response.context["next"].title) == ("Find people", "Pay them")
    assert re.findall(r'aria-current="step">([^<]+)<', response.text) == ["Ask them"]
    assert "<title>Ask them – Ask first – " in response.text
    assert f'<link rel="canonical" href="{kit.full_url}step/ask-them/">' in response.text
    assert [page.title for page in response.context["breadcrumbs"]][-1] == "Ask first"


def test_a_step_tells_search_engines_what_it_is_part_of(client, kit):
    response = client.get(address(kit, "find-people"))
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', response.text)[1])
    assert (data["@type"], data["position"], data["name"]) == ("HowToStep", 1, "Find people")
    assert data["url"] == f"{kit.full_url}step/find-people/"
    assert data["isPartOf"] == {"@type": "HowTo", "name": "Ask first", "url": kit.full_url}


def test_the_first_and_the_last_step_know_that_they_are(client, kit):
    first, last = client.get(address(kit, "find-people")), client.get(address(kit, "pay-them"))
    assert (first.context["previous"], last.context["next"]) == (None, None)
    assert "That was the last step." in last.text
    assert "That was the last step." not in first.text


@pytest.mark.parametrize("state", ["draft", "restricted", "gone"])
def test_a_case_study_is_named_only_while_everybody_may_read_it(client, library, case_studies, state):
    case_study = CaseStudyPageFactory(parent=case_studies, title="How Bow did it", live=state != "draft")
    kit = make_kit(library, title="Ask first", steps=[step("Ask them", case_study=case_study.pk)])
    if state == "restricted":
        PageViewRestriction.objects.create(page=case_study, restriction_type="login")
    if state == "gone":
        case_study.delete()
    for path in (address(kit, "ask-them"), f"{kit.url}all/"):
        response = client.get(path)
        assert response.status_code == 200
        assert "How Bow did it" not in response.text


def test_the_kit_leads_to_its_steps(client, kit):
    response = client.get(kit.url)
    assert [step.url for step in response.context["steps"]] == [
        "/library/ask-first/step/find-people/",
        "/library/ask-first/step/ask-them/",
        "/library/ask-first/step/pay-them/",
    ]
    assert "Begin with step 1" in response.text


def test_all_on_one_page(client, library):
    kit = make_kit(library, title="Ask first", steps=[step("One", instructions=[text("<p>Ring</p>")]), step("Two")])
    response = client.get(f"{kit.url}all/")
    assert [each.title for each in response.context["steps"]] == ["One", "Two"]
    assert "Ring" in main(response)
    assert f'<link rel="canonical" href="{kit.full_url}">' in response.text


def test_a_kit_without_steps_has_pages_all_the_same(client, library):
    kit = make_kit(library, title="Ask first", steps=[])
    assert [client.get(f"{kit.url}{end}").status_code for end in ("", "all/", "versions/", "step/1/")] == [
        200, 200, 200, 404,
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 6])
def test_a_step_takes_the_same_queries_however_many_there_are(
    client, settings, library, case_studies, media, number, django_assert_num_queries
):
    settings.PAGE_CACHE_SECONDS = 0
    document, case_study = HubDocumentFactory(), CaseStudyPageFactory(parent=case_studies)
    steps = [
        step(f"Step {each}", template_file=document.pk, example_file=document.pk, case_study=case_study.pk)
        for each in range(number)
    ]
    kit = make_kit(library, title="Ask first", steps=steps)
    client.get(f"{kit.url}step/1/", follow=True)
    with django_assert_num_queries(6):
        assert client.get(address(kit, "step-0")).status_code == 200


# Addresses ------------------------------------------------------------------------------------------------------------


def test_a_number_leads_to_the_step(client, kit):
    response = client.get(address(kit, "2"))
    assert (response.status_code, response.url) == (302, address(kit, "ask-them"))


@pytest.mark.parametrize("name", ["0", "4", "99999999999999999999", "nope", "%00", "..", "ask-them%0A"])
def test_what_never_was_a_step_is_not_found(client, kit, name):
    assert client.get(f"{kit.url}step/{name}/").status_code in (400, 404)


def test_a_renamed_step_leads_on_and_a_moved_one_stays(client, kit):
    kit = publish(
        kit, note="x", steps=[step("Pay them"), step("Find people"), step("Listen", key=step("Ask them")["id"])]
    )
    renamed = client.get(address(kit, "ask-them"))
    assert (renamed.status_code, renamed.url) == (301, address(kit, "listen"))
    assert client.get(address(kit, "pay-them")).context["step"].number == 1


def test_a_step_that_takes_an_old_name_has_its_address(client, kit):
    """“Ask them” becomes “Listen”, and a new step is called “Ask them”."""
    kit = publish(kit, note="x", steps=[step("Listen", key=step("Ask them")["id"]), step("Ask them", key="new")])
    assert client.get(address(kit, "ask-them")).context["step"].key == "new"
    assert client.get(address(kit, "listen")).context["step"].number == 1


def test_two_steps_of_one_name_have_two_addresses(client, library):
    kit = make_kit(library, title="Ask first", steps=[step("Eat", key="a"), step("Eat", key="b")])
    assert [client.get(address(kit, slug)).context["step"].key for slug in ("eat", "eat-2")] == ["a", "b"]


def test_a_step_that_was_taken_out_leads_to_the_kit_with_a_word(client, kit):
    kit = publish(kit, note="x", steps=[step("Find people")])
    response = client.get(address(kit, "pay-them"), follow=True)
    assert response.redirect_chain == [(kit.url, 302)]
    assert "This step is not part of the toolkit any more." in response.text


def test_a_step_that_moved_to_another_kit_is_found_there(client, kit, library):
    other = make_kit(library, "Book a hall", "Pay them", title="Meet", slug="meet")
    kit = publish(kit, note="x", steps=[step("Find people")])
    response = client.get(address(kit, "pay-them"))
    assert (response.status_code, response.url) == (302, "/library/meet/step/pay-them/")
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert client.get(address(kit, "pay-them")).url == kit.url
    PageViewRestriction.objects.all().delete()
    other.unpublish()
    assert client.get(address(kit, "pay-them")).url == kit.url


def test_titles_in_any_script_make_addresses(client, library):
    kit = make_kit(library, "اسألهم", "¿Quién paga?", "2", "!!!", title="Ask first")
    assert [each.slug for each in steps_of(kit)] == ["اسألهم", "quién-paga", "step-2", "step"]
    for each in steps_of(kit):
        assert client.get(each.url).context["step"].key == each.key


def test_slugs():
    assert slug_of("a" * 200) == "a" * 80
    assert slug_of("Eat", {"eat", "eat-2"}) == "eat-3"


def test_what_is_written_down_follows_the_kit(kit):
    assert list(kit.step_rows.values_list("position", "slug")) == [(1, "find-people"), (2, "ask-them"), (3, "pay-them")]
    before = {row.key: row.pk for row in kit.step_rows.all()}
    kit = publish(kit, note="x", steps=[step("Pay them"), step("Listen", key=step("Ask them")["id"])])
    assert {row.title: row.pk for row in kit.step_rows.all()} == {
        "Pay them": before[step("Pay them")["id"]],
        "Listen": before[step("Ask them")["id"]],
    }
    assert set(kit.step_addresses.values_list("slug", flat=True)) == {"find-people", "ask-them", "pay-them", "listen"}
    kit.unpublish()
    assert not KitStep.objects.exists()
    assert KitStepAddress.objects.count() == 4


def test_a_draft_changes_nothing_for_readers(client, kit):
    draft = ToolkitPage.objects.get(pk=kit.pk)
    draft.steps = [step("Something else")]
    draft.save_revision()
    assert client.get(address(kit, "ask-them")).status_code == 200
    assert client.get(address(kit, "something-else")).status_code == 404
    assert kit.step_rows.count() == 3


# Doors, languages, the page cache -------------------------------------------------------------------------------------


BELOW = ["step/ask-them/", "all/", "versions/", "versions/since/1/"]


@pytest.mark.parametrize("end", BELOW)
def test_behind_a_door_a_stranger_is_sent_to_sign_in(client, kit, alice, end):
    PageViewRestriction.objects.create(page=kit, restriction_type="login")
    assert client.get(f"{kit.url}{end}").status_code == 302
    client.force_login(alice)
    assert client.get(f"{kit.url}{end}").status_code == 200


@pytest.mark.parametrize("end", BELOW)
def test_below_a_draft_there_is_nothing(client, kit, end):
    kit.unpublish()
    assert client.get(f"{kit.url}{end}").status_code == 404


@pytest.mark.parametrize("end", BELOW)
def test_nothing_is_posted_to_pages(client, kit, end):
    assert client.post(f"{kit.url}{end}").status_code == 405


@pytest.mark.parametrize(
    "path",
    ["step/ask-them/", "all/", "library/step/ask-them/", "library/ask-first/nope/", "library/ask-first/step/",
     "library/ask-first/step/ask-them/more/", "a/b/c/d/e/f/g/"],
)  # fmt: skip
def test_only_kits_have_addresses_below_them(client, kit, path):
    assert client.get(f"/{path}").status_code == 404


def test_a_step_is_kept_for_readers_and_dropped_when_the_kit_changes(client, settings, kit, committed):
    settings.PAGE_CACHE_SECONDS = 600
    first = client.get(address(kit, "ask-them"))
    assert first["Cache-Control"] == "no-cache"
    with committed():
        publish(kit, note="x", steps=[step("Ask them", aim="A new aim")])
    assert "A new aim" in client.get(address(kit, "ask-them")).text


def test_each_language_has_its_steps_and_leads_to_the_same_in_others(client, home, library, kit):
    spanish = Locale.objects.create(language_code="es")
    home.copy_for_translation(spanish).save_revision().publish()
    library.copy_for_translation(spanish).save_revision().publish()
    copy = kit.copy_for_translation(spanish)
    copy.steps = [step("Pregunta", key=step("Ask them")["id"]), step("Solo aquí", key="only-here")]
    copy.save_revision().publish()
    with translation.override("es"):
        spanish_page = client.get("/es/library/ask-first/step/pregunta/")
        assert spanish_page.context["step"].number == 1
        urls = {each.code: each.url for each in spanish_page.context["languages_of_page"]}
        spanish = "/es/library/ask-first/step/pregunta/"
        assert urls == {"en": address(kit, "ask-them"), "es": spanish, "ar": "/ar/library/ask-first/"}
        alone = client.get("/es/library/ask-first/step/solo-aqu%C3%AD/")
        assert {each.code: each.url for each in alone.context["languages_of_page"]}["en"] == kit.url
    english = client.get(address(kit, "ask-them"))
    alternates = re.findall(r'rel="alternate" hreflang="(\w+)" href="http://[^/]+([^"]+)"', english.text)
    assert alternates == [("en", address(kit, "ask-them")), ("es", "/es/library/ask-first/step/pregunta/")]
    assert client.get("/library/ask-first/step/pregunta/").status_code == 404


def test_a_file_is_called_what_a_resource_in_the_reader_s_language_calls_it(client, home, library, media):
    document = HubDocumentFactory(title="Claim form")
    kit = make_kit(library, "Pay", title="Ask first", slug="ask-first", files=[ToolkitFile(document=document)])
    form = ResourcePageFactory(parent=library, title="The claim form", document=document)
    spanish = Locale.objects.create(language_code="es")
    for page in (home, library, kit):
        page.copy_for_translation(spanish).save_revision().publish()
    copy = form.copy_for_translation(spanish)
    copy.title = "Formulario de gastos"
    copy.save_revision()
    assert "Claim form" in client.get("/es/library/ask-first/").text  # a draft says nothing yet
    copy.save_revision().publish()
    for address in ("/es/library/ask-first/", "/es/library/ask-first/all/"):
        assert "<bdi>Formulario de gastos</bdi>" in client.get(address).text
    assert "<bdi>Claim form</bdi>" in client.get(kit.url).text


@pytest.mark.parametrize("mode", ["", "all"])
def test_previews_show_the_steps_of_the_draft(client, rf, kit, edith, mode):
    kit.steps = [step("Not published yet")]
    client.force_login(edith)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    response = kit.make_preview_request(rf.get("/admin/", HTTP_HOST="localhost", HTTP_COOKIE=cookie), mode)
    assert "Not published yet" in response.render().text


@pytest.mark.parametrize("mode", ["", "all"])
def test_previews_show_the_files_of_the_draft(rf, library, media, mode):
    document = HubDocumentFactory(title="Claim form")
    kit = make_kit(library, "Pay", title="Ask first", files=[ToolkitFile(document=document)])
    draft = kit.save_revision().as_object()
    response = draft.make_preview_request(rf.get("/admin/", HTTP_HOST="localhost"), mode)
    assert "<bdi>Claim form</bdi>" in response.render().text
