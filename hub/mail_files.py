"""Mail written to files, one `.eml` each, for places without a mail server. `/dev/mail/` shows them while DEBUG is on."""

import uuid
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
