"""Every exit of taking places at an event."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from wagtail.models import Locale, PageViewRestriction

from events import actions
from events.actions import RegistrationError
from events.models import Registration
from tests.events.conftest import statuses, waiting
from tests.factories.events import EventPageFactory

pytestmark = pytest.mark.django_db


def test_first_come_first_served(event, take_places):
    take_places("Ana")
    take_places("Ben", "Cleo")
    take_places("Dan")
    assert statuses(event) == {"Ana": "confirmed", "Ben": "confirmed", "Cleo": "waiting", "Dan": "waiting"}
    assert waiting(event) == ["Cleo", "Dan"]


def test_keeps_what_was_told(event, take_places, alice):
    key = uuid.uuid4()
    registration = take_places("Ana", "Ben", by=alice, language="es", submission_key=key)
    registration = Registration.objects.get(pk=registration.pk)
    assert (registration.event_id, registration.user, registration.language) == (event.pk, alice, "es")
    assert (registration.contact_name, registration.contact_email) == ("Ana", "ana@example.org")
    assert registration.submission_key == key
    assert [(one.name, one.access_needs, one.event_id) for one in registration.attendees.order_by("pk")] == [
        ("Ana", "Ana needs a ramp", event.pk),
        ("Ben", "Ben needs a ramp", event.pk),
    ]


def test_without_a_limit_everybody_has_a_place(event, take_places):
    event.capacity = None
    event.save()
    take_places("Ana", "Ben", "Cleo", "Dan")
    assert set(statuses(event).values()) == {"confirmed"}


def test_no_places_at_all_means_that_everybody_waits(event, take_places):
    event.capacity = 0
    event.save()
    take_places("Ana")
    assert statuses(event) == {"Ana": "waiting"}


def test_newcomers_do_not_pass_those_who_wait(event, take_places):
    take_places("Ana", "Ben", "Cleo")
    type(event).objects.filter(pk=event.pk).update(capacity=3)  # nobody has been told yet
    take_places("Dan")
    assert statuses(event) == {"Ana": "confirmed", "Ben": "confirmed", "Cleo": "confirmed", "Dan": "waiting"}


def test_the_same_form_sent_twice_makes_one_registration_and_one_mail(event, take_places, mailoutbox):
    key = uuid.uuid4()
    first = take_places("Ana", submission_key=key)
    assert take_places("Ana", submission_key=key) == first
    assert statuses(event) == {"Ana": "confirmed"}
    assert len(mailoutbox) == 1


def test_the_same_form_again_with_another_address_is_another_registration(take_places):
    key = uuid.uuid4()
    wrong = take_places("Ana", email="anna@example.org", submission_key=key)
    right = take_places("Ana", email="ana@example.org", submission_key=key)
    assert wrong != right
    assert right.submission_key is None


def test_the_same_form_for_another_event_is_another_registration(event, events_index, take_places):
    key = uuid.uuid4()
    other = EventPageFactory(parent=events_index)
    assert take_places("Ana", submission_key=key) != take_places("Ana", event=other, submission_key=key)


def test_an_address_that_is_registered_gets_a_mail_and_nothing_else(event, take_places, mailoutbox):
    first = take_places("Ana")
    again = take_places("Zoe", "Zed", email="ANA@example.org")
    assert again == first
    assert statuses(event) == {"Ana": "confirmed"}
    assert [message.subject for message in mailoutbox] == [
        "Your place at “Paying people fairly”",
        "You are registered for “Paying people fairly” already",
    ]
    assert mailoutbox[1].to == ["ana@example.org"]
    assert "Zoe" not in mailoutbox[1].body
    assert first.get_absolute_url() in mailoutbox[1].body


def test_the_same_address_at_another_event_is_another_registration(event, events_index, take_places):
    other = EventPageFactory(parent=events_index)
    assert take_places("Ana") != take_places("Ana", event=other)


def test_after_giving_up_one_may_ask_again(event, take_places):
    key = uuid.uuid4()
    first = take_places("Ana", submission_key=key)
    actions.give_up_all(registration=first)
    second = take_places("Ana", submission_key=key)
    assert second != first
    assert list(second.attendees.values_list("status", flat=True)) == ["confirmed"]


def refused(event, text, people=(("Ana", ""),)):
    with pytest.raises(RegistrationError) as error:
        actions.register(event=event, contact_name="Ana", contact_email="ana@example.org", people=people)
    assert str(error.value) == text
    assert not Registration.objects.exists()


def test_an_event_that_is_over(event, clock):
    clock.move_to(event.ends_at + timedelta(seconds=1))
    refused(event, "This event is over.")


def test_an_event_that_has_begun(event, clock):
    clock.move_to(event.starts_at)
    refused(event, "It is too late to take a place at this event.")


def test_registration_that_is_closed(event, clock):
    event.registration_closes_at = datetime(2026, 4, 1, tzinfo=UTC)
    event.save()
    clock.move_to(event.registration_closes_at)
    refused(event, "It is too late to take a place at this event.")


def test_registration_that_stays_open_after_the_start(event, clock, take_places):
    event.registration_closes_at = event.ends_at
    event.save()
    clock.move_to(event.starts_at + timedelta(minutes=5))
    take_places("Ana")
    assert statuses(event) == {"Ana": "confirmed"}


def test_an_event_without_registration(event):
    event.takes_registrations = False
    event.save()
    refused(event, "Places at this event are not given out here.")


def test_an_event_that_is_not_published(event):
    event.unpublish()
    refused(event, "This event is not open to everybody.")


def test_an_event_for_some_readers_only(event):
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    refused(event, "This event is not open to everybody.")


def test_an_event_that_was_deleted_meanwhile(event):
    shown = type(event).objects.get(pk=event.pk)
    event.delete()
    refused(shown, "This event is not here any more.")


def test_nobody(event):
    refused(event, "Write the name of at least one person who comes.", people=[])


def test_too_many(event):
    refused(event, "You can register 6 people at a time.", people=[("Ana", "")] * 7)


def test_a_key_taken_at_the_same_moment(event, monkeypatch):
    """What the unique constraint catches when two events get the same form at once."""
    Registration.objects.create(
        event=event, contact_name="Zoe", contact_email="zoe@example.org", submission_key=uuid.UUID(int=1)
    )
    monkeypatch.setattr(actions, "_promote", lambda held: Registration.objects.update(submission_key=uuid.UUID(int=2)))
    with pytest.raises(RegistrationError, match="Send it once more"):
        actions.register(
            event=event,
            contact_name="Ana",
            contact_email="ana@example.org",
            people=[("Ana", "")],
            submission_key=uuid.UUID(int=2),
        )


def test_a_translation_gives_out_the_same_places(event, take_places):
    spanish = event.copy_for_translation(Locale.objects.get_or_create(language_code="es")[0], copy_parents=True)
    spanish.title, spanish.live = "Pagar", True
    spanish.save()
    take_places("Ana", "Ben")
    registration = take_places("Carla", event=spanish, language="es")
    assert registration.event_id == event.pk
    assert statuses(event) == {"Ana": "confirmed", "Ben": "confirmed", "Carla": "waiting"}
    fresh = type(event).objects.get(pk=spanish.pk)
    assert (fresh.availability.capacity, fresh.availability.taken, fresh.availability.waiting) == (2, 2, 1)
