"""What people who agreed, and editors, are told by mail."""

from django.contrib.auth.models import Permission
from django.db.models import Q

from hub.letters import letter, post, public_address
from members import emails
from members.models import User

from .links import address_for
from .models import Consent, ConsentUse


def send_link(consent):
    """Write to the person, in their language, with the link to take it back."""
    pages = [use.page for use in ConsentUse.objects.filter(consent=consent).select_related("page")]
    mail = letter(
        "emails/consent/link.txt",
        to=consent.contact,
        language=consent.language,
        consent=consent,
        pages=[(page.title, public_address(page)) for page in pages if page.live],
        link=address_for(consent),
    )
    post([mail])


def tell_gone(consent, pages):
    """Tell the editors that something is gone from pages. The mail names nobody: mail lies about."""
    emails.send("emails/consent/gone.txt", to=keepers(), consent=consent, pages=pages)


def tell_ending(consents):
    """Tell the editors which consents end within 30 days. The mail names nobody."""
    emails.send("emails/consent/ending.txt", to=keepers(), consents=consents)


def keepers():
    """Return the members who look after consents: those whose role lets them change one."""
    permission = Permission.objects.get(content_type__app_label=Consent._meta.app_label, codename="change_consent")
    return User.objects.filter(
        Q(groups__permissions=permission) | Q(user_permissions=permission), is_active=True
    ).distinct()
