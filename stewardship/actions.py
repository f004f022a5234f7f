"""What is done about who keeps a page true: appointed, checked, promised, handed over."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import emails
from .kept import kept_models
from .models import DAYS_TO_CHANGE, Check, Notice, Stewardship
from .months import months_after

Said, Place = Check.Said, Check.Place


class StewardshipError(Exception):
    """Something that cannot be done. Its text is fit to show."""


# Rows ----------------------------------------------------------------------------------------------------------------


@transaction.atomic
def begin(*, page):
    """Return the row of a page that is kept true, made if it has none yet. Whoever made the page looks after it.

    A page shares the row with its translations.
    """
    return Stewardship.objects.get_or_create(
        translation_key=page.translation_key,
        defaults={
            "page_id": source_of(page.translation_key) or page.pk,
            "owner": page.owner if page.owner and page.owner.is_active else None,
            "next_check_on": months_after(timezone.localdate(), Stewardship._meta.get_field("interval").default),
        },
    )[0]


def source_of(translation_key, *, without=None):
    """Return the key of the page that the others with this key are translations of, or None if there is none.

    `without` is a page that is being deleted.
    """
    pages = Page.objects.filter(translation_key=translation_key, alias_of=None).exclude(pk=without).order_by("pk")
    keys = dict(pages.values_list("locale__language_code", "pk"))
    return keys.get(settings.LANGUAGE_CODE) or next(iter(keys.values()), None)


def pages_without_row():
    """Return the kept pages that nobody began to keep: what was written past the models."""
    known = Stewardship.objects.values("translation_key")
    return [
        page
        for model in kept_models()
        for page in model.objects.filter(alias_of=None).exclude(translation_key__in=known).select_related("owner")
    ]


@transaction.atomic
def follow_page(*, deleted):
    """Let the row of a page that was deleted stand for a translation that is left, or go with it."""
    rows = Stewardship.objects.filter(translation_key=deleted.translation_key)
    left = source_of(deleted.translation_key, without=deleted.pk)
    if left:
        rows.update(page=left)
    else:
        rows.delete()


# Who looks after it --------------------------------------------------------------------------------------------------


@transaction.atomic
def appoint(
    *, stewardship, owner, deputy=None, by=None, role=None, interval=None, next_check_on=None, place=Place.ADMIN
):
    """Say who looks after a page, and who steps in, and return the row. The same once more changes nothing.

    Whoever is new is told by mail, unless they did it themselves. Raises `StewardshipError` where one of them has left,
    and where both are the same person.
    """
    row = _lock(stewardship)
    if owner is None:
        raise StewardshipError(_("A page cannot be without somebody who looks after it. Choose a member."))
    if owner == deputy:
        raise StewardshipError(_("The deputy must be somebody else."))
    if not owner.is_active or (deputy and not deputy.is_active):
        raise StewardshipError(_("This member has left the hub. Choose somebody else."))
    before = _state_of(row)
    is_new = row.owner_id != owner.pk
    row.owner, row.deputy = owner, deputy
    row.role = row.role if role is None else role
    if interval and interval != row.interval:
        row.interval = interval
        if row.checked_on and not row.is_due and not row.changing_since:
            row.next_check_on = max(months_after(row.checked_on, interval), timezone.localdate())
    row.next_check_on = next_check_on or row.next_check_on
    if before == _state_of(row):
        return row
    if is_new:
        row.without_owner_since = None
    row.save()
    if is_new:
        _note(row, Said.APPOINTED, by, place, str(owner))
        if owner != by:
            emails.tell_of_pages([row], to=owner, by=by)
            _count_as_told([row])
    return row


def _state_of(row):
    return (row.owner_id, row.deputy_id, row.role, row.interval, row.next_check_on)


@transaction.atomic
def hand_over(*, stewardships, by, to=None, place=Place.HUB):
    """Hand pages over, all at once: to `to`, or without one each to its deputy. Returns (handed over, left without).

    What has no deputy stays without owner, and the editors are asked. The new owners get one mail each. A page
    that has another owner by now than in `stewardships` stays. Raises `StewardshipError` if `to` has left the hub.
    """
    if to is not None and not to.is_active:
        raise StewardshipError(_("This member has left the hub. Choose somebody else."))
    taken, left = {}, []
    owners = {each.pk: each.owner_id for each in stewardships}
    rows = Stewardship.objects.select_for_update(of=("self",)).filter(pk__in=owners)
    for row in rows.select_related("page", "owner", "deputy").order_by("pk"):
        if row.owner_id != owners[row.pk] or row.owner_id == getattr(to, "pk", 0):
            continue
        owner = to or (row.deputy if row.deputy and row.deputy.is_active else None)
        _pass_on(row, owner, by, place)
        taken.setdefault(owner, []).append(row) if owner else left.append(row)
    for owner, own in taken.items():
        if owner != by:
            emails.tell_of_pages(own, to=owner, by=by)
        _count_as_told(own)
    if left:
        emails.ask_for_owners(left, by=by)
    return [row for own in taken.values() for row in own], left


@transaction.atomic
def find_owners():
    """Give the pages whose owner left to their deputies, and ask the editors about those that have none.

    A deputy who left is none. Returns (handed over, left without). Safe to repeat: the editors are asked once.
    """
    Stewardship.objects.filter(deputy__is_active=False).update(deputy=None)
    rows = Stewardship.objects.without_owner().select_related("owner", "deputy", "page")
    taken, left = {}, []
    for row in rows.select_for_update(of=("self",)).order_by("pk"):
        if row.deputy:
            deputy = row.deputy
            _pass_on(row, deputy, None, Place.NOBODY)
            taken.setdefault(deputy, []).append(row)
        elif row.owner or not row.without_owner_since:
            row.owner = None
            row.without_owner_since = timezone.localdate()
            row.save()
            left.append(row)
    for owner, own in taken.items():
        emails.tell_of_pages(own, to=owner)
        _count_as_told(own)
    if left:
        emails.ask_for_owners(left)
    return [row for own in taken.values() for row in own], left


def _pass_on(row, owner, by, place):
    row.owner = owner
    if row.deputy_id == getattr(owner, "pk", 0) or owner is None:
        row.deputy = None
    row.without_owner_since = None if owner else row.without_owner_since or timezone.localdate()
    row.save()
    _note(row, Said.APPOINTED if owner else Said.NOT_MINE, by, place, str(owner or ""))


def _count_as_told(rows):
    """Note that the owners of those `rows` that are due know it: the mail that hands them over says so."""
    today = timezone.localdate()
    Notice.objects.bulk_create(
        [
            Notice(stewardship=row, due_on=row.next_check_on, stage=Notice.Stage.OWNER, reader=row.owner, sent_on=today)
            for row in rows
            if row.owner and row.is_due
        ],
        ignore_conflicts=True,
    )


# Checks --------------------------------------------------------------------------------------------------------------


@transaction.atomic
def confirm(*, stewardship, by, place, words="", due_on=None):
    """Note that somebody looked and the page is still right, and return the row. The next check is an interval away.

    With `due_on` only if that check still waits. Raises `StewardshipError` if it does not, or `by` may not say.
    """
    row = _asked(stewardship, by, due_on)
    row.checked_on, row.checked_by = timezone.localdate(), by
    row.next_check_on = months_after(row.checked_on, row.interval)
    row.changing_since, row.promises = None, 0
    row.save()
    _note(row, Said.RIGHT, by, place, words)
    return row


@transaction.atomic
def promise(*, stewardship, by, place, words="", due_on=None):
    """Note that something is out of date and `by` changes it, and return the row: they are asked again in 14 days.

    Readers are told. What they wrote goes to the editors. Raises `StewardshipError` as `confirm` does, and when it was
    promised twice in a row.
    """
    row = _asked(stewardship, by, due_on)
    if not row.may_promise:
        raise StewardshipError(_("That was said twice already. Say that the page is right, or hand it over."))
    today = timezone.localdate()
    row.changing_since, row.promises = row.changing_since or today, row.promises + 1
    row.next_check_on = today + timedelta(days=DAYS_TO_CHANGE)
    row.save()
    _note(row, Said.CHANGING, by, place, words)
    if words:
        emails.tell_of_change(row, words, by=by)
    return row


@transaction.atomic
def give_up(*, stewardship, by, place, words="", due_on=None):
    """Let `by` look after a page no more, and return the row. An owner's page goes to the deputy, if there is one.

    Else the editors are asked. Raises `StewardshipError` as `confirm` does, and unless `by` is owner or deputy.
    """
    row = _asked(stewardship, by, due_on)
    if not row.is_kept_by(by):
        raise StewardshipError(_("Only those who look after the page can say this. Others are chosen in the report."))
    if row.deputy_id == by.pk:
        row.deputy = None
        row.save()
        _note(row, Said.NOT_MINE, by, place, words)
        return row
    _note(row, Said.NOT_MINE, by, place, words)
    deputy = row.deputy if row.deputy and row.deputy.is_active else None
    _pass_on(row, deputy, by, place)
    if deputy:
        emails.tell_of_pages([row], to=deputy, by=by)
        _count_as_told([row])
    else:
        emails.ask_for_owners([row], by=by)
    return row


@transaction.atomic
def record(*, page, checked_on=None, next_check_on=None, by=None, place=Place.IMPORT):
    """Write down a check that somebody made elsewhere, as an import brings it, and return the row of `page`."""
    row = _lock(begin(page=page))
    if checked_on and checked_on != row.checked_on:
        row.checked_on, row.checked_by = checked_on, by
        row.next_check_on = months_after(checked_on, row.interval)
        day = timezone.make_aware(datetime.combine(checked_on, time(12)))
        row.checks.create(said=Said.RIGHT, said_by=by, place=place, said_at=min(day, timezone.now()))
    row.next_check_on = next_check_on or row.next_check_on
    row.save()
    return row


def _asked(stewardship, by, due_on):
    """Return the row, held, if `by` may say how it is, and if the check that was due on `due_on` still waits."""
    row = _lock(stewardship)
    if not by.is_active or (not row.is_kept_by(by) and not by.has_perm(emails.EDIT)):
        raise StewardshipError(_("Somebody else looks after this page now. Thank you all the same."))
    if due_on and row.next_check_on != due_on:
        raise StewardshipError(_("This was answered already. There is nothing more to do."))
    return row


def _lock(stewardship):
    """Return the row as it is now, and hold it."""
    rows = Stewardship.objects.select_for_update(of=("self",)).select_related("page", "owner", "deputy")
    return rows.get(pk=stewardship.pk)


def _note(row, said, by, place, words=""):
    Check.objects.create(stewardship=row, said=said, said_by=by, place=place, words=words)
