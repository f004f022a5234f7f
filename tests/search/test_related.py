"""What whoever read something may like to read too: the like first, nothing private, one query."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from search.models import Entry
from search.related import not_related, relate, related_to
from tests.factories.groups import PostFactory, TopicFactory
from tests.factories.hub import StandardPageFactory
from tests.factories.knowledge import ArticlePageFactory, ResourcePageFactory, ToolkitPageFactory

from .conftest import refresh_all, text

PAY = "<p>Pay people for their time: vouchers, fees and receipts on the day.</p>"


@pytest.fixture
def article(library):
    return ArticlePageFactory(parent=library, title="Paying people", summary="Fees and vouchers", body=[text(PAY)])


@pytest.fixture
def others(library):
    """Things that are not like it. Words that half of all entries have tell nothing."""
    for title in ("Birds", "Trees", "Stones", "Rivers", "Clouds", "Hills"):
        ResourcePageFactory(parent=library, title=title, summary="Nothing to do with it")


def titles(thing):
    return [entry.title for entry in related_to(thing)]


def compare():
    refresh_all()
    return relate(not_related())


def test_the_most_alike_come_first(library, article):
    ToolkitPageFactory(parent=library, title="Vouchers or fees", summary="How to pay people for their time")
    ResourcePageFactory(parent=library, title="Receipts", summary="A form for fees")
    ResourcePageFactory(parent=library, title="Birds", summary="Nothing to do with it")
    compare()
    assert titles(article) == ["Vouchers or fees", "Receipts"]


def test_plain_pages_are_not_offered(library, home, article, others):
    StandardPageFactory(parent=home, title="Privacy of fees", summary="Vouchers and fees for people")
    ResourcePageFactory(parent=library, title="Receipts", summary="A form for fees")
    compare()
    assert titles(article) == ["Receipts"]


def test_nothing_private_is_offered(library, article, others):
    hidden = ResourcePageFactory(parent=library, title="Hidden fees", summary="Vouchers and fees for people")
    ResourcePageFactory(parent=library, title="Draft fees", summary="Vouchers and fees for people", live=False)
    PostFactory(topic=TopicFactory(title="Fees"), text="Vouchers and fees for people")
    compare()
    assert titles(article) == ["Hidden fees"]
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    refresh_all()  # what was compared before is not compared again
    cache.clear()  # as the change does once it is committed
    assert titles(article) == []


def test_translations_of_one_thing_are_not_like_it(library, article):
    compare()
    assert titles(article) == []


def test_a_page_shows_it(client, library, article):
    ToolkitPageFactory(parent=library, title="Vouchers or fees", summary="How to pay people for their time")
    compare()
    assert "Vouchers or fees" in client.get(article.url).text


def test_it_is_one_query(library, article, others, django_assert_num_queries):
    for number in range(3):
        ResourcePageFactory(parent=library, title=f"Fees {number}", summary="Vouchers for people")
    compare()
    related_to(article)
    cache.clear()
    with django_assert_num_queries(1):
        assert len(related_to(article)) == 3
    with django_assert_num_queries(0):
        assert len(related_to(article)) == 3


def test_what_changed_is_compared_again(library, article, capsys):
    assert compare() == 1
    assert relate(not_related()) == 0
    call_command("chores", "relate_entries")
    assert "relate_entries" not in capsys.readouterr().out
    article.title = "Paying everybody"
    article.save_revision().publish()
    refresh_all()
    assert [entry.title for entry in not_related()] == ["Paying everybody"]
    assert Entry.objects.count() == 1
