"""What people asked is counted: once, without who asked, and not if it says who that may be."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search import asked
from search.chores import forget_questions
from search.models import Answer, AskedQuestion, Synonyms
from search.results import find
from tests.factories.knowledge import ArticlePageFactory
from tests.search.conftest import refresh_all

pytestmark = pytest.mark.django_db


def ask(typed, user=None, **headers):
    """Ask as the view does, and return what was written down."""
    request = RequestFactory(headers=headers).get("/search/", {"q": typed})
    asked.note(request, typed, find(typed, user=user or AnonymousUser(), language="en"))
    return written()


def written():
    asked.ledger.write()
    return list(AskedQuestion.objects.order_by("pk").values_list("text", "times", "results", "covered"))


def test_counts_by_day_without_saying_who(advisory):
    ask("Advisory  GROUP?")
    assert ask("advisory group") == [("advisory group", 2, 1, 100)]
    row = AskedQuestion.objects.get()
    assert (row.language, row.day, row.was_corrected) == ("en", timezone.localdate(), False)
    assert {field.name for field in AskedQuestion._meta.fields} == {
        "id", "text", "group", "language", "day", "times", "results", "covered", "was_corrected",
    }  # fmt: skip


def test_says_how_much_was_found(advisory):
    ask("zebra crossing")
    ask("zzyzx group")
    by_text = {text: (results, covered) for text, _times, results, covered in written()}
    assert by_text["zebra crossing"] == (0, 0)
    results, covered = by_text["zzyzx group"]
    assert results == 1
    assert 0 < covered < 50


def test_a_mistake_that_was_corrected_is_told(advisory):
    ask("advisroy group")
    assert AskedQuestion.objects.get().was_corrected


@pytest.mark.parametrize(
    "typed",
    [
        "alice@example.org", "write to alice at example dot org", "alice (at) example (dot) org", "@alice",
        "020 7946 0958", "+44 (0)20-7946-0958", "07700900123", "4929 1234 5678 9012", "case 123456", "born 23.11.1970",
        "12 High Street", "12b, Old Mill Lane", "SW1A 1AA", "events near sw1a1aa", "calle Mayor 12", "شارع النيل 12",
        "https://example.org/reset?token=abc", "٠٧٧٠٠٩٠٠١٢٣", "０７７００９００１２３", "a" * 201, "", "???",
    ],
)  # fmt: skip
def test_what_looks_personal_is_not_kept(db, typed):
    assert ask(typed) == []


@pytest.mark.parametrize(
    "typed", ["how do we pay people", "plans for 2026", "10 tips", "top 5 mistakes", "covid 19", "lead a way forward"]
)
def test_what_looks_harmless_is_kept(db, typed):
    assert len(ask(typed)) == 1


@pytest.mark.parametrize("more", [{"kind": "article"}, {"page": "2"}, {"as": "typed"}, {"language": "en"}])
def test_filters_and_pages_do_not_count(advisory, more):
    request = RequestFactory().get("/search/", {"q": "advisory", **more})
    asked.note(request, "advisory", find("advisory", user=AnonymousUser(), language="en"))
    assert written() == []


def test_coming_back_to_a_question_does_not_count(advisory):
    ask("advisory group", referer="http://testserver/search/?q=Advisory+Group&kind=article")
    assert written() == []
    assert len(ask("advisory group", referer="http://testserver/search/?q=other")) == 1
    assert ask("advisory group", referer="http://[broken")[0][1] == 2


def test_what_a_browser_fetches_ahead_does_not_count(advisory):
    assert ask("advisory", **{"sec-purpose": "prefetch"}) == []


def test_private_results_are_not_counted_and_private_words_not_kept(advisory, alice):
    page = ArticlePageFactory(parent=advisory.get_parent(), title="Zebrafinch advisory minutes")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    refresh_all()
    assert find("zebrafinch", user=alice, language="en").total == 1
    assert ask("zebrafinch", alice) == []
    assert ask("zebrafinch advisory", alice) == []
    assert ask("advisory", alice) == [("advisory", 1, 1, 100)]


def test_nothing_breaks_a_reader(advisory, monkeypatch, caplog, settings):
    settings.SEARCH_URL = ""

    def broken(*args, **kwargs):
        raise RuntimeError("away")

    monkeypatch.setattr(asked.ledger, "add", broken)
    ask("advisory")
    assert caplog.messages == ["A question that was asked could not be counted."]
    monkeypatch.undo()
    monkeypatch.setattr(asked, "measure", broken)
    assert ask("advisory") == []
    assert caplog.messages[1:] == ["A question that was asked could not be written down."]


def test_asking_writes_nothing_itself(advisory):
    findings = find("advisory", user=AnonymousUser(), language="en")
    request = RequestFactory().get("/search/", {"q": "advisory"})
    with CaptureQueriesContext(connection) as queries:
        asked.note(request, "advisory", findings)
    assert len(queries) == 0


def test_only_so_many_wait(monkeypatch):
    monkeypatch.setattr(asked, "MOST_WAITING", 2)
    for typed in ("one", "two", "three", "two"):
        asked.record(typed, "en")
    assert {text: count.times for (text, _language), count in asked.ledger.waiting.items()} == {"one": 1, "two": 2}


def test_only_so_many_a_day(advisory, monkeypatch):
    monkeypatch.setattr(asked, "MOST_A_DAY", 1)
    assert len(ask("advisory")) == 1
    assert len(ask("other")) == 1


def test_a_timer_is_set_once(settings, monkeypatch):
    began = []

    class Timer:
        def __init__(self, delay, function):
            self.delay = delay

        def start(self):
            began.append(self.delay)

    monkeypatch.setattr(asked.threading, "Timer", Timer)
    settings.SEARCH_ASKED_DELAY = 3
    asked.record("one", "en")
    asked.record("two", "en")
    assert began == [3]
    asked.ledger.timer = None


def test_showings_of_a_kept_page_count(advisory, settings):
    settings.PAGE_CACHE_SECONDS = 600
    for _time in range(3):
        assert Client().get("/search/?q=advisory+group").status_code == 200
    with CaptureQueriesContext(connection) as queries:
        Client().get("/search/?q=advisory+group")
        Client().get("/search/?q=advisory+group", headers={"referer": "http://testserver/search/?q=advisory+group"})
        Client().head("/search/?q=advisory+group")
        Client().get("/search/?q=advisory+group&kind=article")
    assert len(queries) < 20  # only the last is not kept
    assert written() == [("advisory group", 4, 1, 100)]


def test_earlier_questions(advisory, was_asked):
    was_asked("advisory group", times=3, results=1, covered=100)
    was_asked("advisory", days_ago=1, results=1, covered=100)
    was_asked("advisory", results=1, covered=100)
    was_asked("running group", times=9, results=1, covered=100)
    was_asked("advisory once", results=1, covered=100)
    was_asked("advisory nothing", times=5)
    was_asked("advisory zebrafinch", times=5, results=1, covered=60)
    was_asked("advisory", language="es", times=5, results=1, covered=100)
    assert asked.earlier("adv", "en", limit=5) == ["advisory group", "advisory"]
    assert asked.earlier("adv", "en", limit=1) == ["advisory group"]
    assert asked.earlier("advisory", "en") == ["advisory group"]
    assert asked.earlier("", "en") == []
    assert asked.earlier("%", "en") == []
    Synonyms.objects.create(language="en", words="zebrafinch\nbird")
    with CaptureQueriesContext(connection) as queries:
        asked.earlier("adv", "en")
    assert len(queries) <= 5


def test_questions_are_forgotten_after_90_days(was_asked, edith):
    old = was_asked("old", days_ago=90)
    was_asked("kept", days_ago=89)
    now = timezone.now()
    for text, age in (("old", 91), ("kept", 91), ("young", 1)):
        Answer.objects.create(
            group=text, language="en", kind="note", answered_by=edith, answered_at=now - datetime.timedelta(days=age)
        )
    said = "1 question and 1 answer of more than 90 days ago."
    assert forget_questions(dry_run=True) == f"Would delete {said}"
    assert AskedQuestion.objects.filter(pk=old.pk).exists()
    assert forget_questions(dry_run=False) == f"Deleted {said}"
    assert list(AskedQuestion.objects.values_list("text", flat=True)) == ["kept"]
    assert sorted(Answer.objects.values_list("group", flat=True)) == ["kept", "young"]
    assert forget_questions(dry_run=False) == ""
