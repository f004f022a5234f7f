"""What people who agreed, and editors, are told by mail."""

from hub.letters import letter, post, public_address
from members import emails
from members.roles import who_may

from .links import address_for
from .models import ConsentUse

KEEP = "consent.change_consent"


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
    """Return the members who look after consents."""
    return who_may(KEEP)
