"""What is theirs: taken away, deleted, forgotten; and found by nobody."""

import csv
import io
import json
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from evaluation import actions
from evaluation.chores import forget_unused_evaluations
from evaluation.links import private_address
from evaluation.models import Answer, Evaluation, Organisation, Person, PlannedAction, Questionnaire, Settlement
from search.models import Entry
from tests.factories.evaluation import PlannedActionFactory, block_id, publish, question, section

pytestmark = pytest.mark.django_db

WHEN = block_id("when")
DAYS = 791  # 26 months


# Taking away ----------------------------------------------------------------------------------------------------------


def test_takes_everything_away_as_data(open_page, closed_team):
    lead, theo = closed_team
    Person.objects.filter(pk=theo.pk).update(email="theo@example.org")
    actions.settle(person=theo, question=WHEN, level=1, note="Agreed.", evidence="Minutes")
    PlannedActionFactory(evaluation=lead.evaluation, text="Do it")
    response = open_page(lead, "export-json")
    assert response["Content-Type"] == "application/json"
    data = json.loads(response.content)
    assert data["organisation"] == "The Tram Shed"
    assert [one["name"] for one in data["people"]] == ["Amara", "Theo"]
    assert [len(one["answers"]) for one in data["people"]] == [3, 3]
    (agreed,) = data["agreed_answers"]
    assert (agreed["note"], agreed["evidence"], agreed["settled_by"]) == ("Agreed.", "Minutes", "Theo")
    assert [one["text"] for one in data["plan"]] == ["Do it"]
    assert "theo@example.org" not in response.text  # a colleague's address is theirs


def test_takes_everything_away_as_a_table(open_page, closed_team):
    lead, theo = closed_team
    Answer.objects.filter(person=theo, question=WHEN).update(note="=1+1")
    actions.settle(person=theo, question=WHEN, level=1, evidence="Minutes")
    rows = list(csv.reader(io.StringIO(open_page(lead, "export-csv").content.decode("utf-8-sig"))))
    assert [row[1:7] for row in rows if row[1] == "Question when?"] == [
        ["Question when?", "Amara", "4", "4", "Level 4", ""],
        ["Question when?", "Theo", "1", "4", "Level 1", "'=1+1"],
        ["Question when?", "Agreed by the team", "2", "4", "Level 2", ""],
    ]


# Deleting -------------------------------------------------------------------------------------------------------------


def test_deletes_everything_after_asking(open_page, closed_team):
    lead, theo = closed_team
    actions.settle(person=theo, question=WHEN, level=1)
    PlannedActionFactory(evaluation=lead.evaluation)
    for data in (None, {}):
        assert open_page(lead, "delete", data).status_code == 200
        assert Evaluation.objects.exists()
    assert open_page(theo, "delete", {"is_sure": "on"}).status_code == 404
    assert open_page(lead, "delete", {"is_sure": "on"})["Location"] == "/self-evaluation/"
    for model in (Evaluation, Organisation, Person, Answer, Settlement, PlannedAction):
        assert not model.objects.exists()
    for person in (lead, theo):
        assert open_page(person).status_code == 404


def test_an_organisation_stays_while_it_has_another_evaluation(lead):
    again = actions.start_again(person=lead, is_team=False)
    actions.delete_evaluation(person=lead)
    assert Organisation.objects.count() == 1
    actions.delete_evaluation(person=again)
    assert Organisation.objects.count() == 0


def test_only_the_lead_deletes(closed_team):
    with pytest.raises(actions.EvaluationError, match="began"):
        actions.delete_evaluation(person=closed_team[1])


def test_a_questionnaire_that_is_answered_cannot_be_deleted(lead, questionnaire):
    with pytest.raises(ProtectedError), transaction.atomic():
        questionnaire.delete()
    actions.delete_evaluation(person=lead)
    questionnaire.delete()
    assert not Questionnaire.objects.exists()


# Forgetting -----------------------------------------------------------------------------------------------------------


def forget_on(start, day):
    with time_machine.travel(start + timedelta(days=day), tick=False):
        return forget_unused_evaluations(dry_run=False)


@pytest.fixture
def reached(lead):
    Person.objects.filter(pk=lead.pk).update(email="amara@example.org", email_confirmed_at=timezone.now())
    return lead


def test_what_nobody_opens_is_told_of_and_then_deleted(reached):
    start = timezone.now()
    assert forget_on(start, DAYS - 31) == ""
    assert forget_on(start, DAYS - 29) == "Warned of 1 evaluation and deleted 0."
    (message,) = mail.outbox
    assert (message.to, private_address(reached) in message.body) == (["amara@example.org"], True)
    assert forget_on(start, DAYS - 28) == ""  # nobody is told twice
    assert forget_on(start, DAYS + 0.5) == ""  # thirty days after the mail, not earlier
    assert forget_on(start, DAYS + 2) == "Warned of 0 evaluations and deleted 1."
    assert not Organisation.objects.exists()
    assert len(mail.outbox) == 1


def test_whoever_opens_it_keeps_it(open_page, reached):
    start = timezone.now()
    forget_on(start, DAYS - 20)
    with time_machine.travel(start + timedelta(days=DAYS - 1)):
        open_page(reached)
    assert forget_on(start, DAYS + 40) == ""
    assert Evaluation.objects.get().warned_at is None


def test_a_worker_that_stood_still_warns_all_the_same(reached):
    start = timezone.now()
    assert forget_on(start, DAYS + 100) == "Warned of 1 evaluation and deleted 0."
    assert forget_on(start, DAYS + 129) == ""
    assert forget_on(start, DAYS + 131) == "Warned of 0 evaluations and deleted 1."


def test_without_an_address_it_is_deleted_too(lead):
    start = timezone.now()
    forget_on(start, DAYS - 20)
    assert mail.outbox == []
    assert forget_on(start, DAYS + 20) == "Warned of 0 evaluations and deleted 1."


def test_an_evaluation_that_was_just_opened_is_not_deleted(reached):
    assert actions.delete_unused(evaluation=reached.evaluation) is False
    with time_machine.travel(timezone.now() + timedelta(days=DAYS + 1)):
        assert forget_unused_evaluations(dry_run=True) == "Would warn of 1 evaluation and delete 0."


# Found by nobody ------------------------------------------------------------------------------------------------------


def test_the_questionnaire_is_found_and_answers_are_not(questionnaire, closed_team):
    actions.settle(person=closed_team[0], question=WHEN, level=1, note="The quokka decides.")
    call_command("refresh_search", verbosity=0)
    entry = Entry.objects.get(url="/self-evaluation/co-production/")
    assert (entry.title, entry.kind, entry.audience) == ("How well we co-produce", "toolkit", "public")
    texts = " ".join(f"{one.title} {one.summary} {one.people}" for one in Entry.objects.all())
    assert "Tram Shed" not in texts
    assert not Entry.objects.filter(texts__text__contains="quokka").exists()


def test_a_draft_is_found_by_nobody_and_a_new_version_is(questionnaire):
    questionnaire.sections = [section("deciding", question("draft", "Where is the wombat?"))]
    questionnaire.save_revision()
    call_command("refresh_search", verbosity=0)
    assert not Entry.objects.filter(texts__text__contains="wombat").exists()
    publish(questionnaire)
    call_command("refresh_search", verbosity=0)
    assert Entry.objects.filter(texts__text__contains="wombat").exists()
    Questionnaire.objects.get().unpublish()
    call_command("refresh_search", verbosity=0)
    assert not Entry.objects.filter(url="/self-evaluation/co-production/").exists()
