"""What members say about a kit that they used. An editor reads it before it appears."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .toolkits import ToolkitPage


class ExperienceQuerySet(models.QuerySet):
    def approved(self):
        """Return what everybody who sees the kit may read."""
        return self.filter(status=Experience.Status.APPROVED)

    def waiting(self):
        """Return what no editor has decided about, the oldest first."""
        return self.filter(status=Experience.Status.WAITING).order_by("created_at", "pk")

    def of_kit(self, kit):
        """Return what was said about a kit, in whichever language it was read."""
        return self.filter(kit__translation_key=kit.translation_key)


class Experience(models.Model):
    """“We used this, and this is what happened”: said by a member about a kit."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waits for an editor")
        APPROVED = "approved", _("On the page")
        DECLINED = "declined", _("Declined")

    kit = models.ForeignKey(
        ToolkitPage, verbose_name=_("toolkit"), on_delete=models.CASCADE, related_name="experiences"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="kit_experiences",
    )
    place = models.CharField(
        _("where it was"),
        max_length=120,
        blank=True,
        help_text=_("A group, a project or a place that people know."),
    )
    text = models.TextField(
        _("what happened"),
        max_length=3000,
        help_text=_("What did you do, and what came of it? What did not work helps as much. A few lines will do."),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    reason = models.TextField(
        _("reason"),
        max_length=1000,
        blank=True,
        help_text=_("The member reads it in a mail. Be kind, and say what would help."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    created_at = models.DateTimeField(_("sent at"), default=timezone.now)
    # Set by the form when it is shown, so that sending it twice makes one.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)

    objects = ExperienceQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # it may wait or be declined

    class Meta:
        verbose_name = _("experience with a toolkit")
        verbose_name_plural = _("experiences with toolkits")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.text[:60]

    def get_absolute_url(self):
        return reverse("knowledge:experience", args=[self.pk])

    @property
    def is_approved(self):
        return self.status == self.Status.APPROVED

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING
