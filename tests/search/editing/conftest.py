"""Pages to find, and what people asked."""

import datetime

import pytest
from django.utils import timezone

from knowledge.models import ArticlePage
from search import asked
from search.models import AskedQuestion
from tests.conftest import index_page
from tests.factories.knowledge import ArticlePageFactory
from tests.search.conftest import refresh_all


@pytest.fixture(autouse=True)
def _nothing_waits():
    asked.ledger.waiting.clear()


@pytest.fixture(scope="module")
def advisory_of_file(rows_of_file):
    page = ArticlePageFactory(parent=index_page("library"), title="Running an advisory group", slug="advisory")
    refresh_all()
    return page.pk


@pytest.fixture
def advisory(advisory_of_file, site):
    """A page on advisory groups, found."""
    return ArticlePage.objects.get(pk=advisory_of_file)


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
