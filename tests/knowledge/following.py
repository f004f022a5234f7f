"""Asking to be told when a kit changes, and the mails that come of it."""

import re

from django.core import mail
from django.urls import reverse

from .kits import publish, step

ADDRESS = "nadia@example.org"


def follow_url(kit):
    return reverse("knowledge:follow", args=[kit.pk])


def ask(client, kit, address=ADDRESS, **data):
    """Ask as a reader without an account does."""
    return client.post(follow_url(kit), {"email": address, **data})


def link_in(message, part):
    """Return the path of the first link in a mail that contains `part`."""
    url = next(url for url in re.findall(r"https?://\S+", message.body) if part in url)
    return re.sub(r"^https?://[^/]+", "", url)


def new_version(kit, committed, note="Step 1 is shorter."):
    """Publish the next version of a kit, and return it."""
    number = kit.versions.numbered().count()
    with committed():
        return publish(kit, note=note, steps=[step("Find people", aim=f"Aim {number}"), *kit.steps.raw_data[1:]])


def told():
    """Return (address, first line) of the mails so far, and forget them."""
    mails = sorted((message.to[0], message.subject) for message in mail.outbox)
    mail.outbox.clear()
    return mails


def told_and_kept():
    """Return (address, first line) of the mails so far, in their order."""
    return [(message.to[0], message.subject) for message in mail.outbox]
