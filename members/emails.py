"""Mail to members: plain text, each in the reader's own language."""

from hub.letters import letter, post
from hub.models import HubSettings


def send(template, *, to, **context):
    """Render `template` for each member in `to`, in their language, and send one mail to each.

    The template's first line is the subject. Members who are no longer active get none.
    """
    readers = [reader for reader in to if reader.is_active]
    if readers:
        shared = {**context, "hub": HubSettings.load()}
        post([
            letter(template, to=reader.email, language=reader.language, reader=reader, **shared) for reader in readers
        ])  # fmt: skip
