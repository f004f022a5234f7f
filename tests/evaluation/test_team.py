"""A team: its people come and go, nobody sees another's answers, and one says that all have finished."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from evaluation import actions
from evaluation.actions import EvaluationError, Typed
from evaluation.links import join_address, private_address
from evaluation.models import Answer, Person
from evaluation.results import final_answers
from tests.factories.evaluation import PersonFactory, block_id

from .reading import path_in

pytestmark = pytest.mark.django_db

WHO = block_id("who")


# Who is in it ---------------------------------------------------------------------------------------------------------


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


# Finishing ------------------------------------------------------------------------------------------------------------


def test_nobody_sees_anothers_answers_before_all_have_finished(open_page, client, team):
    lead, theo = team
    Answer.objects.filter(person=theo, question=WHO).update(note="The quokka decides.")
    pages = [
        open_page(lead),
        open_page(lead, "section", key=block_id("deciding")),
        open_page(lead, "invite"),
        open_page(lead, "close"),
        open_page(lead, "export-json"),
        open_page(lead, "export-csv"),
    ]
    assert [page.status_code for page in pages] == [200] * 6
    assert not any("quokka" in page.text for page in pages)
    assert final_answers(lead.evaluation) == {}


def test_closing_asks_first_and_happens_once(open_page, team):
    lead, theo = team
    assert open_page(lead, "close").status_code == 200
    lead.evaluation.refresh_from_db()
    assert lead.evaluation.is_open
    assert open_page(lead, "close", {})["Location"] == private_address(lead, "differences")
    lead.evaluation.refresh_from_db()
    closed_at = lead.evaluation.closed_at
    assert closed_at
    open_page(lead, "close", {})
    lead.evaluation.refresh_from_db()
    assert lead.evaluation.closed_at == closed_at
    assert open_page(theo, "close", {}).status_code == 404


def test_the_others_are_told_once_that_all_have_finished(client, team):
    lead, theo = team
    Person.objects.filter(pk=theo.pk).update(email="theo@example.org", email_confirmed_at=timezone.now())
    PersonFactory(evaluation=lead.evaluation, email="unproven@example.org")
    for _ in range(2):
        actions.close(person=lead)
    (message,) = mail.outbox
    assert (message.to, "Amara says that all have finished" in message.body) == (["theo@example.org"], True)
    assert path_in(message, "/mine/") == private_address(theo, "differences")
    assert client.get(path_in(message, "/mine/")).status_code == 200


def test_one_person_alone_has_nothing_to_compare(open_page, team):
    lead, theo = team
    theo.answers.all().delete()
    assert "At least two people" in open_page(lead, "close", {}).client.get(private_address(lead, "close")).text
    with pytest.raises(EvaluationError, match="At least two"):
        actions.close(person=lead)


def test_who_may_close(lead, team):
    with pytest.raises(EvaluationError, match="nothing to compare"):
        actions.close(person=lead)
    with pytest.raises(EvaluationError, match="began"):
        actions.close(person=team[1])


def test_after_closing_nobody_changes_their_own(open_page, closed_team):
    lead, _theo = closed_team
    data = {f"level-{WHO}": "0", f"seen-{WHO}": "1:"}
    response = open_page(lead, "section", data, key=block_id("deciding"))
    assert response["Location"] == private_address(lead, "differences")
    with pytest.raises(EvaluationError, match="finished"):
        actions.save_answers(person=lead, answers={WHO: Typed(level=0, seen_version=1)})
    assert lead.answers.get(question=WHO).level == 2
