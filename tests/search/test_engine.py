"""The engine finds the right thing from whole questions, and nothing that is typed is an error."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.utils import timezone

from knowledge.models import ResourcePage
from search import engines
from search.engines import terms
from search.engines.elasticsearch.indexes import Indexes
from search.entries import refresh
from search.models import Behind, Entry
from search.results import find
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import ThemeFactory
from tests.factories.knowledge import ResourcePageFactory

from .conftest import refresh_all, text

THINGS = [
    ("Paying people for their time", "Fees, vouchers and expenses", "<p>Pay people on the day, and in cash.</p>"),
    ("Recruiting people", "How to find people who are not asked", "<p>Go where people are already.</p>"),
    ("Dot voting", "A simple voting exercise", "<p>Give people stickers. Count the dots.</p>"),
    ("Personas", "Made-up people", "<p>Describe people who use the service.</p>"),
    ("Chairing a meeting", "Rounds and silence", "<p>Everybody speaks. People vote at the end.</p>"),
]


@pytest.fixture
def things(engine, library):
    for title, summary, body in THINGS:
        ResourcePageFactory(parent=library, title=title, summary=summary, body=[text(body)])
    refresh_all()
    return engine


def asked(question, *, user=None, language="en", **options):
    findings = find(question, user=user or AnonymousUser(), language=language, **options)
    titles = dict(Entry.objects.values_list("pk", "title"))
    return [titles[key] for key in findings.keys]


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


class TestLargeIndex:
    """Where there is much, what has nothing but a frequent word is left out; the frequent word still ranks."""

    @pytest.fixture(autouse=True)
    def large(self, things, monkeypatch):
        monkeypatch.setattr(terms, "LARGE", 1)
        monkeypatch.setattr(terms, "ENOUGH", 1)

    @pytest.mark.parametrize(
        ("question", "found"),
        [
            ("people stickers", ["Dot voting"]),  # all five things say "people"
            ("people vote", ["Dot voting", "Chairing a meeting"]),
            ("people", [title for title, _summary, _body in THINGS]),
            ('people "vote at the end"', ["Chairing a meeting"]),
            ("people stickers -dot", []),
        ],
    )
    def test_what_is_found(self, question, found):
        assert sorted(asked(question)) == sorted(found)

    @pytest.mark.parametrize("question", ["people vote", "people who vote", "how do people vote"])
    def test_order_is_that_of_a_small_one(self, question, monkeypatch):
        found = asked(question)
        monkeypatch.setattr(terms, "LARGE", 1000)
        assert len(found) > 1
        assert found == [title for title in asked(question) if title in found]


NAUGHTY = [
        "", " ", "*", '"', "'", "\\", "%", "%s", "%(x)s", "NEAR(a b)", "a AND", "OR", "NOT dot", "title:dot",
        "(dot", "dot)", '"dot', "dot^2", "dot~", "dot*", "-dot", "dot & voting | !", "dot:*", "';--", "日本語", "🎉",
        "\u202edot", "a" * 9999, "dot " * 3000, "_ __ ___", "0", "e\u0301",
]  # fmt: skip


def test_finding(things):
    """All that only reads, so that the things are made once for each engine."""
    assert find("stickers", user=AnonymousUser(), language="en").engine == things
    assert [(question, asked(question)[0]) for question, _first in QUESTIONS] == QUESTIONS
    # One word of many is enough; more and rarer words come first.
    assert asked("stickers zeppelin quark", as_typed=True) == ["Dot voting"]
    assert asked("zeppelin quark", as_typed=True) == []
    assert set(asked("people vote")[:2]) == {"Dot voting", "Chairing a meeting"}
    assert len(asked("people", limit=2)) == 2
    # Nothing that is typed is an error.
    for question in NAUGHTY:
        assert isinstance(asked(question), list)


def test_what_one_may_not_see_is_not_found(things, alice):
    group = PeerGroupFactory(name="Quiet")
    MembershipFactory(group=group, user=alice)
    PostFactory(topic=TopicFactory(group=group, title="Secret zeppelin"), text="x")
    refresh_all()
    assert asked("zeppelin", user=alice) == ["Secret zeppelin"]
    assert asked("zeppelin") == []


def test_what_is_removed_is_not_found_also_not_after_a_rebuild(things):
    ResourcePage.objects.get(title="Dot voting").delete()
    refresh_all()
    assert asked("stickers") == []
    call_command("refresh_search", verbosity=0)
    assert asked("stickers") == []
    assert asked("silence")[0] == "Chairing a meeting"


def test_what_changes_during_a_rebuild_is_in_the_new_index(elasticsearch, library, monkeypatch):
    page = ResourcePageFactory(parent=library, title="Dot voting")
    other = ResourcePageFactory(parent=library, title="Personas")
    refresh_all()
    write = Indexes.write

    def change_first(self, operations):
        operations = list(operations)  # as they were
        monkeypatch.setattr(Indexes, "write", write)
        ResourcePage.objects.filter(pk=page.pk).update(title="Sticker voting")
        refresh(ResourcePage, [page.pk])
        Entry.objects.filter(thing_id=other.pk).update(language="es", updated_at=timezone.now())
        engines.changed(Entry.objects.filter(thing_id=other.pk).values_list("pk", flat=True))
        elasticsearch.catch_up()  # needs an index for a language that is new
        write(self, operations)

    monkeypatch.setattr(Indexes, "write", change_first)
    elasticsearch.rebuild()
    assert asked("sticker") == ["Sticker voting"]
    assert asked("dot", as_typed=True) == []
    assert asked("personas") == ["Personas"]
    assert elasticsearch.differing() == set()
    assert elasticsearch.count() == 2


@pytest.fixture
def nobody_there(settings):
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = "http://127.0.0.1:9", "nobody_"


def test_without_elasticsearch_the_database_answers(library, nobody_there, settings, caplog):
    settings.SEARCH_URL = ""
    ResourcePageFactory(parent=library, title="Dot voting")
    refresh_all()
    settings.SEARCH_URL = "http://127.0.0.1:9"
    assert asked("voting") == ["Dot voting"]
    assert "the database does" in caplog.text
    caplog.clear()
    assert asked("voting") == ["Dot voting"]
    assert caplog.text == ""  # it is left alone for a while


def test_without_elasticsearch_things_are_written_all_the_same(library, nobody_there, committed, caplog):
    with committed():
        ResourcePageFactory(parent=library, title="Dot voting")
    assert asked("voting") == ["Dot voting"]
    assert "the chore tries again" in caplog.text
    assert Behind.objects.count() == 1


def test_what_was_built_anew_need_not_be_told_again_but_what_changed_meanwhile(elasticsearch, library, monkeypatch):
    page = ResourcePageFactory(parent=library, title="Dot voting")
    ResourcePageFactory(parent=library, title="Fishbowl")
    refresh_all()
    [changed] = Entry.objects.filter(title=page.title)
    fill = elasticsearch.indexes.write

    def fill_while_somebody_writes(operations):
        fill(operations)
        engines.changed([changed.pk])

    monkeypatch.setattr(elasticsearch.indexes, "write", fill_while_somebody_writes)
    engines.changed(set(Entry.objects.values_list("pk", flat=True)))
    elasticsearch.rebuild()
    assert [row.entry_id for row in Behind.objects.all()] == [changed.pk]


def test_while_elasticsearch_is_behind_the_database_answers(elasticsearch, library):
    page = ResourcePageFactory(parent=library, title="Dot voting")
    refresh_all()
    assert find("voting", user=AnonymousUser(), language="en").engine == "elasticsearch"
    page.unpublish()
    refresh(ResourcePage)
    findings = find("voting", user=AnonymousUser(), language="en")
    assert (findings.engine, findings.total) == (engines.database().name, 0)
    elasticsearch.catch_up()
    findings = find("voting", user=AnonymousUser(), language="en")
    assert (findings.engine, findings.total) == ("elasticsearch", 0)


def test_a_theme_is_a_word_to_find_by(engine, library):
    ResourcePageFactory(parent=library, title="Plain", summary="x", themes=[ThemeFactory(name="Safeguarding")])
    refresh_all()
    assert asked("safeguarding") == ["Plain"]
