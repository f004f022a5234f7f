"""Mail through the queue: whoever sends it waits for the database only, never for the mail server."""

import logging
import smtplib
import time
from datetime import timedelta
from email import message_from_bytes
from email.message import Message

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import MIMEMixin
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from .models import WaitingMail

logger = logging.getLogger(__name__)

# How long mail is worth sending that does not say so itself in `useful_for`: a mail server may be away over a weekend.
USEFUL_FOR = timedelta(days=3)
# After a mail server did not answer, nobody asks it again for so many seconds.
PAUSE = 30
# The longest that one task sends, in seconds; what is left is sent by the next.
LONGEST = 300

_away_until = 0.0


class MailQueueBackend(BaseEmailBackend):
    """Writes mail to the database, in the transaction that is open, if any: what is rolled back is never sent."""

    def send_messages(self, email_messages):
        """Keep each message until the worker has sent it, and return how many there were."""
        waiting = [_waiting(message) for message in email_messages if message.recipients()]
        if waiting:
            with transaction.atomic():
                WaitingMail.objects.bulk_create(waiting)
                send_due_mail.enqueue()
        return len(waiting)


def _waiting(message):
    return WaitingMail(
        content=message.message().as_bytes(),
        sender=message.from_email,
        recipients=list(message.recipients()),
        useful_until=timezone.now() + getattr(message, "useful_for", USEFUL_FOR),
    )


class _KeptPart(MIMEMixin, Message):
    """A message, or a part of one, that was read back."""


class _KeptMessage(EmailMessage):
    """A mail as it was when it was put in the queue, with the same Message-ID at each try."""

    def __init__(self, waiting):
        kept = message_from_bytes(bytes(waiting.content), _class=_KeptPart)
        super().__init__(subject=kept["Subject"], from_email=waiting.sender, to=waiting.recipients)
        self.kept = kept

    def message(self):
        return self.kept


@task(queue_name="mail")
def send_due_mail():
    """Send the mail that is due, one after the other. What fails stays for another try; see `WaitingMail.take`."""
    global _away_until
    if time.monotonic() < _away_until or not WaitingMail.objects.due().exists():
        return
    connection = get_connection(settings.MAIL_BACKEND)
    until = time.monotonic() + LONGEST
    try:
        connection.open()
        while time.monotonic() < until and (waiting := WaitingMail.objects.due().first()):
            if waiting.take():
                _send(waiting, connection)
    except OSError as error:  # what smtplib raises is one, too
        _away_until = time.monotonic() + PAUSE
        logger.warning("The mail server does not take mail (%s). It waits.", type(error).__name__)
    finally:
        _close(connection)


def _send(waiting, connection):
    """Send one mail and forget it. Raises OSError if there is no use in trying the next one."""
    try:
        if waiting.useful_until > timezone.now():
            connection.send_messages([_KeptMessage(waiting)])
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        if not _is_final(error):
            logger.warning("The mail server does not take mail %s now (%s).", waiting.pk, type(error).__name__)
            return
        logger.error("The mail server refuses mail %s for good (%s).", waiting.pk, type(error).__name__)
    except OSError:
        raise
    except Exception as error:
        # Its text may hold what somebody wrote, so only its kind is told.
        logger.error("Mail %s cannot be sent (%s).", waiting.pk, type(error).__name__)
        return
    waiting.delete()


def _is_final(error):
    """Return whether the server says that there is no use in trying again: a reply of 5xx (RFC 5321 §4.2.1)."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _text in error.recipients.values()]
    else:
        codes = [error.smtp_code]
    return all(500 <= code < 600 for code in codes)


def _close(connection):
    try:
        connection.close()
    except OSError:
        logger.debug("The mail server was gone before the connection was closed.")
