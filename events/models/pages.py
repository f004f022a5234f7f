"""The pages of events: what is on, where, when, and for how many."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage
from hub.models.pages import BasePageManager, BasePageQuerySet

from ..blocks import ProgrammeStreamBlock
from .venues import Venue


class EventPageQuerySet(BasePageQuerySet):
    def upcoming(self, now=None):
        """Return the events that have not ended yet, the next one first."""
        return self.filter(ends_at__gte=now or timezone.now()).order_by("starts_at", "pk")

    def past(self, now=None):
        """Return the events that are over, the latest first."""
        return self.filter(ends_at__lt=now or timezone.now()).order_by("-starts_at", "-pk")


EventPageManager = BasePageManager.from_queryset(EventPageQuerySet)


class EventIndexPage(BasePage):
    parent_page_types = ["hub.HomePage"]
    subpage_types = ["events.EventPage"]

    class Meta:
        verbose_name = _("list of events")


class EventPage(BasePage):
    kind = Kind.EVENT

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

    starts_at = models.DateTimeField(_("starts"))
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
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True, help_text=_("Empty means no limit."))
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
        FieldPanel("is_open_for_comments"),
    ]

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
