"""From answers to figures about others: who is counted, once, and what comes out each quarter."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from evaluation import actions
from evaluation.chores import make_benchmark_figures
from evaluation.models import BenchmarkFigure, CountedScore, Organisation
from tests.factories.evaluation import (
    OrganisationFactory,
    PersonFactory,
    answer,
    block_id,
    publish,
    question,
    section,
)

from .working_out import tells_of_fewer_than_five

START = datetime(2026, 1, 10, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db

QUARTER = timedelta(days=92)
NUMBERS = count()


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def join(version, levels=None, *, name=None, email=None, counted=True, confirmed=True, organisation=None):
    """Let an organisation answer and agree to be counted; return who leads."""
    organisation = organisation or OrganisationFactory(**({"name": name} if name else {}))
    lead = PersonFactory(
        evaluation__version=version,
        evaluation__organisation=organisation,
        evaluation__is_counted=counted,
        email=email or f"lead{next(NUMBERS)}@example.org",
        email_confirmed_at=timezone.now() if confirmed else None,
        is_lead=True,
    )
    answer(lead, {"who": 1, "when": 2, "rate": 1} if levels is None else levels)
    return lead


def figures():
    """Make the figures that are due; return those that are shown: section → (organisations, percent)."""
    make_benchmark_figures(dry_run=False)
    names = {block_id(name): name for name in ("deciding", "paying")}
    return {
        names[figure.section]: (figure.organisations, figure.percent)
        for figure in BenchmarkFigure.objects.filter(is_shown=True)
    }


def test_five_besides_any_one_make_a_figure(clock, version):
    for _ in range(5):
        join(version)
    assert figures() == {}
    join(version)
    assert figures() == {}  # not again in this quarter: nobody can ask after each change
    clock.shift(QUARTER)
    assert figures() == {"deciding": (6, 50), "paying": (6, 90)}


def test_only_who_agreed_and_proved_an_address_is_counted(clock, version):
    for _ in range(5):
        join(version)
    join(version, counted=False)
    join(version, confirmed=False)
    assert figures() == {}


def test_one_organisation_counts_once(clock, version):
    first = join(version, email="one@example.org", name="The Tram Shed")
    join(version, organisation=first.evaluation.organisation)
    join(version, email="ONE@example.org")
    join(version, name="the tram-shed")
    for _ in range(4):
        join(version)
    assert figures() == {}
    clock.shift(QUARTER)
    join(version)
    assert figures() == {"deciding": (6, 50), "paying": (6, 90)}


def test_one_mailbox_counts_once(clock, version):
    for number in range(6):
        join(version, email=f"me+{number}@example.org")
    assert figures() == {}


@pytest.mark.parametrize("old", ["stays", "withdraws", "is deleted before", "is deleted after"])
def test_who_begins_anew_and_answers_the_same_adds_nothing_new(clock, version, old):
    """Else the difference of two figures would be the answers of the one who came besides."""

    def begin():
        return [
            join(version, {"who": 1, "when": 1}, name=f"Org {number}", email=f"org{number}@example.org")
            for number in range(6)
        ]

    leads = begin()
    before = figures()
    assert before == {"deciding": (6, 35)}
    if old == "withdraws":
        for lead in leads:
            actions.agree_to_be_counted(person=lead, agrees=False)
    clock.shift(QUARTER)
    begin()
    if old == "is deleted before":
        for lead in leads:
            actions.delete_evaluation(person=lead)
    assert figures() == before
    if old == "is deleted after":
        for lead in leads:
            actions.delete_evaluation(person=lead)
    join(version, {"who": 3, "when": 3}, name="Zed")
    clock.shift(QUARTER)
    assert figures() == before


def test_two_that_turn_out_to_be_one_add_nothing_new(clock, version):
    leads = [join(version, {"who": number % 4}, email=f"org{number}@example.org") for number in range(7)]
    figures()
    for lead in leads[1:]:
        join(version, {"who": 0}, organisation=lead.evaluation.organisation, email="org0@example.org")
    for lead in leads[1:]:
        actions.delete_evaluation(person=lead)
    assert {len(each.all_keys) for each in Organisation.objects.all()} == {7}
    for _ in range(5):
        join(version, {"who": 3})
    clock.shift(QUARTER)
    assert figures() == {}


def test_the_latest_evaluation_of_an_organisation_counts(clock, version):
    leads = [join(version, {"who": 0}) for _ in range(6)]
    clock.shift(timedelta(days=1))
    for lead in leads:
        join(version, {"who": 3}, organisation=lead.evaluation.organisation)
    assert figures() == {"deciding": (6, 90)}


def test_each_section_is_about_those_who_answered_it(clock, version):
    """Who skipped a section, or to whom nothing in it applies, is not in its figure."""
    for _ in range(5):
        join(version)
    join(version, {"who": 1, "rate": None})
    join(version, {"who": 1})
    assert figures() == {"deciding": (7, 45)}


def test_who_answered_too_little_of_a_section_is_not_in_its_figure(clock, questionnaire):
    version = publish(questionnaire, [section("deciding", *(question(name) for name in ("who", "when", "how")))])
    for _ in range(6):
        join(version, {"who": 1, "when": 1})
    for _ in range(6):
        join(version, {"who": 3})
    assert figures() == {"deciding": (6, 35)}


def test_a_team_counts_once_it_has_settled(clock, version):
    leads = [join(version) for _ in range(5)]
    lead = PersonFactory(
        evaluation__version=version, evaluation__is_team=True, evaluation__is_counted=True, is_lead=True,
        email="team@example.org", email_confirmed_at=timezone.now(),
    )  # fmt: skip
    other = PersonFactory(evaluation=lead.evaluation)
    answer(lead, {"who": 1, "rate": 1})
    answer(other, {"who": 1, "rate": 0})
    assert figures() == {}
    actions.close(person=lead)
    clock.shift(QUARTER)
    assert figures() == {}
    actions.settle_agreed(person=lead, questions={block_id("who"), block_id("rate")})
    clock.shift(QUARTER)
    assert figures() == {"deciding": (6, 45)}  # about `rate` they differ
    assert len(leads) == 5


def test_who_comes_later_is_told_by_no_difference(clock, version):
    for _ in range(6):
        join(version)
    before = figures()
    for _ in range(5):
        join(version, {"who": 3, "when": 3, "rate": 0})
        clock.shift(QUARTER)
        assert figures() == before
    join(version, {"who": 3, "when": 3, "rate": 0})
    clock.shift(QUARTER)
    assert figures() == {"deciding": (12, 75), "paying": (12, 50)}


@pytest.mark.parametrize("leave", ["withdraws", "deletes", "changes an answer"])
def test_who_leaves_is_told_by_no_difference(clock, version, leave):
    leads = [join(version) for _ in range(7)]
    before = figures()
    if leave == "withdraws":
        actions.agree_to_be_counted(person=leads[0], agrees=False)
    elif leave == "deletes":
        actions.delete_evaluation(person=leads[0])
    else:
        leads[0].answers.filter(question=block_id("who")).update(level=3)
        leads[0].answers.filter(question=block_id("rate")).update(level=0)
    assert figures() == before  # until the next are made
    clock.shift(QUARTER)
    assert figures() == {}
    for _ in range(5):
        join(version)
    clock.shift(QUARTER)
    # One that changed its answer is as good as new; one that left is not.
    assert figures() == ({"deciding": (12, 55), "paying": (12, 90)} if leave == "changes an answer" else {})
    join(version)
    clock.shift(QUARTER)
    if leave != "changes an answer":
        assert figures() == {"deciding": (12, 50), "paying": (12, 90)}


def test_nothing_of_an_organisation_is_left_in_what_was_counted(clock, version):
    leads = [join(version) for _ in range(6)]
    figures()
    counting_key = leads[0].evaluation.organisation.counting_key
    actions.delete_evaluation(person=leads[0])
    assert not Organisation.objects.filter(counting_key=counting_key).exists()
    assert {len(each.digest) for each in CountedScore.objects.all()} == {64}


def test_a_new_version_compares_the_same_questions(clock, version, questionnaire):
    for _ in range(6):
        join(version)
    publish(questionnaire, [section("deciding", question("who"), question("new"))])
    assert figures() == {"deciding": (6, 35)}  # `who` alone: 1 of 3


def test_a_section_that_is_gone_has_no_figure(clock, version, questionnaire):
    for _ in range(6):
        join(version)
    assert set(figures()) == {"deciding", "paying"}
    publish(questionnaire, [section("deciding", question("who"), question("when"))])
    clock.shift(QUARTER)
    assert set(figures()) == {"deciding"}


def test_what_is_older_than_two_years_no_longer_counts(clock, version):
    for _ in range(6):
        join(version)
    assert set(figures()) == {"deciding", "paying"}
    clock.shift(timedelta(days=731))
    assert figures() == {}


def test_the_chore_says_what_it_did(clock, version):
    for _ in range(6):
        join(version)
    assert make_benchmark_figures(dry_run=True) == "Would make the figures of 1 questionnaire."
    assert make_benchmark_figures(dry_run=False) == "Made the figures of 1 questionnaire; 2 figures came out anew."
    assert make_benchmark_figures(dry_run=False) == ""


@pytest.mark.parametrize(
    ("day", "quarter"), [(date(2026, 1, 1), 1), (date(2026, 3, 31), 1), (date(2026, 4, 1), 4), (date(2026, 12, 9), 10)]
)
def test_quarters(day, quarter):
    assert actions.quarter_of(day) == date(2026, quarter, 1)


@pytest.mark.parametrize("wrong", [{"organisations": 5}, {"percent": 95}, {"percent": 5}])
def test_the_database_holds_no_figure_that_must_not_come_out(version, wrong):
    fields = {"organisations": 6, "percent": 50} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        BenchmarkFigure.objects.create(
            questionnaire=version.questionnaire, section="x", quarter=date(2026, 1, 1), **fields
        )


def test_random_lives_of_organisations_never_tell_of_fewer_than_five(clock, version):
    """The same as above, through the database: everything that ever came out is taken together."""
    chance = random.Random(5)
    leads = []
    for _quarter in range(9):
        for _come in range(chance.randint(2, 4)):
            leads.append(join(version, {"who": chance.choice([0, 1, 2, 3, None])}))
        for lead in [one for one in leads if chance.random() < 0.1]:
            leads.remove(lead)
            actions.delete_evaluation(person=lead)
        figures()
        clock.shift(QUARTER)
    out = [set(figure.counted.values_list("digest", flat=True)) for figure in BenchmarkFigure.objects.all()]
    assert len(out) >= 2
    assert not tells_of_fewer_than_five(out, sorted(set().union(*out)))
