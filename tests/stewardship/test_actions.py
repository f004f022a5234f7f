"""Every way out of every action, and who is told by mail."""

from datetime import date

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from stewardship import actions, telling
from stewardship.actions import StewardshipError
from stewardship.chores import ask_for_checks, find_owners
from stewardship.models import Check, Notice, Stewardship
from stewardship.months import months_after
from tests.factories.knowledge import ResourcePageFactory, ToolkitPageFactory
from tests.factories.members import UserFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db
MAIL, HUB, ADMIN = Check.Place.MAIL, Check.Place.HUB, Check.Place.ADMIN


def mails():
    """Return (to, subject) of every mail, and empty the outbox."""
    sent = sorted((message.to[0], message.subject) for message in mail.outbox)
    mail.outbox.clear()
    return sent


def log(row):
    return list(row.checks.order_by("pk").values_list("said", "said_by__name", "place", "words"))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 3, 3), 6, date(2026, 9, 3)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 30), 13, date(2027, 2, 28)),
    ],
)
def test_months_end_on_a_day_that_there_is(day, months, after):
    assert months_after(day, months) == after


class TestConfirm:
    def test_marks_the_page_and_sets_the_next_check(self, row, today, alice):
        row = actions.confirm(stewardship=row, by=alice, place=MAIL, words="Read it all", due_on=date(2026, 3, 1))
        assert (row.checked_on, row.checked_by, row.next_check_on) == (today, alice, date(2026, 9, 3))
        assert log(row) == [("right", "Alice Okafor", "mail", "Read it all")]
        assert mails() == []

    def test_ends_a_promise(self, row, alice):
        actions.promise(stewardship=row, by=alice, place=HUB)
        row = actions.confirm(stewardship=row, by=alice, place=HUB)
        assert (row.changing_since, row.promises) == (None, 0)

    def test_of_a_check_that_was_answered_is_refused(self, row, alice, bob):
        actions.confirm(stewardship=row, by=alice, place=MAIL, due_on=date(2026, 3, 1))
        with pytest.raises(StewardshipError, match="answered already"):
            actions.confirm(stewardship=row, by=bob, place=MAIL, due_on=date(2026, 3, 1))
        assert len(log(row)) == 1

    def test_by_a_stranger_is_refused(self, row, charlie):
        with pytest.raises(StewardshipError, match="Somebody else"):
            actions.confirm(stewardship=row, by=charlie, place=HUB)

    def test_by_somebody_who_left_is_refused(self, row, alice):
        alice.is_active = False
        with pytest.raises(StewardshipError, match="Somebody else"):
            actions.confirm(stewardship=row, by=alice, place=MAIL)

    def test_by_an_editor_counts(self, row, edith):
        assert actions.confirm(stewardship=row, by=edith, place=ADMIN).checked_by == edith


class TestPromise:
    def test_gives_fourteen_days_and_tells_readers(self, client, row, today, alice):
        row = actions.promise(stewardship=row, by=alice, place=MAIL)
        assert (row.next_check_on, row.changing_since, row.is_overdue) == (date(2026, 3, 17), today, False)
        assert row.checked_on == date(2025, 9, 1)
        assert "We have known since 3 March 2026, and are changing it." in client.get(row.page.url).text
        assert mails() == []

    def test_with_words_tells_the_editors(self, row, alice, edith):
        actions.promise(stewardship=row, by=alice, place=MAIL, words="The phone number is wrong")
        assert "The phone number is wrong" in mail.outbox[0].body
        assert mails() == [("edith@example.org", "Something is to be changed in “Ask first”")]

    def test_is_given_twice_and_not_a_third_time(self, row, alice):
        row = actions.promise(stewardship=row, by=alice, place=MAIL)
        row = actions.promise(stewardship=row, by=alice, place=MAIL)
        assert not row.may_promise
        with pytest.raises(StewardshipError, match="twice already"):
            actions.promise(stewardship=row, by=alice, place=MAIL)


class TestGiveUp:
    def test_goes_to_the_deputy_who_is_told(self, row, alice, bob):
        row = actions.give_up(stewardship=row, by=alice, place=MAIL)
        assert (row.owner, row.deputy, row.without_owner_since) == (bob, None, None)
        assert "Alice Okafor has asked you to look after this page." in mail.outbox[0].body
        assert mails() == [("bob@example.org", "You look after 1 page now")]
        assert ask_for_checks(dry_run=False) == ""  # that mail said that it is due

    def test_without_a_deputy_the_editors_are_asked(self, row, today, alice, edith):
        row.deputy = None
        row.save()
        row = actions.give_up(stewardship=row, by=alice, place=MAIL)
        assert (row.owner, row.without_owner_since) == (None, today)
        assert mails() == [("edith@example.org", "1 page needs somebody to look after it")]
        find_owners(dry_run=False)
        assert mails() == []  # they know

    def test_a_deputy_is_none_any_more(self, row, alice, bob):
        row = actions.give_up(stewardship=row, by=bob, place=HUB)
        assert (row.owner, row.deputy) == (alice, None)
        assert mails() == []

    def test_an_editor_sends_neither_away(self, row, alice, bob, edith):
        with pytest.raises(StewardshipError, match="Only those who look after the page"):
            actions.give_up(stewardship=row, by=edith, place=MAIL)
        row.refresh_from_db()
        assert (row.owner, row.deputy, log(row), mails()) == (alice, bob, [], [])


class TestAppoint:
    def test_tells_the_new_owner_once(self, row, bob, charlie, edith):
        row = actions.appoint(stewardship=row, owner=charlie, deputy=bob, by=edith, role="Lead", interval=12)
        actions.appoint(stewardship=row, owner=charlie, deputy=bob, by=edith, role="Lead", interval=12)
        assert (row.owner, row.deputy, row.role, row.interval) == (charlie, bob, "Lead", 12)
        assert mails() == [("charlie@example.org", "You look after 1 page now")]
        assert log(row) == [("appointed", "Edith Lam", "admin", "Charlie Reyes")]

    def test_oneself_without_a_mail(self, row, edith):
        actions.appoint(stewardship=row, owner=edith, by=edith)
        assert mails() == []

    def test_a_longer_interval_moves_a_check_that_is_not_due(self, row, alice, today):
        row = actions.confirm(stewardship=row, by=alice, place=HUB)
        assert actions.appoint(stewardship=row, owner=alice, interval=12).next_check_on == date(2027, 3, 3)

    def test_but_not_one_that_is(self, row, alice):
        assert actions.appoint(stewardship=row, owner=alice, interval=12).next_check_on == date(2026, 3, 1)

    def test_nobody_is_refused(self, row):
        with pytest.raises(StewardshipError, match="cannot be without"):
            actions.appoint(stewardship=row, owner=None)

    def test_the_same_person_twice_is_refused_also_by_the_database(self, row, alice):
        with pytest.raises(StewardshipError, match="somebody else"):
            actions.appoint(stewardship=row, owner=alice, deputy=alice)
        with pytest.raises(IntegrityError), transaction.atomic():
            Stewardship.objects.filter(pk=row.pk).update(deputy=alice)

    def test_somebody_who_left_is_refused(self, row):
        with pytest.raises(StewardshipError, match="left the hub"):
            actions.appoint(stewardship=row, owner=UserFactory(is_active=False))


class TestHandOver:
    @pytest.fixture
    def rows(self, row, library, alice):
        others = [ResourcePageFactory(parent=library, owner=alice, title=f"Other {number}") for number in range(2)]
        return [row, *(page.stewardship for page in others)]

    def test_each_to_its_deputy_and_the_others_to_the_editors(self, rows, alice, bob, edith):
        taken, left = actions.hand_over(stewardships=rows, by=alice)
        assert ([str(row) for row in taken], [str(row) for row in left]) == (["Ask first"], ["Other 0", "Other 1"])
        assert mails() == [
            ("bob@example.org", "You look after 1 page now"),
            ("edith@example.org", "2 pages need somebody to look after them"),
        ]
        assert not Stewardship.objects.of(alice).exists()

    def test_all_to_one_person_in_one_mail(self, rows, alice, bob):
        assert actions.hand_over(stewardships=rows, by=alice, to=bob) == (rows, [])
        assert mails() == [("bob@example.org", "You look after 3 pages now")]
        assert [row.deputy for row in Stewardship.objects.of(bob)] == [None] * 3
        assert actions.hand_over(stewardships=rows, by=alice, to=bob) == ([], [])
        assert mails() == []

    def test_what_somebody_else_looks_after_by_now_stays_theirs(self, row, alice, bob, charlie):
        actions.appoint(stewardship=row, owner=bob)
        mails()
        assert actions.hand_over(stewardships=[row], by=alice, to=charlie) == ([], [])
        row.refresh_from_db()
        assert (row.owner, mails()) == (bob, [])

    def test_to_somebody_who_left_is_refused(self, rows, alice):
        with pytest.raises(StewardshipError, match="left the hub"):
            actions.hand_over(stewardships=rows, by=alice, to=UserFactory(is_active=False))


class TestLeaving:
    def test_the_deputy_takes_over_from_somebody_inactive(self, row, alice, bob, django_capture_on_commit_callbacks):
        alice.is_active = False
        with django_capture_on_commit_callbacks(execute=True):
            alice.save()
        row.refresh_from_db()
        assert (row.owner, row.deputy) == (bob, None)
        assert mails() == [("bob@example.org", "You look after 1 page now")]

    def test_the_deputy_takes_over_from_somebody_deleted(self, row, alice, bob, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            alice.delete()
        row.refresh_from_db()
        assert (row.owner, row.checked_by) == (bob, None)

    def test_without_a_deputy_the_editors_are_asked_once_about_all(
        self, row, library, alice, bob, edith, django_capture_on_commit_callbacks
    ):
        ResourcePageFactory(parent=library, owner=alice)
        Stewardship.objects.update(deputy=None)
        with django_capture_on_commit_callbacks(execute=True):
            alice.delete()
        assert mails() == [("edith@example.org", "2 pages need somebody to look after them")]
        assert find_owners(dry_run=True) == find_owners(dry_run=False) == ""

    def test_a_deputy_who_left_is_none(self, row, alice, bob):
        type(bob).objects.filter(pk=bob.pk).update(is_active=False)
        find_owners(dry_run=False)
        row.refresh_from_db()
        assert (row.owner, row.deputy) == (alice, None)

    def test_the_chore_finds_what_went_past_the_models(self, row, toolkit, alice, edith):
        Stewardship.objects.all().delete()
        type(alice).objects.filter(pk=alice.pk).update(is_active=False)
        toolkit.owner = alice
        toolkit.save()
        assert find_owners(dry_run=True) == "Would begin to keep 1 page and find owners for 0."
        assert find_owners(dry_run=False) == (
            "Began to keep 1 page, gave 0 to their deputies and asked the editors about 1."
        )
        assert find_owners(dry_run=False) == ""


class TestTelling:
    def test_one_mail_for_each_in_their_language(self, row, library, today, alice, bob):
        alice.language = "es"
        alice.save()
        StewardshipFactory(page=ToolkitPageFactory(parent=library), owner=alice, next_check_on=today)
        assert ask_for_checks(dry_run=True) == "Would ask 1 person about 2 pages."
        assert ask_for_checks(dry_run=False) == "Asked 1 person about 2 pages."
        (message,) = mail.outbox
        assert message.to == ["alice@example.org"]
        assert message.body.count("/es/stewardship/check/") == 2
        assert ask_for_checks(dry_run=True) == ask_for_checks(dry_run=False) == ""

    def test_what_is_not_published_is_nobodys_chore(self, row, toolkit):
        toolkit.unpublish()
        assert telling.waiting() == []

    def test_all_or_nothing(self, row, monkeypatch):
        monkeypatch.setattr(telling, "post", lambda letters: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            telling.tell()
        assert not Notice.objects.exists()

    def test_counts_what_a_long_mail_does_not_name(self, library, today, alice):
        for number in range(42):
            StewardshipFactory(
                page=ToolkitPageFactory(parent=library, title=f"T{number}"), owner=alice, next_check_on=today
            )
        telling.tell()
        assert mail.outbox[0].subject == "42 pages to check"
        assert "And 2 more, in your list." in mail.outbox[0].body
        assert mail.outbox[0].body.count("/stewardship/check/") == 40


def test_an_import_brings_its_checks(toolkit, today):
    row = actions.record(page=toolkit, checked_on=date(2026, 1, 5), next_check_on=date(2026, 12, 1))
    actions.record(page=toolkit, checked_on=date(2026, 1, 5), next_check_on=date(2026, 12, 1))
    assert (row.checked_on, row.next_check_on) == (date(2026, 1, 5), date(2026, 12, 1))
    assert log(row) == [("right", None, "import", "")]
