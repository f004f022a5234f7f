"""Mail written to files, one `.eml` each, where there is no mail server. `/dev/mail/` shows them while DEBUG is on."""

import email
import email.policy
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class MailFilesBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        """Write each message to `DATA/mail` and return how many there were."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.now():%Y%m%dT%H%M%S.%f}-{uuid.uuid4().hex[:8]}.eml"
            (folder / name).write_bytes(message.message().as_bytes())
        return len(email_messages)


@dataclass(frozen=True)
class Attachment:
    number: int
    name: str
    content_type: str
    size: int


def payload(part):
    """Return the bytes of an attachment."""
    return part.get_payload(decode=True) or b""


class MailFile:
    """One mail in the folder, as a person reads it."""

    def __init__(self, path):
        self.name = path.name
        self.message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)

    @property
    def subject(self):
        return str(self.message["Subject"] or "")

    @property
    def to(self):
        return str(self.message["To"] or "")

    @property
    def sent_at(self):
        """The moment at which it was sent, or None for a mail without a readable date."""
        try:
            return self.message["Date"].datetime
        except (AttributeError, TypeError, ValueError):
            return None

    @property
    def headers(self):
        """The headers worth reading, as (name, value)."""
        names = ("From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "List-Unsubscribe")
        return [(name, str(self.message[name])) for name in names if self.message[name]]

    @property
    def text(self):
        part = self.message.get_body(preferencelist=("plain", "html"))
        return part.get_content() if part else ""

    @property
    def parts(self):
        return list(self.message.iter_attachments())

    @property
    def attachments(self):
        return [
            Attachment(number, part.get_filename() or f"part-{number}", part.get_content_type(), len(payload(part)))
            for number, part in enumerate(self.parts)
        ]


def _folder():
    return Path(settings.EMAIL_FILE_PATH)


def sent_mails(limit=200):
    """Return the latest mails, the newest first."""
    return [MailFile(path) for path in sorted(_folder().glob("*.eml"), reverse=True)[:limit]]


def find_mail(name):
    """Return the mail in the file `name`, or None; never a file outside the folder."""
    path = _folder() / name
    if path.parent != _folder() or path.suffix != ".eml" or not path.is_file() or path.is_symlink():
        return None
    return MailFile(path)
