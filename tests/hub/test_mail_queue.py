"""Mail through the queue: nobody waits for the mail server, nothing is lost with it, and nothing is kept after it."""

import smtplib
from datetime import timedelta
from email import message_from_bytes, policy
from email.mime.base import MIMEBase

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from hub import mail_queue
from hub.housekeeping import send_waiting_mail
from hub.models import WaitingMail
from hub.working import QueueWorker

from .mail_server import MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    """A mail server that is up."""
    server = MailServer()
    settings.MAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.3
    yield server
    server.end()


@pytest.fixture(autouse=True)
def _through_the_queue(queue, settings, monkeypatch):
    """Mail goes the way it goes outside of tests, and no mail server was away before."""
    settings.EMAIL_BACKEND = "hub.mail_queue.MailQueueBackend"
    monkeypatch.setattr(mail_queue, "_away_until", 0.0)
    monkeypatch.setattr(mail_queue, "PAUSE", 0)


def work():
    """Do what the worker does with the queue of mail."""
    QueueWorker("mail").step()


def to_zoe(**options):
    return mail.EmailMessage("Your place", "Dear Zoë", "Hub <hub@example.org>", ["Zoë <zoe@example.org>"], **options)


def in_minutes(number):
    return time_machine.travel(timezone.now() + timedelta(minutes=number))


class TestSending:
    def test_the_server_gets_what_was_sent(self, server):
        calendar = MIMEBase("text", "calendar", method="REQUEST")
        calendar.set_payload("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
        message = to_zoe(bcc=["secret@example.org"], reply_to=["us@example.org"], headers={"X-Long": "word " * 40})
        message.attach("access.pdf", b"%PDF\x00\xff", "application/pdf")
        message.attach(calendar)
        assert message.send() == 1
        assert server.mails == []
        work()
        ((recipients, content),) = server.mails
        assert recipients == ["zoe@example.org", "secret@example.org"]
        got = message_from_bytes(content, policy=policy.default)
        assert got["To"] == "Zoë <zoe@example.org>"
        assert got["Reply-To"] == "us@example.org"
        assert got["X-Long"].split() == ["word"] * 40
        assert b"secret" not in content
        assert got.get_body().get_content().strip() == "Dear Zoë"
        pdf, event = got.iter_attachments()
        assert (pdf.get_filename(), pdf.get_content()) == ("access.pdf", b"%PDF\x00\xff")
        assert event.get_param("method") == "REQUEST"

    def test_it_is_the_same_to_the_byte(self, server):
        message = to_zoe(attachments=[("a.txt", "Ünlike\nFrom here\n." * 90, "text/plain")])
        message.send()
        waiting = WaitingMail.objects.get()
        assert mail_queue._KeptMessage(waiting).message().as_bytes(linesep="\r\n").replace(b"\r\n", b"\n") == bytes(
            waiting.content
        )

    def test_nothing_is_kept_once_it_is_sent(self, server):
        to_zoe().send()
        assert WaitingMail.objects.exists()
        work()
        assert not WaitingMail.objects.exists()
        assert [(row.args_kwargs, row.return_value) for row in DBTaskResult.objects.all()] == [
            ({"args": [], "kwargs": {}}, None)
        ]

    def test_many_mails_take_one_conversation(self, server):
        mail.get_connection().send_messages([to_zoe() for _ in range(5)])
        to_zoe().send()
        work()
        assert (len(server.mails), server.conversations) == (6, 1)

    def test_what_is_rolled_back_is_never_sent(self, server):
        with transaction.atomic():
            to_zoe().send()
            transaction.set_rollback(True)
        work()
        assert server.mails == []

    def test_mail_to_nobody_is_no_mail(self):
        assert mail.EmailMessage("a", "b").send() == 0
        assert not WaitingMail.objects.exists()

    def test_two_workers_send_it_once(self):
        to_zoe().send()
        one, other = WaitingMail.objects.get(), WaitingMail.objects.get()
        assert [one.take(), other.take()] == [True, False]


class TestServerAway:
    def test_mail_waits_and_leaves_later(self, server, caplog):
        server.answers["greeting"] = "421 not now"
        to_zoe().send()
        work()
        assert "does not take mail" in caplog.text
        assert "zoe" not in caplog.text
        server.answers.clear()
        assert send_waiting_mail(dry_run=True) == "Would send 1 waiting mail and forget 0 out of date."
        assert send_waiting_mail(dry_run=False).startswith("Asked for 1 waiting mail to be sent")
        work()
        assert len(server.mails) == 1
        assert send_waiting_mail(dry_run=False) == ""

    def test_a_server_that_says_nothing_holds_up_no_reader(self, server):
        server.answers["DATA"] = "nothing"
        mail.get_connection().send_messages([to_zoe(), to_zoe()])
        assert server.conversations == 0
        work()
        assert server.conversations == 1  # the second is not tried as well
        assert WaitingMail.objects.count() == 2

    def test_it_is_left_in_peace_for_a_moment(self, server, monkeypatch):
        monkeypatch.setattr(mail_queue, "PAUSE", 30)
        server.answers["greeting"] = "421 not now"
        for _ in range(3):
            to_zoe().send()
            work()
        assert server.conversations == 1

    def test_a_refusal_for_now_is_tried_later_and_later(self, server):
        server.answers["RCPT"] = "451 greylisted"
        to_zoe().send()
        work()
        assert WaitingMail.objects.get().tries == 1
        work()
        assert WaitingMail.objects.get().tries == 1  # it is not due
        with in_minutes(1.1):
            call_command("chores", "send_waiting_mail", verbosity=0)
            work()
        assert WaitingMail.objects.get().tries == 2
        server.answers.clear()
        with in_minutes(4):
            call_command("chores", "send_waiting_mail", verbosity=0)
            work()
        assert len(server.mails) == 1

    @pytest.mark.parametrize("answers", [{"RCPT": "550 nobody here"}, {"DATA": "554 we think this is spam"}])
    def test_a_refusal_for_good_ends_it_and_the_log_does_not_say_to_whom(self, server, answers, caplog):
        server.answers |= answers
        to_zoe().send()
        work()
        assert not WaitingMail.objects.exists()
        assert "refuses mail" in caplog.text
        assert "zoe" not in caplog.text

    def test_one_that_cannot_be_sent_does_not_stop_the_others(self, server):
        to_zoe().send()
        first = WaitingMail.objects.get()
        WaitingMail.objects.update(recipients=["two\nlines@example.org"])
        to_zoe().send()
        work()
        assert len(server.mails) == 1
        assert WaitingMail.objects.get().pk == first.pk

    def test_what_is_out_of_date_is_forgotten_unsent(self, server):
        to_zoe().send()
        WaitingMail.objects.update(useful_until=timezone.now())
        assert send_waiting_mail(dry_run=True) == "Would send 0 waiting mails and forget 1 out of date."
        assert WaitingMail.objects.exists()
        send_waiting_mail(dry_run=False)
        work()
        assert not WaitingMail.objects.exists()
        assert server.mails == []

    def test_nothing_is_kept_longer_than_three_days(self, server):
        to_zoe().send()
        with in_minutes(3 * 24 * 60 + 1):
            send_waiting_mail(dry_run=False)
        assert not WaitingMail.objects.exists()


class TestCodes:
    SIGN_UP = {"name": "Nia Osei", "email": "nia@example.org", "password1": ""}

    def test_signing_up_works_while_the_mail_server_is_away(self, client, site, settings, server):
        server.end()  # nothing listens there any more
        response = client.post("/account/signup/", self.SIGN_UP)
        assert response.status_code == 302
        work()
        assert WaitingMail.objects.count() == 1

    def test_a_code_is_kept_no_longer_than_it_can_be_used(self, client, site, server):
        server.answers["RCPT"] = "451 later"
        client.post("/account/signup/", self.SIGN_UP)
        work()
        waiting = WaitingMail.objects.get()
        assert waiting.useful_until <= timezone.now() + timedelta(minutes=15)
        with in_minutes(16):
            send_waiting_mail(dry_run=False)
        assert not WaitingMail.objects.exists()

    def test_codes_are_written_in_the_language_of_the_page(self, client, site, server):
        client.post("/es/account/signup/", self.SIGN_UP)
        work()
        ((_, content),) = server.mails
        assert "código" in message_from_bytes(content, policy=policy.default).get_body().get_content()


def test_what_counts_as_final():
    refused = smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"no"), "b@example.org": (451, b"later")})
    assert not mail_queue._is_final(refused)
    assert mail_queue._is_final(smtplib.SMTPDataError(554, b"no"))
