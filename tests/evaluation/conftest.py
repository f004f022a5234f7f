import pytest

from tests.factories.evaluation import QuestionnaireFactory, publish


@pytest.fixture
def questionnaire(site):
    """Two sections: deciding (who, when: four levels) and paying (rate: yes or no); published once."""
    questionnaire = QuestionnaireFactory(title="How well we co-produce", slug="co-production")
    publish(questionnaire)
    questionnaire.refresh_from_db()
    return questionnaire


@pytest.fixture
def version(questionnaire):
    return questionnaire.newest
