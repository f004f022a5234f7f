"""Every exit of changing a registration, giving places up, and giving out those that come free."""

from datetime import timedelta

import pytest

from events import actions
from events.actions import RegistrationError
from events.models import Attendee
from tests.events.conftest import NOW, statuses

pytestmark = pytest.mark.django_db


def test_change(event, take_places):
    registration = take_places("Ana", "Ben")
    stranger = take_places("Zoe").attendees.get()
    ana, _ben = registration.attendees.order_by("pk")
    actions.change(
        registration=registration,
        contact_name="Ana María",
        people={ana.pk: ("Ana María", "Large print"), stranger.pk: ("Hacked", "")},
    )
    registration.refresh_from_db()
    assert registration.contact_name == "Ana María"
    assert list(Attendee.objects.order_by("pk").values_list("name", "access_needs")) == [
        ("Ana María", "Large print"),
        ("Ben", "Ben needs a ramp"),
        ("Zoe", "Zoe needs a ramp"),
    ]


def test_change_passes_over_those_who_gave_up(event, take_places):
    registration = take_places("Ana", "Ben")
    ana, _ben = registration.attendees.order_by("pk")
    actions.give_up(attendee=ana)
    actions.change(registration=registration, contact_name="Ana", people={ana.pk: ("Changed", "")})
    ana.refresh_from_db()
    assert ana.name == "Ana"


def test_change_after_all_was_given_up(take_places):
    registration = take_places("Ana")
    actions.give_up_all(registration=registration)
    with pytest.raises(RegistrationError, match="These places were given up"):
        actions.change(registration=registration, contact_name="Ana", people={})


def test_change_after_the_event(event, take_places, clock):
    registration = take_places("Ana")
    clock.move_to(event.ends_at + timedelta(days=1))
    with pytest.raises(RegistrationError, match="over"):
        actions.change(registration=registration, contact_name="Ana", people={})


def test_a_place_given_up_goes_to_who_waits_longest(event, take_places, committed, mailoutbox):
    first = take_places("Ana", "Ben")
    take_places("Cleo")
    take_places("Dan")
    mailoutbox.clear()
    with committed():
        actions.give_up(attendee=first.attendees.get(name="Ben"))
    assert statuses(event) == {"Ana": "confirmed", "Ben": "cancelled", "Cleo": "confirmed", "Dan": "waiting"}
    assert [(message.to, message.subject) for message in mailoutbox] == [
        (["ana@example.org"], "Given up: “Paying people fairly”"),
        (["cleo@example.org"], "Good news: a place at “Paying people fairly”"),
    ]
    first.refresh_from_db()
    assert first.cancelled_at is None


def test_giving_up_a_turn_on_the_waiting_list_frees_no_place(event, take_places):
    take_places("Ana", "Ben")
    cleo = take_places("Cleo")
    take_places("Dan")
    actions.give_up(attendee=cleo.attendees.get())
    assert statuses(event) == {"Ana": "confirmed", "Ben": "confirmed", "Cleo": "cancelled", "Dan": "waiting"}


def test_all_of_a_party(event, take_places, clock, committed, mailoutbox):
    party = take_places("Ana", "Ben")
    take_places("Cleo", "Dan", "Eve")
    mailoutbox.clear()
    with committed():
        actions.give_up_all(registration=party)
    assert statuses(event) == {
        "Ana": "cancelled", "Ben": "cancelled", "Cleo": "confirmed", "Dan": "confirmed", "Eve": "waiting",
    }  # fmt: skip
    party.refresh_from_db()
    assert party.cancelled_at == NOW
    assert [message.to[0] for message in mailoutbox] == ["ana@example.org", "cleo@example.org"]


def test_a_second_time_changes_nothing(event, take_places, committed, mailoutbox):
    party = take_places("Ana")
    attendee = party.attendees.get()
    actions.give_up(attendee=attendee)
    first = Attendee.objects.values().get()
    with committed():
        actions.give_up(attendee=attendee)
        actions.give_up_all(registration=party)
    assert Attendee.objects.values().get() == first
    assert len(mailoutbox) == 1  # the confirmation


def test_an_organiser_takes_somebody_off(event, take_places, committed, mailoutbox, edith):
    party = take_places("Ana")
    with committed():
        actions.give_up(attendee=party.attendees.get(), by=edith)
    attendee = party.attendees.get()
    assert (attendee.status, attendee.cancelled_by) == ("cancelled", edith)
    assert mailoutbox[-1].subject == "Taken off the list of “Paying people fairly”"


def test_giving_up_after_the_event(event, take_places, clock):
    party = take_places("Ana")
    clock.move_to(event.ends_at + timedelta(days=1))
    with pytest.raises(RegistrationError, match="over"):
        actions.give_up_all(registration=party)
    assert statuses(event) == {"Ana": "confirmed"}


def test_nobody_moves_up_once_the_event_has_begun(event, take_places, clock):
    party = take_places("Ana", "Ben")
    take_places("Cleo")
    clock.move_to(event.starts_at + timedelta(minutes=1))
    actions.give_up_all(registration=party)
    assert statuses(event) == {"Ana": "cancelled", "Ben": "cancelled", "Cleo": "waiting"}


def test_nobody_moves_up_at_an_event_that_was_taken_down(event, take_places):
    party = take_places("Ana", "Ben")
    take_places("Cleo")
    event.unpublish()
    actions.give_up_all(registration=party)
    assert statuses(event)["Cleo"] == "waiting"


def test_publishing_more_places_fills_them_in_order(event, take_places, committed, mailoutbox):
    take_places("Ana", "Ben")
    take_places("Cleo", "Dan")
    take_places("Eve")
    mailoutbox.clear()
    event.capacity = 4
    with committed():
        event.save_revision().publish()
    assert statuses(event) == {
        "Ana": "confirmed", "Ben": "confirmed", "Cleo": "confirmed", "Dan": "confirmed", "Eve": "waiting",
    }  # fmt: skip
    assert [message.to[0] for message in mailoutbox] == ["cleo@example.org"]
    assert "- Cleo\n- Dan\n" in mailoutbox[0].body


def test_taking_the_limit_away_gives_everybody_a_place(event, take_places, committed):
    take_places("Ana", "Ben", "Cleo", "Dan")
    event.capacity = None
    event.save_revision().publish()
    assert set(statuses(event).values()) == {"confirmed"}


def test_fewer_places_take_none_away(event, take_places):
    take_places("Ana", "Ben")
    take_places("Cleo")
    event.capacity = 1
    event.save_revision().publish()
    assert statuses(event) == {"Ana": "confirmed", "Ben": "confirmed", "Cleo": "waiting"}
    assert type(event).objects.get().availability.left == 0
