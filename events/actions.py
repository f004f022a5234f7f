"""Taking places at events, changing and giving them up. No place is given twice; the waiting list keeps its order.

Each action holds the event while it counts: a row lock on PostgreSQL, the write lock of the whole database on SQLite
(`transaction_mode` is IMMEDIATE). People get places one by one in the order in which they asked, also within a party.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import emails
from .models import Attendee, EventPage, Registration

MOST_PEOPLE = 6  # in one registration


class RegistrationError(Exception):
    """Something that cannot be done. Its text is fit to show."""


@transaction.atomic
def register(*, event, contact_name, contact_email, people, language="en", submission_key=None, by=None):
    """Take places for `people`, pairs of name and access needs, and return the registration.

    Whoever finds no place left is put on the waiting list. The same form sent twice (`submission_key`) returns the
    registration that it made before. An address that is registered already gets a mail with its link, and its
    registration is returned as it is: who sends the form must not learn whether an address is known.

    Raises `RegistrationError` if the event takes no registrations now, or if there is nobody to register.
    """
    held = _lock(event)
    sent = Registration.objects.filter(submission_key=submission_key).first() if submission_key else None
    if sent and sent.event_id == held.pk and sent.contact_email.lower() == contact_email.lower():
        return sent
    if sent:  # the form was opened again with "Back", for another event or with another address
        submission_key = None
    _refuse_unless_open(event, held)
    if not people:
        raise RegistrationError(_("Write the name of at least one person who comes."))
    if len(people) > MOST_PEOPLE:
        raise RegistrationError(_("You can register %(number)d people at a time.") % {"number": MOST_PEOPLE})

    known = held.registrations.active().filter(contact_email__iexact=contact_email).first()
    if known:
        transaction.on_commit(lambda: emails.tell_again(known), robust=True)
        return known

    _promote(held)
    try:
        with transaction.atomic():
            registration = Registration.objects.create(
                event=held,
                contact_name=contact_name,
                contact_email=contact_email,
                user=by,
                language=language,
                submission_key=submission_key,
            )
    except IntegrityError as error:  # the same form was sent at the same moment for another event
        raise RegistrationError(_("This could not be saved. Send it once more.")) from error
    left = _places_left(held)
    for name, access_needs in people:
        has_place = left is None or left > 0
        Attendee.objects.create(
            registration=registration,
            event=held,
            name=name,
            access_needs=access_needs,
            status=Attendee.Status.CONFIRMED if has_place else Attendee.Status.WAITING,
        )
        if left:
            left -= 1
    transaction.on_commit(lambda: emails.tell_result(registration), robust=True)
    return registration


@transaction.atomic
def change(*, registration, contact_name, people, by=None):
    """Change the names and access needs in a registration and return it. `people` maps keys to (name, access needs).

    Keys of people who gave up their place, or belong to another registration, are passed over.
    Raises `RegistrationError` if the event is over or all places were given up.
    """
    held = _lock(registration.event)
    registration = Registration.objects.get(pk=registration.pk)
    if registration.cancelled_at:
        raise RegistrationError(_("These places were given up. You can ask for new ones on the page of the event."))
    _refuse_if_over(held)
    if registration.contact_name != contact_name:
        registration.contact_name = contact_name
        registration.save()
    for attendee in registration.attendees.coming():
        name, access_needs = people.get(attendee.pk, (attendee.name, attendee.access_needs))
        if (attendee.name, attendee.access_needs) != (name, access_needs):
            attendee.name, attendee.access_needs = name, access_needs
            attendee.save()
    return registration


@transaction.atomic
def give_up(*, attendee, by=None):
    """Give up one person's place, or their turn on the waiting list, and return the registration.

    The place goes to whoever waits longest. `by` is the organiser who does it, or None for those who have the link.
    A second time changes nothing. Raises `RegistrationError` if the event is over.
    """
    return _give_up(attendee.registration, [attendee.pk], by)


@transaction.atomic
def give_up_all(*, registration, by=None):
    """Give up all places of a registration and return it; otherwise as `give_up`."""
    return _give_up(registration, None, by)


@transaction.atomic
def fill_places(*, event):
    """Give free places to those who wait, in order, and return the people who got one.

    For when an event has more places than before. Does nothing for an event that has begun or is not published.
    """
    return _promote(_lock(event))


# What the actions have in common --------------------------------------------------------------------------------------


def _lock(event):
    """Return the page that holds the event's people as it is now, and hold it until the transaction ends."""
    try:
        return EventPage.objects.select_for_update(of=("self",)).get(pk=event.first_made.pk)
    except EventPage.DoesNotExist:
        raise RegistrationError(_("This event is not here any more.")) from None


def _refuse_unless_open(shown, held):
    if not EventPage.objects.live().public().filter(pk=shown.pk).exists():
        raise RegistrationError(_("This event is not open to everybody."))
    refused = held.why_no_registering()
    if refused:
        raise RegistrationError(refused)


def _refuse_if_over(event):
    if event.is_past:
        raise RegistrationError(_("This event is over."))


def _places_left(event):
    """Return how many places nobody has, or None if there is no limit. Those who wait come before everybody else."""
    people = Attendee.objects.filter(event=event)
    if event.capacity is None:
        return None
    if people.waiting().exists():
        return 0
    return max(0, event.capacity - people.confirmed().count())


def _promote(event):
    """Give free places to those who wait, in order; tell them; return them. The event must be held."""
    if event.starts_at <= timezone.now() or not _is_live(event):
        return []
    people = Attendee.objects.filter(event=event)
    waiting = people.waiting().select_related("registration")
    if event.capacity is not None:
        waiting = waiting[: max(0, event.capacity - people.confirmed().count())]
    promoted = list(waiting)
    parties = {}
    for attendee in promoted:
        attendee.status = Attendee.Status.CONFIRMED
        attendee.save()
        parties.setdefault(attendee.registration, []).append(attendee)
    for registration, party in parties.items():
        transaction.on_commit(lambda one=registration, its=party: emails.tell_promoted(one, its), robust=True)
    return promoted


def _is_live(event):
    """Tell whether the event is published in any language."""
    return EventPage.objects.live().filter(translation_key=event.translation_key).exists()


def _give_up(registration, keys, by):
    event = _lock(registration.event)
    _refuse_if_over(event)
    registration = Registration.objects.get(pk=registration.pk)
    now = timezone.now()
    leaving = registration.attendees.coming()
    if keys is not None:
        leaving = leaving.filter(pk__in=keys)
    leaving = list(leaving)
    if not leaving:
        return registration
    had_place = any(attendee.has_place for attendee in leaving)
    for attendee in leaving:
        attendee.status, attendee.cancelled_at, attendee.cancelled_by = Attendee.Status.CANCELLED, now, by
        attendee.save()
    if not registration.attendees.coming().exists():
        registration.cancelled_at = now
        registration.submission_key = None  # the form may be sent again: they may change their mind
        registration.save()
    transaction.on_commit(
        lambda: emails.tell_given_up(registration, leaving, had_place=had_place, by_organiser=by is not None),
        robust=True,
    )
    _promote(event)
    return registration
