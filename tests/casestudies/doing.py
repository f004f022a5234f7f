"""What tests do with stories again and again."""

import uuid

from django.core import mail

from casestudies import actions


def subjects():
    """Return the mails in the outbox as pairs of address and subject."""
    return [(message.to[0], message.subject) for message in mail.outbox]


def keep(by, key, answers, **options):
    return actions.keep(submission_key=key, answers=answers, by=by, **options)


def ask(story, by, text="Which key?", key=None):
    return actions.ask(story=story, text=text, submission_key=key or uuid.uuid4(), by=by)
