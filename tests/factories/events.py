from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from events.models import Attendee, EventPage, Registration, Venue, VenueAccessFeature

from .hub import PageFactory


class VenueFactory(DjangoModelFactory):
    class Meta:
        model = Venue

    name = factory.Sequence(lambda number: f"Venue {number}")
    address = "1 High Street, London"


class VenueAccessFeatureFactory(DjangoModelFactory):
    class Meta:
        model = VenueAccessFeature

    venue = factory.SubFactory(VenueFactory)
    feature = VenueAccessFeature.Feature.STEP_FREE


class EventPageFactory(PageFactory):
    class Meta:
        model = EventPage

    title = factory.Sequence(lambda number: f"Event {number}")
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=2))
    event_format = EventPage.Format.ONLINE


class RegistrationFactory(DjangoModelFactory):
    """A party. For its people use AttendeeFactory, or `events.actions.register`, which also counts the places."""

    class Meta:
        model = Registration

    contact_name = factory.Faker("name")
    contact_email = factory.Sequence(lambda number: f"guest{number}@example.org")


class AttendeeFactory(DjangoModelFactory):
    """A person at an event: pass `of_event`, or a `registration`."""

    class Meta:
        model = Attendee

    class Params:
        of_event = None

    registration = factory.SubFactory(RegistrationFactory, event=factory.SelfAttribute("..of_event"))
    event = factory.SelfAttribute("registration.event")
    name = factory.SelfAttribute("registration.contact_name")
    status = Attendee.Status.CONFIRMED
    cancelled_at = factory.LazyAttribute(
        lambda attendee: timezone.now() if attendee.status == Attendee.Status.CANCELLED else None
    )
