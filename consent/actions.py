"""What is done with consents: note one, send its link, take it back, let it end, mend what is left."""

import uuid
from functools import partial

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.page_cache import drop_public_pages
from hub.removal import taken_out

from . import emails, tasks
from .models import Consent, ConsentUse, Mending
from .pages import clean_page, pages_of, quotes_of, without


class ConsentError(Exception):
    """Something that cannot be done. Its text is fit to show."""


@transaction.atomic
def note(
    *,
    person_name,
    covers,
    pages,
    how,
    contact="",
    language="en",
    wording="",
    image=None,
    until=None,
    by=None,
    member=None,
):
    """Note that somebody agreed, and return the consent. The same thing for the same pages is noted once.

    `member` is the person who agreed, where they are a member.
    """
    pages = list(pages)
    same = Consent.objects.in_force().filter(
        person_name=person_name, covers=covers, wording=wording, image=image, uses__page__in=pages
    )
    if known := same.first():
        return known
    consent = Consent.objects.create(
        person_name=person_name,
        contact=contact,
        language=language,
        covers=covers,
        wording=wording,
        image=image,
        until=until,
        how=how,
        noted_by=by,
        member=member,
    )
    ConsentUse.objects.bulk_create(ConsentUse(consent=consent, page_id=page.pk) for page in pages)
    return consent


@transaction.atomic
def withdraw(*, consent, by=None):
    """Take back what somebody agreed to, and return the consent. A second time changes nothing.

    `by` is None where the person does it themselves. What it covers is gone from pages, revisions, storage and caches
    when the transaction is through; editors are told, and see what is left to mend.
    """
    return _end(consent, Consent.Reason.WITHDRAWN, by)


@transaction.atomic
def end(*, consent):
    """Do the same for a consent whose last day has passed. Raises `ConsentError` if it has not."""
    if consent.until is None or consent.until >= timezone.localdate():
        raise ConsentError(_("This consent has not ended."))
    return _end(consent, Consent.Reason.ENDED, None)


@transaction.atomic
def send_link(*, consent, by):
    """Mail the person the link to take it back. Raises `ConsentError` where there is no address, or nothing to take."""
    if consent.is_gone:
        raise ConsentError(_("It is taken back already."))
    if not has_address(consent):
        raise ConsentError(_("There is no e-mail address. Read the link out, print it, or send it another way."))
    emails.send_link(consent)
    return consent


@transaction.atomic
def renew_link(*, consent, by):
    """Make all older links void, for example because one got into the wrong hands, and return the consent."""
    consent = _lock(consent)
    consent.link_key = uuid.uuid4()
    consent.save(update_fields=["link_key"])
    return consent


@transaction.atomic
def mend(*, mending, by):
    """Say that an editor has looked at it, and return the mending. A second time changes nothing."""
    mending = Mending.objects.select_for_update(of=("self",)).get(pk=mending.pk)
    if mending.done_at is None:
        mending.done_at, mending.done_by = timezone.now(), by
        mending.save()
    return mending


def has_address(consent):
    """Tell whether the way to reach the person is an e-mail address."""
    try:
        validate_email(consent.contact)
    except ValidationError:
        return False
    return True


def _have_mended(consent, pages, kind):
    Mending.objects.bulk_create(
        [Mending(consent=consent, page_id=page.pk, kind=kind) for page in pages], ignore_conflicts=True
    )


def _in_other_words(consent, pages, changed):
    """Return the translations of `changed` in which nothing was found: somebody has to read them."""
    if consent.covers == Consent.Covers.PHOTO:
        return []
    languages = {}
    for page in changed:
        languages.setdefault(page.translation_key, set()).add(page.locale_id)
    return [
        page for page in pages if page not in changed and languages.get(page.translation_key, set()) - {page.locale_id}
    ]


def _lock(consent):
    return Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)


def _end(consent, reason, by):
    consent = _lock(consent)
    if consent.is_gone:
        return consent
    pages = pages_of(consent)
    image = consent.image if consent.covers == Consent.Covers.PHOTO else None
    consent.quotes = quotes_of(consent, pages)
    changed = [page for page in pages if clean_page(page, consent)]
    consent.gone_at, consent.reason, consent.ended_by = timezone.now(), reason, by
    if image:
        consent.image = None
    consent.save()
    if image:
        image.delete()  # with all its renditions; their files go after the commit
    _have_mended(consent, changed, Mending.Kind.GAP)
    in_other_words = _in_other_words(consent, pages, changed)
    _have_mended(consent, in_other_words, Mending.Kind.TRANSLATION)
    taken_out.send(sender=Consent, pages=pages, without=partial(without, consent))
    drop_public_pages()
    transaction.on_commit(lambda: tasks.look_elsewhere.enqueue(consent.pk))
    transaction.on_commit(lambda: emails.tell_gone(consent, [*changed, *in_other_words]), robust=True)
    return consent
