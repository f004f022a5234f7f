"""An event: what is on, where, when, and for how many."""

import zoneinfo
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage
from hub.models.querysets import BasePageManager, BasePageQuerySet

from ..blocks import ProgrammeStreamBlock
from ..times import hours, moment, when, zone_words
from .venues import Venue


@dataclass(frozen=True)
class Availability:
    """How many places an event has, how many people have one, and how many wait for one."""

    capacity: int | None
    taken: int
    waiting: int

    @property
    def left(self):
        """The places that somebody who asks now would get; None where there is no limit."""
        if self.capacity is None:
            return None
        return 0 if self.waiting else max(0, self.capacity - self.taken)

    @property
    def is_full(self):
        return self.left == 0


class EventPageQuerySet(BasePageQuerySet):
    def upcoming(self, now=None):
        """Return the events that have not ended yet, the next one first."""
        return self.filter(ends_at__gte=now or timezone.now()).order_by("starts_at", "pk")

    def past(self, now=None):
        """Return the events that are over, the latest first."""
        return self.filter(ends_at__lt=now or timezone.now()).order_by("-starts_at", "-pk")

    def with_places(self):
        """Annotate `taken` and `waiting`: the people who have a place, and those on the waiting list.

        An event is the same in all its languages, so its translations have the same numbers.
        """
        key = "event__translation_key"
        people = apps.get_model("events.Attendee").objects.filter(**{key: models.OuterRef("translation_key")})

        def count(status):
            counted = people.filter(status=status).order_by().values(key).annotate(number=models.Count("pk"))
            return Coalesce(models.Subquery(counted.values("number")), 0)

        return self.annotate(taken=count("confirmed"), waiting=count("waiting"))


EventPageManager = BasePageManager.from_queryset(EventPageQuerySet)


class EventPage(BasePage):
    kind = Kind.EVENT
    joined = ("venue",)

    class Format(models.TextChoices):
        IN_PERSON = "in-person", _("In person")
        ONLINE = "online", _("Online")
        BOTH = "both", _("In person and online")

    class EventKind(models.TextChoices):
        SUMMIT = "summit", _("Summit")
        WORKSHOP = "workshop", _("Workshop")
        TRAINING = "training", _("Training")
        LISTENING = "listening", _("Listening event")
        MEETING = "meeting", _("Meeting")

    event_kind = models.CharField(_("kind of event"), max_length=20, choices=EventKind, default=EventKind.WORKSHOP)
    body = StreamField(BodyStreamBlock(), verbose_name=_("about the event"), blank=True)
    programme = StreamField(ProgrammeStreamBlock(), verbose_name=_("programme"), blank=True)
    access_note = models.TextField(
        _("access at this event"),
        max_length=1000,
        blank=True,
        help_text=_("What is there without asking: interpreters, captions, breaks, easy-read papers."),
    )
    cost = models.CharField(_("cost"), max_length=120, blank=True, help_text=_("Empty means free."))

    starts_at = models.DateTimeField(
        _("starts"), help_text=_("Type it in the time zone of your own account; the page shows it in the event's.")
    )
    ends_at = models.DateTimeField(_("ends"))
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default="Europe/London",
        help_text=_("Times are shown in it, such as Europe/London."),
    )

    event_format = models.CharField(_("where"), max_length=20, choices=Format, default=Format.IN_PERSON)
    venue = models.ForeignKey(
        Venue, verbose_name=_("venue"), null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    joining_link = models.URLField(
        _("link to join online"), blank=True, help_text=_("Only people who have a place are told.")
    )

    takes_registrations = models.BooleanField(_("people can take a place"), default=True)
    capacity = models.PositiveIntegerField(
        _("places"),
        null=True,
        blank=True,
        help_text=_("Empty means no limit. With more places, people on the waiting list get them at once."),
    )
    registration_closes_at = models.DateTimeField(
        _("places can be taken until"), null=True, blank=True, help_text=_("Empty means until the event starts.")
    )

    objects = EventPageManager()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            ["event_kind", FieldRowPanel(["starts_at", "ends_at"]), "time_zone"], heading=_("What and when")
        ),
        MultiFieldPanel(["event_format", "venue", "joining_link"], heading=_("Where")),
        MultiFieldPanel(
            ["takes_registrations", FieldRowPanel(["capacity", "registration_closes_at"]), "cost"], heading=_("Places")
        ),
        "body",
        "programme",
        "access_note",
        *BasePage.about_panels,
        *BasePage.comment_panels,
    ]

    # A translation happens at the same time.
    override_translatable_fields = [SynchronizedField("time_zone")]

    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("event")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="event_ends_after_it_starts"
            )
        ]

    def clean(self):
        super().clean()
        errors = {}
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = _("The event must end after it starts.")
        if self.time_zone not in zoneinfo.available_timezones():
            errors["time_zone"] = _("We do not know this time zone. Use a name such as Europe/London.")
        if self.event_format != self.Format.ONLINE and not self.venue_id:
            errors["venue"] = _("Choose a venue, or set the event to online.")
        if errors:
            raise ValidationError(errors)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        # One query for the places and the venue; they come with the page that was made first.
        first = self.first_made
        if first.venue_id == self.venue_id:
            self.venue = first.venue
        context["access_features"] = list(self.venue.access_features.all()) if self.venue else []
        context["registering_refused"] = self.why_no_registering()
        context["is_restricted"] = self.pk is not None and self._is_for_some_readers_only()
        return context

    def _is_for_some_readers_only(self):
        """Whether the views by which people take a place do not find this page; `public` looks at the same pages."""
        return any(page.get_view_restrictions() for page in (self, self.alias_of) if page)

    def why_no_registering(self, now=None):
        """Return why nobody can take a place (or ask for one) now, as a sentence, or an empty text if they can."""
        now = now or timezone.now()
        if self.ends_at < now:
            return _("This event is over.")
        if not self.takes_registrations:
            return _("Places at this event are not given out here.")
        if (self.registration_closes_at or self.starts_at) <= now:
            return _("It is too late to take a place at this event.")
        return ""

    def in_language(self, language):
        """Return the translation into `language` that everybody may read, or this page where there is none."""
        if self.locale.language_code == language:
            return self
        translated = (
            EventPage.objects.live()
            .public()
            .filter(translation_key=self.translation_key, locale__language_code=language)
        )
        return translated.first() or self

    def card_facts(self):
        return [when(self), self.get_event_format_display()]

    def structured_data(self):
        data = super().structured_data() | {
            "@type": "Event",
            "startDate": self.local_start.isoformat(),
            "endDate": self.local_end.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": f"https://schema.org/{self.ATTENDANCE_MODES[self.event_format]}",
            "location": self._structured_locations(),
        }
        if self.takes_registrations and self.availability.capacity is not None:
            data["maximumAttendeeCapacity"] = self.availability.capacity
            data["remainingAttendeeCapacity"] = self.availability.left
        if not self.cost:
            data["isAccessibleForFree"] = True
        return data

    ATTENDANCE_MODES = {
        Format.IN_PERSON: "OfflineEventAttendanceMode",
        Format.ONLINE: "OnlineEventAttendanceMode",
        Format.BOTH: "MixedEventAttendanceMode",
    }

    def _structured_locations(self):
        places = []
        if self.venue and self.event_format != self.Format.ONLINE:
            places.append({"@type": "Place", "name": self.venue.name, "address": self.venue.address})
        if self.event_format != self.Format.IN_PERSON:
            # The link to join is for those who have a place; everybody else starts on this page.
            places.append({"@type": "VirtualLocation", "url": self.full_url})
        return places[0] if len(places) == 1 else places

    @cached_property
    def first_made(self):
        """The page that holds the people of this event, with `taken` and `waiting` (see `with_places`).

        It is the oldest of an event's translations: all of them offer the same places. Copies that follow another page
        (Wagtail's aliases) offer the places of that page.
        """
        key = self.alias_of.translation_key if self.alias_of_id else self.translation_key
        found = (
            EventPage.objects.filter(translation_key=key).with_places().select_related("venue").order_by("pk").first()
        )
        return found or self

    @property
    def availability(self):
        """The places of this event, without a query where `with_places` counted them."""
        first = self if hasattr(self, "taken") else self.first_made
        return Availability(first.capacity, getattr(first, "taken", 0), getattr(first, "waiting", 0))

    @property
    def when(self):
        """When it is: "Thursday 19 April 2026, 10am to 1pm"."""
        return when(self)

    @property
    def hours(self):
        """When it is, without the day: "10am to 1pm"."""
        return hours(self)

    @property
    def closing_words(self):
        """Until when places can be taken: "Thursday 12 April 2026, 5pm"."""
        return moment(self, self.registration_closes_at or self.starts_at)

    @property
    def zone_words(self):
        """The name of its time zone: "London time (BST)"."""
        return zone_words(self)

    @cached_property
    def zone(self):
        """The event's own time zone."""
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def local_start(self):
        """The start in the event's own time zone."""
        return self.starts_at.astimezone(self.zone)

    @property
    def local_end(self):
        """The end in the event's own time zone."""
        return self.ends_at.astimezone(self.zone)

    @property
    def listing_date(self):
        return self.starts_at

    @property
    def is_past(self):
        return self.ends_at < timezone.now()
