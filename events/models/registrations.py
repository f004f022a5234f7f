"""Who comes: a registration is a party with one person who answers for it; an attendee is a person in it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .pages import EventPage


def make_token():
    """Return a secret that nobody can guess (256 bits), for links that need no sign-in."""
    return secrets.token_urlsafe(32)


class RegistrationQuerySet(models.QuerySet):
    def active(self):
        """Return the registrations in which somebody still has a place or waits for one."""
        return self.filter(cancelled_at=None)


class Registration(models.Model):
    # Always the page of an event that was made first (`EventPage.first_made`), never a translation of it.
    event = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="registrations")
    contact_name = models.CharField(_("your name"), max_length=120)
    contact_email = models.EmailField(_("your e-mail address"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="registrations"
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    token = models.CharField(max_length=64, unique=True, default=make_token, editable=False)
    # Set by the form when it is shown, so that sending it twice makes one registration.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    cancelled_at = models.DateTimeField(_("given up at"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "event",
                Lower("contact_email"),
                condition=models.Q(cancelled_at=None),
                name="one_registration_per_address",
            )
        ]

    def __str__(self):
        return self.contact_name

    def get_absolute_url(self):
        """Return the address where whoever has the link changes or gives up the places. It holds the secret."""
        return reverse("events:manage", args=[self.token])


class AttendeeQuerySet(models.QuerySet):
    def confirmed(self):
        """Return the people who have a place."""
        return self.filter(status=Attendee.Status.CONFIRMED)

    def coming(self):
        """Return the people who have a place or wait for one: all who have not given it up."""
        return self.exclude(status=Attendee.Status.CANCELLED)

    def waiting(self):
        """Return the people on the waiting list, first come first."""
        return self.filter(status=Attendee.Status.WAITING).order_by("queued_at", "pk")


class Attendee(models.Model):
    class Status(models.TextChoices):
        CONFIRMED = "confirmed", _("Has a place")
        WAITING = "waiting", _("On the waiting list")
        CANCELLED = "cancelled", _("Gave up the place")

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="attendees")
    # The same as the registration's: counting the places of an event then needs no join.
    event = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="attendees")
    name = models.CharField(_("name"), max_length=120)
    access_needs = models.TextField(
        _("access needs"),
        max_length=1000,
        blank=True,
        help_text=_("What would make it possible for you to take part. Only the organisers read it."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status)
    queued_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    cancelled_at = models.DateTimeField(_("given up at"), null=True, blank=True, editable=False)
    # Empty where the person did it themselves, with their link.
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        ordering = ["queued_at", "pk"]
        indexes = [models.Index(fields=["event", "status", "queued_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="cancelled", cancelled_at__isnull=False)
                | (~models.Q(status="cancelled") & models.Q(cancelled_at=None)),
                name="given_up_has_a_moment",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def has_place(self):
        return self.status == self.Status.CONFIRMED

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING
