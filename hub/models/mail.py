"""Mail that waits to be sent."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WaitingMailQuerySet(models.QuerySet):
    def due(self):
        """Mail to send now, what has waited longest first."""
        return self.filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")

    def out_of_date(self):
        """Mail that nobody has a use for any more, such as a code that has run out."""
        return self.filter(useful_until__lte=timezone.now())


class WaitingMail(models.Model):
    """One mail as it will leave. The row is deleted at the moment at which the mail server has taken it."""

    content = models.BinaryField(_("content"))
    sender = models.CharField(_("sender"), max_length=320)
    recipients = models.JSONField(_("recipients"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try at"), default=timezone.now, db_index=True)
    useful_until = models.DateTimeField(_("useful until"))

    objects = WaitingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiting mail")
        verbose_name_plural = _("waiting mail")

    def __str__(self):
        return f"{self.pk}"  # never to whom

    def take(self):
        """Return whether this process may send it now, and set when it is due again if that fails or never ends."""
        pause = timedelta(minutes=min(2**self.tries, 60))
        return bool(
            WaitingMail.objects.filter(pk=self.pk, next_try_at=self.next_try_at).update(
                next_try_at=timezone.now() + pause, tries=self.tries + 1
            )
        )
