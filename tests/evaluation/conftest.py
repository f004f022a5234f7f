import pytest

from evaluation import actions
from evaluation.links import private_address
from evaluation.models import Questionnaire
from tests.factories.evaluation import PersonFactory, QuestionnaireFactory, answer, publish, question, section
from tests.factories.knowledge import ToolkitPageFactory


@pytest.fixture(scope="module")
def questionnaire_of_file(rows_of_file):
    questionnaire = QuestionnaireFactory(title="How well we co-produce", slug="co-production", live=True)
    actions.freeze(questionnaire=questionnaire)
    return questionnaire.pk


@pytest.fixture
def questionnaire(questionnaire_of_file, site):
    """Two sections: deciding (who, when: four levels) and paying (rate: yes or no); its first version is frozen,
    without the revisions that Wagtail keeps of what is published."""
    return Questionnaire.objects.get(pk=questionnaire_of_file)


@pytest.fixture
def version(questionnaire):
    return questionnaire.newest


@pytest.fixture
def lead(version):
    """Whoever began an evaluation alone."""
    return PersonFactory(
        evaluation__version=version, evaluation__organisation__name="The Tram Shed", name="Amara", is_lead=True
    )


@pytest.fixture
def team(version):
    """Amara leads, Theo joined; both have answered, and differ most about `when`."""
    lead = PersonFactory(
        evaluation__version=version,
        evaluation__is_team=True,
        evaluation__organisation__name="The Tram Shed",
        name="Amara",
        is_lead=True,
    )
    theo = PersonFactory(evaluation=lead.evaluation, name="Theo")
    answer(lead, {"who": 2, "when": 3, "rate": 0})
    answer(theo, {"who": 1, "when": 0, "rate": 0})
    return lead, theo


@pytest.fixture
def closed_team(team):
    actions.close(person=team[0])
    for person in team:
        person.refresh_from_db()
        person.evaluation = team[0].evaluation
    team[0].evaluation.refresh_from_db()
    return team


@pytest.fixture
def open_page(client):
    """A function that opens one of a person's private pages, or posts to it."""

    def open_page(person, name="mine", data=None, *, client=client, query="", **more):
        url = private_address(person, name, **more) + query
        return client.get(url) if data is None else client.post(url, data)

    return open_page


@pytest.fixture
def toolkit(library):
    return ToolkitPageFactory(parent=library, title="Pay people", slug="pay-people")


@pytest.fixture
def planner(questionnaire, toolkit):
    """Somebody with two low answers; both propose an action, one of them a step of a toolkit."""
    version = publish(
        questionnaire,
        [
            section(
                "deciding",
                question("who", proposed=[(2, "Write down who decides", None, None)]),
                question("rate", levels=0, proposed=[(1, "Publish a rate", toolkit, 2)]),
                question("fine", proposed=[(2, "Not proposed", None, None)]),
            )
        ],
    )
    lead = PersonFactory(
        evaluation__version=version, evaluation__organisation__name="The Tram Shed", name="Amara", is_lead=True
    )
    answer(lead, {"who": 1, "rate": 0, "fine": 3})
    return lead
