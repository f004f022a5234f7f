"""Beginning, joining, leaving, and getting one's link back."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from evaluation import actions
from evaluation.actions import EvaluationError
from evaluation.links import confirm_address, join_address, private_address, token_of
from evaluation.models import Answer, Evaluation, Organisation, Person
from tests.factories.evaluation import PersonFactory, answer, publish, question, section

pytestmark = pytest.mark.django_db

START = "/self-evaluation/co-production/start/"
LOST = "/self-evaluation/lost-link/"
TYPED = {"organisation": "The Tram Shed", "way": "alone", "name": "Amara", "email": ""}


def path_in(message, part):
    return next(url for url in re.findall(r"https?://[^/\s]+(/\S+)", message.body) if part in url)


# Beginning ------------------------------------------------------------------------------------------------------------


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


# Confirming -----------------------------------------------------------------------------------------------------------


def test_an_address_is_confirmed_by_a_button_not_by_opening(client, lead):
    actions.change_address(person=lead, email="amara@example.org")
    path = path_in(mail.outbox[0], "/confirm/")
    assert "amara@example.org" in client.get(path).text
    lead.refresh_from_db()
    assert not lead.is_reached
    assert client.post(path)["Location"] == private_address(lead)
    lead.refresh_from_db()
    assert lead.is_reached
    assert client.post(path).status_code == 302  # a second time changes nothing


def test_a_link_to_confirm_is_of_one_address_and_ends(client, lead):
    actions.change_address(person=lead, email="amara@example.org")
    path = confirm_address(lead)
    with time_machine.travel(timezone.now() + timedelta(days=61)):
        assert client.post(path).status_code == 404
    assert client.get(f"{path[:-2]}x/").status_code == 404
    actions.change_address(person=lead, email="other@example.org")
    response = client.post(path)
    assert (response.status_code, response["Cache-Control"]) == (404, "private, no-store")
    lead.refresh_from_db()
    assert not lead.is_reached


def test_forgetting_the_address_ends_reminders(open_page, lead):
    Person.objects.filter(pk=lead.pk).update(
        email="a@example.org", email_confirmed_at=timezone.now(), wants_reminders=True
    )
    open_page(lead, "address", {"email": ""})
    lead.refresh_from_db()
    assert (lead.email, lead.is_reached, lead.wants_reminders) == ("", False, False)


# A link that reached somebody it should not ---------------------------------------------------------------------------


def hidden_in(page, form=-1):
    return re.findall(r'name="new_link" value="([^"]+)"', page.text)[form]


def test_another_address_makes_the_mailed_links_invalid(open_page, client, lead):
    actions.change_address(person=lead, email="wrong@example.org")
    mailed = [path_in(mail.outbox[0], "/mine/"), path_in(mail.outbox[0], "/confirm/")]
    typed = {"email": "right@example.org", "new_link": hidden_in(open_page(lead, "address"), form=0)}
    response = open_page(lead, "address", typed)
    assert "The old link no longer works." in client.get(response["Location"]).text
    for path in mailed:
        assert client.get(path).status_code == 404
    assert client.post(mailed[1]).status_code == 404
    changed = Person.objects.get(pk=lead.pk)
    assert (response["Location"], changed.email) == (private_address(changed), "right@example.org")
    assert path_in(mail.outbox[1], "/mine/") == private_address(changed)
    assert open_page(lead, "address", typed)["Location"] == response["Location"]  # sent twice
    assert len(mail.outbox) == 2


def test_the_first_address_and_the_same_one_leave_the_link_as_it_is(open_page, lead):
    for address in ("amara@example.org", "amara@example.org", "Amara@example.org"):
        assert open_page(lead, "address", {"email": address})["Location"] == private_address(lead)


def test_a_new_link_makes_the_old_one_invalid(open_page, client, lead):
    actions.change_address(person=lead, email="amara@example.org")
    typed = {"new_link": hidden_in(open_page(lead, "address"))}
    response = open_page(lead, "renew-link", typed)
    changed = Person.objects.get(pk=lead.pk)
    assert response["Location"] == private_address(changed) != private_address(lead)
    assert open_page(changed).status_code == 200
    assert open_page(lead, "renew-link", typed)["Location"] == response["Location"]  # sent twice
    for path in (private_address(lead), path_in(mail.outbox[0], "/confirm/")):
        assert client.get(path).status_code == 404
    assert client.post(path_in(mail.outbox[0], "/confirm/")).status_code == 404
    assert open_page(lead, "renew-link", {}).status_code == 404


@pytest.mark.parametrize("brought", ["", "broken", "another's"])
def test_a_new_link_is_nobody_elses(open_page, team, brought):
    lead, theo = team
    open_page(lead, "renew-link", {"new_link": token_of(theo) if brought == "another's" else brought})
    changed = Person.objects.get(pk=lead.pk)
    assert changed.key not in (lead.key, theo.key, "", "broken")


# Lost links -----------------------------------------------------------------------------------------------------------


def test_a_lost_link_is_mailed_and_nobody_learns_whether_an_address_is_known(client, lead):
    Person.objects.filter(pk=lead.pk).update(email="Amara@example.org")
    known = client.post(LOST, {"email": "amara@example.org"})
    unknown = client.post(LOST, {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "If we know the address" in client.get(known["Location"]).text
    (message,) = mail.outbox
    assert (message.to, private_address(lead) in message.body) == (["amara@example.org"], True)


def test_a_lost_link_needs_an_address(client, site):
    response = client.post(LOST, {"email": "nobody"})
    assert list(response.context["form"].errors) == ["email"]


# The team -------------------------------------------------------------------------------------------------------------


def test_a_colleague_joins_by_the_link(client, open_page, team):
    lead, _theo = team
    page = open_page(lead, "invite")
    path = re.search(r'value="http[^"]*?(/self-evaluation/join/[^"]+)"', page.text)[1]
    assert "The Tram Shed" in client.get(path).text
    typed = {"name": "Nasreen", "email": "nasreen@example.org", "submission_key": str(uuid4())}
    response = client.post(path, typed)
    person = Person.objects.get(name="Nasreen")
    assert response["Location"] == private_address(person)
    assert (person.evaluation, person.is_lead) == (lead.evaluation, False)
    assert client.post(path, typed)["Location"] == response["Location"]  # sent twice
    assert lead.evaluation.people.count() == 3
    assert len(mail.outbox) == 1


def test_a_link_to_join_leads_to_nobodys_answers(client, team):
    text = client.get(join_address(team[0].evaluation)).text
    assert "Theo" not in text


def test_the_link_is_mailed(open_page, client, team):
    open_page(team[0], "invite", {"email": "nasreen@example.org"})
    (message,) = mail.outbox
    assert message.to == ["nasreen@example.org"]
    assert client.get(path_in(message, "/join/")).status_code == 200
    assert "/mine/" not in message.body


def test_a_renewed_link_makes_the_old_one_invalid(open_page, client, team):
    path = join_address(team[0].evaluation)
    open_page(team[0], "renew-invitation", {})
    assert client.get(path).status_code == 404
    assert client.post(path, {"name": "Eve"}).status_code == 404


def test_a_link_to_join_ends(client, team):
    path = join_address(team[0].evaluation)
    with time_machine.travel(timezone.now() + timedelta(days=61)):
        response = client.get(path)
    assert response.status_code == 404
    assert "too old" in response.text


def test_nobody_joins_once_the_team_has_finished(client, closed_team):
    path = join_address(closed_team[0].evaluation)
    assert "has finished" in client.get(path).text
    assert "has finished" in client.post(path, {"name": "Eve"}).text
    assert Person.objects.count() == 2


def test_nobody_joins_somebody_who_answers_alone(client, lead):
    assert client.get(join_address(lead.evaluation)).status_code == 404


def test_a_full_team_takes_nobody(team, monkeypatch):
    monkeypatch.setattr("evaluation.actions.starting.MOST_PEOPLE", 2)
    with pytest.raises(EvaluationError, match="2 people already"):
        actions.join(evaluation=team[0].evaluation, name="Eve")


def test_the_lead_takes_somebody_out_with_their_answers(open_page, client, team):
    lead, theo = team
    assert open_page(lead, "remove-person", pk=theo.pk).status_code == 200
    assert Person.objects.count() == 2
    open_page(lead, "remove-person", {}, pk=theo.pk)
    assert not Person.objects.filter(pk=theo.pk).exists()
    assert not Answer.objects.filter(person=theo.pk).exists()
    assert open_page(theo).status_code == 404


def test_somebody_leaves_by_themselves_also_later(open_page, closed_team):
    _lead, theo = closed_team
    response = open_page(theo, "remove-person", {}, pk=theo.pk)
    assert (response["Location"], Person.objects.filter(name="Theo").exists()) == ("/self-evaluation/", False)


def test_nobody_takes_others_out(open_page, team, version):
    lead, theo = team
    other = PersonFactory(evaluation=lead.evaluation)
    assert open_page(theo, "remove-person", {}, pk=other.pk).status_code == 404
    assert open_page(theo, "remove-person", {}, pk=lead.pk).status_code == 404
    stranger = PersonFactory(evaluation__version=version, is_lead=True)
    for person, by in ((other, theo), (lead, lead), (other, stranger)):
        with pytest.raises(EvaluationError):
            actions.remove_person(person=person, by=by)


def test_the_lead_does_not_change_what_a_finished_team_has(open_page, closed_team):
    lead, theo = closed_team
    assert open_page(lead, "remove-person", {}, pk=theo.pk).status_code == 404
    with pytest.raises(EvaluationError, match="Only they themselves"):
        actions.remove_person(person=theo, by=lead)


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
