"""Pages to find, and what people asked."""

import datetime

import pytest
from django.utils import timezone

from search import asked
from search.models import AskedQuestion
from tests.factories.knowledge import ArticlePageFactory
from tests.search.conftest import refresh_all


@pytest.fixture(autouse=True)
def _nothing_waits():
    asked.ledger.waiting.clear()


@pytest.fixture
def advisory(library):
    """A page on advisory groups, found."""
    page = ArticlePageFactory(parent=library, title="Running an advisory group", slug="advisory")
    refresh_all()
    return page


@pytest.fixture
def was_asked():
    """Write down a question, as asked some days ago."""

    def write(text, *, language="en", days_ago=0, times=1, results=0, covered=0):
        return AskedQuestion.objects.create(
            text=text,
            group=asked.group_of(text, language),
            language=language,
            day=timezone.localdate() - datetime.timedelta(days=days_ago),
            times=times,
            results=results,
            covered=covered,
        )

    return write


@pytest.fixture
def editor(client, edith):
    client.force_login(edith)
    return client
