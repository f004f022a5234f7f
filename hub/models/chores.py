"""When each chore last ran, and what it said."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoreRun(models.Model):
    """The latest run of one chore. Whoever changes `started_at` from what they read may run it; see `hub.chores`."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    said = models.TextField(_("what it said"), blank=True)
    has_failed = models.BooleanField(_("has failed"), default=False)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("chore")
        verbose_name_plural = _("chores")

    def __str__(self):
        return self.name
