"""Mail about kits: to those who follow one, and to members who told what happened with one."""

from django.conf import settings
from django.utils import translation

from hub.letters import letter, post, public_address
from members.emails import send

from .differences import differences
from .links import confirm_url, end_url


def address_of(follower):
    """Return the address by which a follower is told."""
    return follower.user.email if follower.user_id else follower.email


def ask_to_confirm(follower):
    """Ask the owner of an address whether they want to be told."""
    post([_letter("emails/knowledge/confirm.txt", follower, follower.kit, confirm_url=confirm_url(follower))])


def tell_already(follower):
    """Tell somebody who asked once more that they are told already."""
    post([_letter("emails/knowledge/already.txt", follower, follower.kit)])


def tell_of_version(follower, *, kit, version, known_number):
    """Tell a follower of `version`, and what is different since the version that they know."""
    newer = list(kit.versions.numbered().filter(number__gt=known_number))
    known = kit.versions.numbered().filter(number=known_number).first()
    with translation.override(_language(follower)):
        changes = differences(known.contents, version.contents) if known else []
    message = _letter(
        "emails/knowledge/new_version.txt",
        follower,
        kit,
        version=version,
        known_number=known_number,
        newer=[each for each in newer if each.note],
        changes=changes,
        since_url=f"{public_address(kit)}versions/since/{known_number}/" if known else public_address(kit),
    )
    post([message])


def tell_approved(experience):
    """Tell a member that what they sent is on the page."""
    if experience.user:
        kit = experience.kit
        send(
            "emails/knowledge/experience_approved.txt",
            to=[experience.user],
            experience=experience,
            kit=kit,
            kit_url=f"{public_address(kit)}#experience-{experience.pk}",
        )


def tell_declined(experience):
    """Tell a member, with the reason, that what they sent is not shown."""
    if experience.user:
        send(
            "emails/knowledge/experience_declined.txt", to=[experience.user], experience=experience, kit=experience.kit
        )


def _language(follower):
    return follower.user.language if follower.user_id else follower.language


def _letter(template, follower, kit, **context):
    language = _language(follower)
    ends_at = end_url(follower, language)
    message = letter(
        template,
        to=address_of(follower),
        language=language,
        ends_at=ends_at,
        follower=follower,
        name=follower.user.get_short_name() if follower.user_id else "",
        kit=kit,
        kit_url=public_address(kit),
        end_url=ends_at,
        site_name=settings.WAGTAIL_SITE_NAME,
        **context,
    )
    message.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
    return message
