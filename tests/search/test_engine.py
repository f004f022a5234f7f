"""The engine finds the right thing from whole questions, and nothing that is typed is an error."""

import os

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from modelsearch.backends import get_search_backend

from knowledge.models import ResourcePage
from search.engine import rank
from search.entries import refresh
from search.models import Entry
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from .conftest import DATABASE, refresh_all, text, with_elasticsearch

THINGS = [
    ("Paying people for their time", "Fees, vouchers and expenses", "<p>Pay people on the day, and in cash.</p>"),
    ("Recruiting people", "How to find people who are not asked", "<p>Go where people are already.</p>"),
    ("Dot voting", "A simple voting exercise", "<p>Give people stickers. Count the dots.</p>"),
    ("Personas", "Made-up people", "<p>Describe people who use the service.</p>"),
    ("Chairing a meeting", "Rounds and silence", "<p>Everybody speaks. People vote at the end.</p>"),
]


@pytest.fixture
def things(library):
    for title, summary, body in THINGS:
        ResourcePageFactory(parent=library, title=title, summary=summary, body=[text(body)])


@pytest.fixture(params=["database", "elasticsearch"])
def engine(request, things, caplog):
    if request.param == "elasticsearch":
        client = request.getfixturevalue("elasticsearch")
        refresh_all()
        client.indices.refresh(index="_all")
    else:
        request.getfixturevalue("settings").WAGTAILSEARCH_BACKENDS = {"default": DATABASE}
        refresh_all()
    yield request.param
    assert caplog.messages == []  # the database did not have to help out


def asked(question, **options):
    titles = dict(Entry.objects.values_list("pk", "title"))
    return [titles[key] for key in rank(question, **options)]


QUESTIONS = [
    ("dot voting", "Dot voting"),
    ("how do we pay people for taking part?", "Paying people for their time"),
    ("How can I recruit people who are never asked?", "Recruiting people"),
    ("who chairs meetings", "Chairing a meeting"),
    ("stickers", "Dot voting"),
    ("VOUCHER", "Paying people for their time"),
    ("silence", "Chairing a meeting"),
    ("persona", "Personas"),
]


def test_whole_questions_find_the_right_thing(engine):
    assert [(question, asked(question)[0]) for question, _first in QUESTIONS] == QUESTIONS


def test_one_word_of_many_is_enough(engine):
    assert asked("stickers zeppelin quark") == ["Dot voting"]
    assert asked("zeppelin quark") == []


def test_more_and_rarer_words_come_first(engine):
    assert asked("people vote")[:2] in (["Dot voting", "Chairing a meeting"], ["Chairing a meeting", "Dot voting"])


NAUGHTY = [
        "", " ", "*", '"', "'", "\\", "%", "%s", "%(x)s", "NEAR(a b)", "a AND", "OR", "NOT dot", "title:dot",
        "(dot", "dot)", '"dot', "dot^2", "dot~", "dot*", "-dot", "dot & voting | !", "dot:*", "';--", "日本語", "🎉",
        "\u202edot", "a" * 9999, "dot " * 3000, "_ __ ___", "0", "e\u0301",
]  # fmt: skip


def test_nothing_that_is_typed_is_an_error(engine):
    for question in NAUGHTY:
        assert isinstance(rank(question), list)


def test_a_spanish_word_finds_a_spanish_thing_from_an_english_page(engine):
    Entry.objects.filter(title="Personas").update(language="es", title="Pagos a las personas", body="Las reuniones")
    entry = Entry.objects.get(title="Pagos a las personas")
    for name in ("default", "database") if engine == "elasticsearch" else ("default",):
        get_search_backend(name).get_index_for_model(Entry).add_items(Entry, [entry])
    if engine == "elasticsearch":
        get_search_backend("default").es.indices.refresh(index="_all")
    assert asked("reunión", language="en") == ["Pagos a las personas"]


def test_what_one_may_not_see_is_not_ranked(engine, alice):
    group = PeerGroupFactory(name="Quiet")
    MembershipFactory(group=group, user=alice)
    PostFactory(topic=TopicFactory(group=group, title="Secret zeppelin"), text="x")
    refresh_all()
    if engine == "elasticsearch":
        get_search_backend("default").es.indices.refresh(index="_all")
    assert asked("zeppelin", entries=Entry.objects.visible_to(alice)) == ["Secret zeppelin"]
    assert asked("zeppelin", entries=Entry.objects.visible_to(AnonymousUser())) == []


def test_a_removed_thing_is_not_found(engine):
    ResourcePage.objects.get(title="Dot voting").delete()
    refresh(ResourcePage)
    assert asked("stickers") == []


def test_at_most_so_many(engine):
    assert len(asked("people", limit=2)) == 2


def test_the_rebuilt_index_answers_the_same(engine):
    call_command("refresh_search", verbosity=0)
    if engine == "elasticsearch":
        get_search_backend("default").es.indices.refresh(index="_all")
    assert asked("dot voting")[0] == "Dot voting"


def test_without_elasticsearch_the_database_answers(things, settings, caplog):
    refresh_all()
    settings.WAGTAILSEARCH_BACKENDS = with_elasticsearch("http://127.0.0.1:9", "nobody_")
    assert asked("stickers") == ["Dot voting"]
    assert "the database does" in caplog.text


def test_without_elasticsearch_things_are_written_all_the_same(things, settings, caplog):
    settings.WAGTAILSEARCH_BACKENDS = with_elasticsearch("http://127.0.0.1:9", "nobody_")
    refresh_all()
    assert asked("stickers") == ["Dot voting"]
    assert "could not be written to" in caplog.text


@pytest.mark.skipif("TEST_ELASTICSEARCH_URL" not in os.environ, reason="TEST_ELASTICSEARCH_URL is not set")
def test_an_elasticsearch_that_is_behind_shows_nothing_that_is_gone(things, elasticsearch):
    refresh_all()
    elasticsearch.indices.refresh(index="_all")
    Entry.objects.filter(title="Dot voting").delete()  # Elasticsearch is not told
    assert rank("stickers") == []


def test_a_theme_is_a_word_to_find_by(library):
    ResourcePageFactory(parent=library, title="Plain", summary="x", themes=[ThemeFactory(name="Safeguarding")])
    refresh_all()
    assert asked("safeguarding") == ["Plain"]
