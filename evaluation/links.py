"""Private links, by which people come back without an account.

The link of a person holds their key and its signature. Neither link nor signature is kept, so that whoever reads the
database cannot open what they find there. It has no end of its own: it goes with the evaluation. Its owner can make a
new one, and another address gets a new one, too: then all older ones no longer count.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from hub.signed_links import LinkError, LinkKind, Refusal

from .models.answers import make_key

_signer = signing.Signer(salt="hub.evaluation.person", sep=".")
JOIN = LinkKind("evaluation-join", timedelta(days=60))
CONFIRM = LinkKind("evaluation-address", timedelta(days=60))
END_REMINDERS = LinkKind("evaluation-reminders", timedelta(days=400))


def token_of(person):
    """Return the token of a person's private link."""
    return _signer.sign(person.key)


def new_token():
    """Return the token of a private link that nobody has yet."""
    return _signer.sign(make_key())


def key_in(token):
    """Return the key that a token holds, or None if the token is not ours."""
    try:
        return _signer.unsign(token)
    except signing.BadSignature:
        return None


def private_address(person, name="mine", **more):
    """Return the path of one of the private pages of a person; `more` are further parts of the address."""
    return reverse(f"evaluation:{name}", kwargs={"token": token_of(person), **more})


def full(path):
    """Return a path as a full address."""
    return settings.SITE_URL + path


def join_address(evaluation):
    """Return the path where colleagues join."""
    return reverse("evaluation:join", args=[JOIN.sign(evaluation.pk, state=evaluation.join_key)])


def confirm_address(person):
    """Return the path where a person says that the address is theirs."""
    return reverse("evaluation:confirm", args=[CONFIRM.sign(person.pk, state=confirm_state(person))])


def confirm_state(person):
    """Return what a link to confirm is good for: this address, and only while the private link is the same. The key
    itself is not told."""
    return salted_hmac("hub.evaluation.confirm", f"{person.email} {person.key}", algorithm="sha256").hexdigest()


def end_reminders_address(person):
    """Return the path where a person ends reminders."""
    return reverse("evaluation:end-reminders", args=[END_REMINDERS.sign(person.pk, state=person.email)])


def read(kind, token, find):
    """Return what `find` gives for the value in a link, if the state that it gives besides is the one that was signed.

    `find` returns (thing, state), or None. Raises `LinkError`.
    """
    value, state = kind.read_with_state(token)
    found = find(value) if isinstance(value, int) else None
    if found is None or found[1] != state:
        raise LinkError(Refusal.BROKEN)
    return found[0]
