"""Beginning, and beginning again."""

from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from evaluation import actions
from evaluation.actions import EvaluationError
from evaluation.links import private_address
from evaluation.models import Evaluation, Organisation, Person
from tests.factories.evaluation import answer, publish, question, section

from .reading import path_in

pytestmark = pytest.mark.django_db

START = "/self-evaluation/co-production/start/"
TYPED = {"organisation": "The Tram Shed", "way": "alone", "name": "Amara", "email": ""}


def test_begins_without_an_account_or_an_address(client, questionnaire):
    response = client.post(START, TYPED)
    person = Person.objects.select_related("evaluation__organisation").get()
    assert (response.status_code, response["Location"]) == (302, private_address(person))
    assert (person.is_lead, person.email, person.evaluation.is_team) == (True, "", False)
    assert person.evaluation.organisation.name == "The Tram Shed"
    assert mail.outbox == []
    assert private_address(person) in client.get(private_address(person)).text  # to be copied


def test_an_address_gets_the_private_link(client, questionnaire):
    client.post(START, TYPED | {"email": "amara@example.org"})
    (message,) = mail.outbox
    assert message.to == ["amara@example.org"]
    assert client.get(path_in(message, "/mine/")).status_code == 200


def test_the_same_form_sent_twice_begins_once(client, questionnaire):
    typed = TYPED | {"submission_key": str(uuid4()), "email": "amara@example.org"}
    assert client.post(START, typed)["Location"] == client.post(START, typed)["Location"]
    assert (Evaluation.objects.count(), len(mail.outbox)) == (1, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"organisation": ""}, "organisation"),
        ({"organisation": "www.buy.example"}, "organisation"),
        ({"organisation": "x" * 121}, "organisation"),
        ({"name": "  "}, "name"),
        ({"email": "nobody"}, "email"),
        ({"way": "flying"}, "way"),
        ({"way": ""}, "way"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(client, questionnaire, wrong, field):
    response = client.post(START, TYPED | wrong)
    assert list(response.context["form"].errors) == [field]
    assert 'value="Amara"' in response.text or field == "name"
    assert not Evaluation.objects.exists()


def test_a_broken_key_is_no_error(client, questionnaire):
    assert client.post(START, TYPED | {"submission_key": "broken"}).status_code == 302


def test_a_member_has_their_own_in_the_list(client, questionnaire, alice):
    client.force_login(alice)
    assert f'value="{alice.email}"' in client.get(START).text
    client.post(START, TYPED | {"email": alice.email})
    person = Person.objects.get()
    assert (person.user, person.is_reached) == (alice, True)  # signing in has proved the address
    assert private_address(person) in client.get("/self-evaluation/").text
    client.logout()
    assert private_address(person) not in client.get("/self-evaluation/").text


@pytest.mark.parametrize("slug", ["nothing", "draft"])
def test_what_is_not_published_cannot_be_begun(client, questionnaire, slug):
    questionnaire.slug = "draft"
    questionnaire.save()
    questionnaire.unpublish()
    for path in ("", "start/", "workbook/"):
        assert client.get(f"/self-evaluation/{slug}/{path}").status_code == 404
    with pytest.raises(EvaluationError, match="cannot be begun"):
        actions.start(questionnaire=questionnaire, organisation="A", name="B")


def test_a_running_evaluation_outlives_its_questionnaire_being_taken_down(open_page, lead):
    lead.evaluation.version.questionnaire.unpublish()
    assert open_page(lead).status_code == 200


def test_one_address_is_not_flooded(client, questionnaire):
    for _ in range(7):
        response = client.post(START, TYPED | {"email": "amara@example.org"})
    assert list(response.context["form"].errors) == ["email"]
    assert len(mail.outbox) == 5


# Again ----------------------------------------------------------------------------------------------------------------


def test_begins_again_for_the_same_organisation_with_the_newest_version(open_page, lead, questionnaire):
    answer(lead, {"who": 1})
    newest = publish(questionnaire, [section("deciding", question("who"), question("new"))])
    assert "There is a newer version" in open_page(lead).text
    open_page(lead, "again", {"way": "team", "submission_key": str(uuid4())})
    again = Person.objects.exclude(pk=lead.pk).get()
    assert again.evaluation.organisation == lead.evaluation.organisation
    assert (again.evaluation.version, again.evaluation.is_team, again.name) == (newest, True, "Amara")
    assert "There is a newer version" not in open_page(again).text
    assert Organisation.objects.count() == 1


def test_a_confirmed_address_stays_confirmed(lead):
    Person.objects.filter(pk=lead.pk).update(email="a@example.org", email_confirmed_at=timezone.now())
    lead.refresh_from_db()
    assert actions.start_again(person=lead, is_team=False).is_reached


def test_only_the_lead_begins_again(open_page, closed_team):
    assert open_page(closed_team[1], "again", {"way": "alone"}).status_code == 404
    with pytest.raises(EvaluationError, match="began"):
        actions.start_again(person=closed_team[1], is_team=False)
