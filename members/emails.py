"""Mail to members: plain text, each in the reader's own language."""

from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation

from hub.models import HubSettings


def send(template, *, to, **context):
    """Render `template` for each member in `to`, in their language, and send one mail to each.

    The template's first line is the subject. Members who are no longer active get none.
    """
    readers = [reader for reader in to if reader.is_active]
    if not readers:
        return
    hub = HubSettings.load()
    mail.get_connection().send_messages([_message(template, reader, {**context, "hub": hub}) for reader in readers])


def _message(template, reader, context):
    with translation.override(reader.language):
        text = render_to_string(template, {**context, "reader": reader, "site_url": settings.SITE_URL})
    subject, _newline, body = text.strip().partition("\n")
    return mail.EmailMessage(subject=subject.strip(), body=body.strip() + "\n", to=[reader.email])
