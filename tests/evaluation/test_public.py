"""Questionnaires for everybody: kept pages, no cookies, and a workbook to print."""

import pytest
from django.utils import timezone

from evaluation import actions
from evaluation.models import Questionnaire
from tests.factories.evaluation import QuestionnaireFactory, answer, block_id, publish, question, section

pytestmark = pytest.mark.django_db

PATHS = ["/self-evaluation/", "/self-evaluation/co-production/", "/self-evaluation/co-production/workbook/"]


@pytest.mark.parametrize("path", PATHS)
def test_is_the_same_for_every_anonymous_reader_and_sets_no_cookie(client, lead, path):
    answer(lead, {"who": 1})
    first, second = client.get(path), client.get(path)
    assert (first.status_code, first.content) == (200, second.content)
    assert not first.cookies
    assert "csrf" not in first.text
    assert "Tram Shed" not in first.text
    assert first["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", PATHS)
def test_refuses_post(client, questionnaire, path):
    assert client.post(path).status_code == 405


def test_shows_what_is_published_not_the_draft(client, questionnaire):
    questionnaire.sections = [section("deciding", question("draft", "Where is the wombat?"))]
    questionnaire.save_revision()
    for path in PATHS[1:]:
        assert "wombat" not in client.get(path).text


def test_a_new_version_drops_the_kept_page(client, questionnaire, django_capture_on_commit_callbacks):
    client.get(PATHS[1])
    with django_capture_on_commit_callbacks(execute=True):
        publish(questionnaire, [section("deciding", question("new", "Where is the wombat?"))])
    assert "wombat" in client.get(PATHS[1]).text


def test_says_what_to_do_when_there_is_none(client, site):
    assert "There is no self-evaluation yet" in client.get("/self-evaluation/").text


@pytest.mark.parametrize("path", ["/self-evaluation/nothing/", "/self-evaluation/mine/", "/self-evaluation/join/x/"])
def test_what_is_not_there_is_not_found(client, questionnaire, path):
    assert client.get(path).status_code == 404


def test_the_workbook_asks_everything(client, questionnaire):
    publish(
        questionnaire,
        [section("deciding", question("who", easy="Who says yes?", help="Think of last month."), easy="Who decides")],
    )
    text = client.get(PATHS[2]).text
    for part in ("Question who?", "Who says yes?", "Think of last month.", "Who decides", "Level 4", "Does not apply"):
        assert part in text


def test_the_list_takes_as_many_queries_for_one_as_for_five(client, questionnaire, django_assert_max_num_queries):
    def count():
        client.get("/self-evaluation/?x")
        with django_assert_max_num_queries(12) as queries:
            client.get(f"/self-evaluation/?x={timezone.now().timestamp()}")
        return len(queries)

    one = count()
    for _ in range(4):
        publish(QuestionnaireFactory())
    assert Questionnaire.objects.published().count() == 5
    assert count() == one


def test_the_home_page_leads_to_it(client, questionnaire):
    assert 'href="/self-evaluation/co-production/"' in client.get("/").text


# The admin ------------------------------------------------------------------------------------------------------------

ADMIN = "/admin/snippets/evaluation/questionnaire/"


def test_an_editor_writes_and_publishes(client, edith):
    client.force_login(edith)
    assert client.get(ADMIN).status_code == 200
    data = {
        "title": "How we meet", "slug": "how-we-meet", "summary": "Meetings.", "introduction": "", "language": "en",
        "sections-count": "1", "sections-0-deleted": "", "sections-0-order": "0", "sections-0-type": "section",
        "sections-0-id": block_id("s"), "sections-0-value-title": "Meetings", "sections-0-value-easy": "",
        "sections-0-value-introduction": "", "sections-0-value-questions-count": "1",
        "sections-0-value-questions-0-deleted": "", "sections-0-value-questions-0-order": "0",
        "sections-0-value-questions-0-type": "item", "sections-0-value-questions-0-id": block_id("q"),
        "action-publish": "1",
    }  # fmt: skip
    asked = {
        "text": "Do you begin on time?", "easy": "", "help": "", "answers": "yes-no", "levels-count": "0",
        "may_not_apply": "on", "proposed-count": "0",
    }  # fmt: skip
    data |= {f"sections-0-value-questions-0-value-{name}": value for name, value in asked.items()}
    response = client.post(f"{ADMIN}add/", data)
    assert response.status_code == 302, response.context["form"].errors
    questionnaire = Questionnaire.objects.get()
    assert [one.text for one in questionnaire.newest.content.questions.values()] == ["Do you begin on time?"]
    assert list(questionnaire.newest.content.questions) == [block_id("q")]


def test_an_editor_sees_what_readers_will_see(client, rf, edith, questionnaire):
    client.force_login(edith)
    assert client.get(f"{ADMIN}edit/{questionnaire.pk}/").status_code == 200
    draft = Questionnaire.objects.get()
    draft.sections = [section("deciding", question("draft", "Where is the wombat?"))]
    response = draft.make_preview_request(rf.get("/admin/", HTTP_HOST="localhost"))
    assert "Where is the wombat?" in response.render().text


def test_a_questionnaire_that_is_answered_is_not_deleted_in_the_admin(client, lead, questionnaire, admin_user):
    client.force_login(admin_user)
    for url in (
        f"{ADMIN}delete/{questionnaire.pk}/",
        f"/admin/bulk/evaluation/questionnaire/delete/?id={questionnaire.pk}",
    ):
        response = client.post(url, follow=True)
        assert "has been answered" in response.text
    assert Questionnaire.objects.exists()
    actions.delete_evaluation(person=lead)
    client.post(f"{ADMIN}delete/{questionnaire.pk}/")
    assert not Questionnaire.objects.exists()


def test_a_member_has_no_way_in(client, alice, questionnaire):
    client.force_login(alice)
    assert client.get(ADMIN).status_code == 302
