"""Promoted results: shown for what fits, to those who may see them, while they run."""

import datetime

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search.models import PromotedResult
from search.pages import SIGNED_IN
from search.promoting import promoted_for
from tests.factories.knowledge import ArticlePageFactory
from tests.search.conftest import refresh_all

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)


def promote(page=None, phrases="steering committee", **more):
    return PromotedResult.objects.create(phrases=phrases, language=more.pop("language", "en"), page=page, **more)


def titles(text="steering committee", language="en", audiences=()):
    return [each.title for each in promoted_for(text, language, audiences)]


def test_fits_questions_with_all_words_in_order(advisory):
    promote(advisory, "pay people\nmoney")
    for text in ("pay people", "How do we PAY young people?", "paying people", "money"):
        assert titles(text) == ["Running an advisory group"]
    for text in ("people who pay", "pay", "people", "", "???"):
        assert titles(text) == []
    assert titles("pay people", "es") == []


def test_says_what_to_show(advisory):
    promote(advisory, note="We call it so.")
    [promoted] = promoted_for("steering committee", "en")
    assert (promoted.url, promoted.note, promoted.is_external) == ("/library/advisory/", "We call it so.", False)
    assert promoted.entry.thing_id == advisory.pk


def test_other_addresses_and_notes(db):
    promote(address="https://example.org/", title="Elsewhere")
    promote(address="/events/", title="Events", sort_order=1)
    promote(note="Only words.", sort_order=2)
    promote(note="Too many.", sort_order=3)
    shown = promoted_for("steering committee", "en")
    assert [(each.title, each.url, each.note, each.is_external) for each in shown] == [
        ("Elsewhere", "https://example.org/", "", True),
        ("Events", "/events/", "", False),
        ("", "", "Only words.", False),
    ]


def test_one_query_or_none(advisory):
    promote(advisory)
    titles()
    with CaptureQueriesContext(connection) as none:
        titles("something else")
    for _time in range(2):
        promote(advisory)
    cache.clear()  # nothing is committed here
    titles()
    with CaptureQueriesContext(connection) as one:
        assert len(titles()) == 3
    assert (len(none), len(one)) == (0, 1)


def test_a_draft_is_never_shown(advisory, committed):
    promote(advisory)
    with committed():
        advisory.unpublish()
    assert titles() == []


def test_not_even_before_its_entry_is_gone(advisory):
    promote(advisory)
    type(advisory).objects.filter(pk=advisory.pk).update(live=False)
    assert titles() == []


def test_a_page_behind_a_login(advisory, committed):
    promote(advisory)
    with committed():
        PageViewRestriction.objects.create(page=advisory, restriction_type=PageViewRestriction.LOGIN)
    refresh_all()
    assert titles() == []
    assert titles(audiences=[SIGNED_IN]) == ["Running an advisory group"]


def test_an_expired_page(advisory):
    promote(advisory)
    type(advisory).objects.filter(pk=advisory.pk).update(expire_at=timezone.now() - DAY)
    refresh_all()
    assert titles() == []


@pytest.mark.parametrize(
    ("starts", "ends", "is_shown", "state"),
    [
        (None, None, True, "Running"),
        (0, 0, True, "Running"),
        (1, None, False, "Coming"),
        (None, -1, False, "Over"),
        (-3, 3, True, "Running"),
    ],
)
def test_dates(advisory, starts, ends, is_shown, state):
    today = TODAY()
    promoted = promote(
        advisory,
        starts_on=None if starts is None else today + starts * DAY,
        ends_on=None if ends is None else today + ends * DAY,
    )
    assert bool(titles()) is is_shown
    assert promoted.state == state


def test_ends_after_it_starts(advisory):
    with pytest.raises(IntegrityError):
        promote(advisory, starts_on=TODAY(), ends_on=TODAY() - DAY)


def test_the_list_says_what_cannot_be_seen(editor, advisory, library):
    promote(advisory, "fine")
    promote(ArticlePageFactory(parent=library, title="Draft", live=False), "draft", starts_on=TODAY() + DAY)
    promote(note="Words", phrases="note", ends_on=TODAY() - DAY)
    hidden = ArticlePageFactory(parent=library, title="Hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    refresh_all()
    url = "/admin/search/promoted/"
    editor.get(url)
    with CaptureQueriesContext(connection) as few:
        text = editor.get(url).text
    for part in ("Running", "Coming", "Over", "A note alone", "Its page is not published, so nobody sees this."):
        assert part in text
    assert "Its page is not for everybody" not in text
    for number in range(5):
        promote(hidden, f"hidden {number}")
    with CaptureQueriesContext(connection) as many:
        text = editor.get(url).text
    assert text.count("Its page is not for everybody") == 5
    assert len(few) == len(many)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "note"),
        ({"phrases": ""}, "phrases"),
        ({"phrases": "???", "note": "a"}, "phrases"),
        ({"phrases": "\n".join(map(str, range(21))), "note": "a"}, "phrases"),
        ({"note": "a" * 301}, "note"),
        ({"address": "javascript:alert(1)", "title": "a"}, "address"),
        ({"address": "//evil.example", "title": "a"}, "address"),
        ({"address": "/\\evil.example", "title": "a"}, "address"),
        ({"address": "https://example.org/"}, "title"),
        ({"note": "a", "starts_on": "2026-02-02", "ends_on": "2026-02-01"}, "ends_on"),
        ({"note": "a", "starts_on": "soon"}, "starts_on"),
        ({"note": "a", "language": "xx"}, "language"),
        ({"note": "a", "page": "999999"}, "page"),
        ({"note": "a", "sort_order": "-1"}, "sort_order"),
    ],
)
def test_bad_input_is_told_beside_the_field(editor, typed, field):
    facts = {"phrases": "a question", "language": "en", "sort_order": "0"} | typed
    response = editor.post("/admin/search/promoted/new/", facts)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not PromotedResult.objects.exists()


def test_not_both_a_page_and_an_address(advisory):
    with pytest.raises(ValidationError, match="not both"):
        PromotedResult(phrases="a", language="en", page=advisory, address="/b/", title="b").full_clean()
