"""Mail as plain text, in the reader's language: whoever writes to somebody, member or not, writes a letter here."""

import re
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation

from .models import HubSettings


def letter(template, *, to, language, ends_at="", **context):
    """Return the mail to the address `to`, an `EmailMessage` that is not sent yet, rendered in `language`.

    The first line of what `template` renders is the subject. `ends_at`, a full address, is where the reader ends such
    mail: mail programs show a button for it (RFC 2369).
    """
    hub = context.pop("hub", None) or HubSettings.load()  # who writes to many has it already
    with translation.override(language):
        text = render_to_string(template, {"hub": hub, "site_url": settings.SITE_URL, **context})
    subject, _newline, body = re.sub(r"\n{3,}", "\n\n", text).strip().partition("\n")
    headers = {"List-Unsubscribe": f"<{ends_at}>"} if ends_at else {}
    return mail.EmailMessage(subject.strip(), body.strip() + "\n", sender(hub), [to], headers=headers)


def sender(hub):
    """Return whom mail comes from: DEFAULT_FROM_EMAIL, with the name that editors gave the hub if it names nobody."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or hub.site_name, address))


def public_address(page):
    """Return the full address of a page, as mail and files need it, or of the hub where the page has none."""
    parts = page.get_url_parts()
    return settings.SITE_URL + (parts[2] if parts and parts[2] else "/")


def post(letters):
    """Send `letters` at once, through the queue: they leave with the transaction that they belong to."""
    if letters:
        mail.get_connection().send_messages(letters)
