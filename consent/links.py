"""The link by which a person takes back what they agreed to."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from hub.signed_links import LinkError, LinkKind, Refusal

from .models import Consent

TAKE_BACK = LinkKind("consent.take-back", timedelta(days=20 * 365))


def path_for(consent):
    """Return the address of the page on which the person takes it back, in their language."""
    with override(consent.language):
        return reverse("consent:take_back", args=[TAKE_BACK.sign(consent.pk, state=consent.link_key.hex)])


def address_for(consent):
    """Return the same as a full address, for mail."""
    return settings.SITE_URL + path_for(consent)


def consent_for(token):
    """Return the consent that a link is for. Raises `LinkError`, also for a link that a newer one has replaced."""
    pk, state = TAKE_BACK.read_with_state(token)
    consent = Consent.objects.filter(pk=pk).first() if isinstance(pk, int) else None
    if consent is None or consent.link_key.hex != state:
        raise LinkError(Refusal.BROKEN)
    return consent
