"""“We used this, and this is what happened”: sent by members, read by an editor before it appears."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import emails
from ..models import Experience
from ..visibility import may_see
from .errors import KitError

DECIDE = "knowledge.change_experience"


@transaction.atomic
def send(*, kit, text, place, submission_key, language, by):
    """Take what a member says about a kit, and return the `Experience`, which waits for an editor.

    The same `submission_key` returns what it made before. Raises `KitError` where the member may not see the kit.
    """
    sent = _sent_before(submission_key, by)
    if sent:
        return sent
    if not may_see(kit, by):
        raise KitError(_("This toolkit is not here any more."))
    try:
        with transaction.atomic():
            return Experience.objects.create(
                kit=kit, user=by, text=text, place=place, language=language, submission_key=submission_key
            )
    except IntegrityError:
        sent = _sent_before(submission_key, by)  # by another request with the same form, at the same moment
        if sent:
            return sent
        raise KitError(_("This could not be saved. Send it once more.")) from None


@transaction.atomic
def approve(*, experience, by):
    """Show it on the kit's page, and tell the member. A second time changes nothing and tells nobody.

    Raises `KitError` unless `by` may decide.
    """
    experience = _held(experience, by)
    if not experience.is_approved:
        _decide(experience, Experience.Status.APPROVED, "", by)
        emails.tell_approved(experience)
    return experience


@transaction.atomic
def decline(*, experience, reason, by):
    """Do not show it, or no longer, and tell the member why. A second time changes nothing and tells nobody.

    Raises `KitError` without a reason, or unless `by` may decide.
    """
    experience = _held(experience, by)
    if not reason.strip():
        raise KitError(_("Write the reason. The member reads it."))
    if experience.status != Experience.Status.DECLINED:
        _decide(experience, Experience.Status.DECLINED, reason.strip(), by)
        emails.tell_declined(experience)
    return experience


@transaction.atomic
def take_back(*, experience, by):
    """Let a member delete what they said. A second time changes nothing. Raises `KitError` for others."""
    if experience.user_id != by.pk:
        raise KitError(_("Only whoever wrote it can take it back."))
    for row in Experience.objects.filter(pk=experience.pk, user=by):
        row.delete()


def _held(experience, by):
    if not by.has_perm(DECIDE):
        raise KitError(_("Only editors can do this."))
    held = Experience.objects.select_for_update(of=("self",)).filter(pk=experience.pk).first()
    if held is None:
        raise KitError(_("The member has taken it back."))
    return held


def _decide(experience, status, reason, by):
    experience.status, experience.reason = status, reason
    experience.decided_by, experience.decided_at = by, timezone.now()
    experience.save()


def _sent_before(submission_key, user):
    experience = Experience.objects.filter(submission_key=submission_key).first()
    if experience and experience.user_id != user.pk:
        raise KitError(_("This form was sent by somebody else. Open it again and send it once more."))
    return experience
