"""Every page works; strangers find nothing; nothing private is kept anywhere."""

import pytest
from django.urls import get_resolver
from django.utils.translation import override

from evaluation.links import private_address, token_of
from evaluation.models import Person
from tests.factories.evaluation import PersonFactory, PlannedActionFactory, answer, block_id

pytestmark = pytest.mark.django_db

ALONE = ["mine", "result", "plan", "address", "again", "export", "export-json", "export-csv", "delete", "plan-csv"]
IN_A_TEAM = [*ALONE, "differences", "plan-calendar"]


def check_private(response):
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("name", ALONE)
def test_private_pages_work_alone_and_are_kept_nowhere(open_page, lead, name):
    answer(lead, {"who": 0, "when": None})
    check_private(open_page(lead, name))


@pytest.mark.parametrize("name", IN_A_TEAM)
def test_private_pages_work_for_a_team(open_page, closed_team, name):
    check_private(open_page(closed_team[0], name))


@pytest.mark.parametrize("name", ["invite", "close"])
def test_the_lead_of_an_open_team_has_pages_of_their_own(open_page, team, name):
    check_private(open_page(team[0], name))
    assert open_page(team[1], name).status_code == 404


def test_pages_of_one_thing_work(open_page, closed_team):
    lead, _theo = closed_team
    action = PlannedActionFactory(evaluation=lead.evaluation)
    check_private(open_page(lead, "settle", key=block_id("who")))
    check_private(open_page(lead, "action", pk=action.pk))
    check_private(open_page(lead, "remove-action", pk=action.pk))


def test_a_section_works(open_page, lead):
    check_private(open_page(lead, "section", key=block_id("deciding")))


@pytest.mark.parametrize("name", [*IN_A_TEAM, "invite", "close"])
def test_a_stranger_finds_nothing(client, closed_team, name):
    """A key without its signature, and the signature of another key, are nobody's."""
    lead, theo = closed_team
    url = private_address(lead, name)
    token = token_of(lead)
    for wrong in (lead.key, token[:-1], f"{lead.key}.{token_of(theo).partition('.')[2]}", "x"):
        assert client.get(url.replace(token, wrong)).status_code == 404
    Person.objects.filter(pk=lead.pk).update(key="another")  # the link was renewed
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("name", ["section", "settle"])
@pytest.mark.parametrize("key", ["nothing", "x" * 500])
def test_an_unknown_question_or_section_is_not_found(open_page, closed_team, name, key):
    assert open_page(closed_team[0], name, key=key).status_code == 404


@pytest.mark.parametrize("name", ["action", "remove-action", "tick-action", "remove-person"])
def test_what_belongs_to_another_evaluation_is_not_found(open_page, closed_team, version, name):
    stranger = PersonFactory(evaluation__version=version, is_lead=True)
    pk = PersonFactory(evaluation=stranger.evaluation).pk if name == "remove-person" else None
    pk = pk or PlannedActionFactory(evaluation=stranger.evaluation).pk
    assert open_page(closed_team[0], name, {}, pk=pk).status_code == 404


@pytest.mark.parametrize("name", ["differences", "result", "plan", "plan-csv", "plan-calendar"])
def test_before_a_team_has_finished_there_is_no_result(open_page, team, name):
    response = open_page(team[1], name)
    assert (response.status_code, response["Location"]) == (302, private_address(team[1]))
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "name", ["renew-invitation", "renew-link", "settle-agreed", "take-proposed", "reminders", "be-counted"]
)
def test_what_changes_something_is_never_done_by_opening(open_page, lead, team, name):
    for person in (lead, team[0]):
        assert open_page(person, name).status_code == 405


@pytest.mark.parametrize("name", ["mine", "result", "export", "export-json", "plan-calendar"])
def test_what_is_only_read_refuses_post(open_page, closed_team, name):
    assert open_page(closed_team[0], name, {}).status_code == 405


@pytest.mark.parametrize("language", ["es", "ar"])
def test_pages_speak_other_languages(client, closed_team, language):
    with override(language):
        urls = [private_address(closed_team[0], name) for name in ("mine", "differences", "result", "plan")]
    for url in urls:
        assert url.startswith(f"/{language}/")
        assert client.get(url).status_code == 200


def test_every_address_is_asked_for_here(closed_team):
    """A new private page joins one of the lists above."""
    asked = {*IN_A_TEAM, "invite", "close", "section", "settle", "action", "remove-action", "tick-action"}
    asked |= {"remove-person", "renew-invitation", "renew-link", "settle-agreed", "take-proposed", "reminders"}
    asked |= {"be-counted"}
    resolver = next(
        each
        for root in get_resolver().url_patterns
        for each in getattr(root, "url_patterns", [])
        if getattr(each, "app_name", "") == "evaluation"
    )
    named = {each.name for each in resolver.url_patterns if str(each.pattern).startswith("mine/")}
    assert named == asked


@pytest.mark.parametrize("name", ["mine", "differences", "result", "plan"])
def test_a_page_takes_few_queries_however_many_there_are(
    open_page, closed_team, name, django_assert_max_num_queries, library
):
    lead, _theo = closed_team

    def count():
        open_page(lead, name)
        with django_assert_max_num_queries(12) as queries:
            open_page(lead, name)
        return len(queries)

    PlannedActionFactory(evaluation=lead.evaluation)
    one = count()
    for _ in range(4):
        person = PersonFactory(evaluation=lead.evaluation)
        answer(person, {"who": 1, "when": 2})
        PlannedActionFactory(evaluation=lead.evaluation)
    assert count() == one
