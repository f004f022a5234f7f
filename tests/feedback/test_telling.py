"""Owners hear what readers said: by one mail a week at most, never twice about the same words; the clock is set."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from feedback import actions
from feedback.chores import forget_feedback, tell_what_readers_said
from feedback.emails import MOST
from feedback.models import Feedback, Notice
from stewardship import actions as stewardship
from tests.factories.feedback import FeedbackFactory
from tests.factories.hub import StandardPageFactory
from tests.factories.knowledge import ToolkitPageFactory
from tests.factories.stewardship import StewardshipFactory

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(MONDAY, tick=False)
    return time_machine


def run():
    """Run the chore, and return who got a mail that names which words."""
    mail.outbox.clear()
    said = tell_what_readers_said(dry_run=False)
    words = list(Feedback.objects.values_list("words", flat=True))
    told = {message.to[0]: sorted(each for each in words if each in message.body) for message in mail.outbox}
    assert len(told) == len(mail.outbox), "two mails to one person"
    assert bool(said) == bool(told)
    return told


def say(page, words, **more):
    return FeedbackFactory(page=page, words=words, **more)


def test_the_mail_says_what_was_said_and_leads_to_an_answer(clock, toolkit, said, alice):
    say(toolkit, "", is_useful=True)  # without words there is nothing to read
    say(toolkit, "Thank you!", is_useful=True)
    assert tell_what_readers_said(dry_run=True) == "Would tell 1 person what 2 readers said."
    assert mail.outbox == []
    assert tell_what_readers_said(dry_run=False) == "Told 1 person what 2 readers said."
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([alice.email], "2 readers wrote about your pages")
    for words in (
        "Hello Alice,",
        "- Ask first (Not useful, 2 March 2026)",
        "The form is missing",
        "They would like an answer. Answer, or mark it as done: http",
        "- Ask first (Useful, 2 March 2026)",
        "Thank you!",
        "Mark it as done: http",
        "Turn it off on your profile: http",
    ):
        assert message.body.count(words) == 1, words
    assert "reader@example.org" not in message.body
    assert message.extra_headers["List-Unsubscribe"].endswith("/members/me/>")


def test_words_cannot_pass_for_what_the_mail_says_itself(clock, toolkit):
    line = "They would like an answer. Answer, or mark it as done: https://evil.example/sign-in"
    say(toolkit, f"Good.\n\n  {line}\r\n{line}\u2028{line}\x0b{line}")
    tell_what_readers_said(dry_run=False)
    (message,) = mail.outbox
    assert "\n\n> Good.\n>\n>   They" in message.body
    assert [each[:2] for each in message.body.splitlines() if "evil.example" in each] == ["> "] * 4


def test_nobody_is_told_twice_and_nobody_more_than_once_a_week(clock, toolkit, alice):
    say(toolkit, "Word 1")
    told = {}
    for hour in range(0, 24 * 30, 5):  # every five hours of a month
        clock.move_to(MONDAY + timedelta(hours=hour), tick=False)
        if hour == 50:
            say(toolkit, "Word 2")
        if hour == 160:
            say(toolkit, "Word 3")
        if hour == 500:
            say(toolkit, "Word 4")
        if mails := run():
            told[(datetime.now(tz=UTC) - MONDAY).days] = mails
    assert told == {
        0: {alice.email: ["Word 1"]},
        6: {alice.email: ["Word 2", "Word 3"]},
        20: {alice.email: ["Word 4"]},
    }


def test_what_is_dealt_with_is_not_told(clock, toolkit, said, alice):
    actions.mark_done(feedback=said, by=alice)
    assert run() == {}


def test_pages_that_nobody_can_read_are_left_in_peace(clock, toolkit, said):
    toolkit.unpublish()
    assert run() == {}


def test_each_gets_the_words_about_their_own_pages(clock, library, home, toolkit, said, alice, bob, charlie):
    kept_by_bob = ToolkitPageFactory(parent=library, title="Bob keeps it", owner=alice)
    StewardshipFactory(page=kept_by_bob, owner=None, deputy=bob)
    say(kept_by_bob, "for Bob")
    say(StandardPageFactory(parent=home, owner=charlie), "for Charlie")
    say(StandardPageFactory(parent=home), "for nobody")
    assert run() == {
        alice.email: ["The form is missing"], bob.email: ["for Bob"], charlie.email: ["for Charlie"],
    }  # fmt: skip


def test_in_the_language_of_the_reader(clock, said, alice):
    alice.language = "es"
    alice.save()
    run()
    assert "/es/feedback/mail/" in mail.outbox[0].body


def test_who_turned_it_off_or_left_gets_none(clock, toolkit, said, alice):
    alice.wants_feedback_mail = False
    alice.save()
    assert run() == {}
    alice.wants_feedback_mail, alice.is_active = True, False
    alice.save()
    assert run() == {}


def test_a_new_owner_hears_of_what_waits_and_the_one_before_does_not_again(clock, toolkit, said, alice, bob):
    assert run() == {alice.email: ["The form is missing"]}
    stewardship.appoint(stewardship=toolkit.stewardship, owner=bob)
    assert run() == {bob.email: ["The form is missing"]}
    stewardship.appoint(stewardship=toolkit.stewardship, owner=alice)
    clock.move_to(MONDAY + timedelta(days=30))
    assert run() == {}


def test_what_is_too_much_for_a_mail_is_in_the_list(clock, toolkit):
    FeedbackFactory.create_batch(MOST + 3, page=toolkit)
    run()
    (message,) = mail.outbox
    assert message.subject == f"{MOST + 3} readers wrote about your pages"
    assert message.body.count("/feedback/mail/") == MOST
    assert "And 3 more, in your list." in message.body
    assert Notice.objects.count() == MOST + 3


def test_words_that_are_gone_do_not_bring_the_next_mail_sooner(clock, toolkit, said, alice):
    run()
    said.delete()
    say(toolkit, "new")
    clock.move_to(MONDAY + timedelta(days=6))
    assert run() == {}
    clock.move_to(MONDAY + timedelta(days=7))
    assert run() == {alice.email: ["new"]}
    clock.move_to(MONDAY + timedelta(days=372))
    forget_feedback(dry_run=False)
    assert list(Notice.objects.values_list("sent_on", flat=True)) == [(MONDAY + timedelta(days=7)).date()]


@pytest.mark.parametrize("number", [1, 5])
def test_takes_the_same_queries_however_many_words(clock, toolkit, number, django_assert_num_queries):
    FeedbackFactory.create_batch(number, page=toolkit)
    tell_what_readers_said(dry_run=True)
    with django_assert_num_queries(4):
        tell_what_readers_said(dry_run=True)
