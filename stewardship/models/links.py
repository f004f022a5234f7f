"""The links that lead out of published pages, and whether anybody still answers there."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.models import BasePage

# A link counts as dead when it failed on so many days, with no success in between.
DEAD_AFTER = 3
AGAIN_AFTER, AGAIN_AFTER_FAILURE = timedelta(days=7), timedelta(hours=20)


class OutgoingLinkQuerySet(models.QuerySet):
    def in_use(self):
        """Return those that a published page leads to."""
        return self.filter(models.Exists(BasePage.objects.live().filter(outgoing_links=models.OuterRef("pk"))))

    def to_ask(self, now=None):
        """Return those that it is time to ask again, the longest waiting first."""
        now = now or timezone.now()
        early = models.Q(checked_at=None)
        early |= models.Q(failed_days=0, checked_at__lte=now - AGAIN_AFTER)
        early |= models.Q(failed_days__gt=0, checked_at__lte=now - AGAIN_AFTER_FAILURE)
        early &= ~models.Q(last_failed_on=timezone.localdate(now)) | models.Q(last_failed_on=None)
        return self.in_use().filter(early).order_by(models.F("checked_at").asc(nulls_first=True), "pk")

    def dead(self):
        """Return those that nobody answers at, and about which no editor has decided."""
        return self.in_use().filter(failed_days__gte=DEAD_AFTER, left_by=None)


class OutgoingLink(models.Model):
    class Problem(models.TextChoices):
        """Why it failed the last time."""

        NO_HOST = "no-host", _("There is no such site any more.")
        NO_ANSWER = "no-answer", _("The site does not answer.")
        CERTIFICATE = "certificate", _("The site’s certificate is not valid.")
        NOT_THERE = "not-there", _("The site says that this page is not there.")
        BROKEN = "broken", _("The site says that something is broken there.")
        ROUND = "round", _("It leads round in circles.")

    url = models.CharField(_("address"), max_length=1000, unique=True)
    pages = models.ManyToManyField(BasePage, related_name="outgoing_links")
    checked_at = models.DateTimeField(_("asked at"), null=True)
    problem = models.CharField(_("problem"), max_length=20, choices=Problem, blank=True)
    failed_days = models.PositiveSmallIntegerField(default=0)
    first_failed_on = models.DateField(_("dead since"), null=True)
    last_failed_on = models.DateField(null=True)
    # The editor who said that it may stay as it is.
    left_by = models.ForeignKey("members.User", null=True, on_delete=models.SET_NULL, related_name="+")

    objects = OutgoingLinkQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # pages hold the links themselves

    class Meta:
        verbose_name = _("outgoing link")
        verbose_name_plural = _("outgoing links")
        indexes = [models.Index(fields=["checked_at"], name="stewardship_link_asked")]

    def __str__(self):
        return self.url


class PageScan(models.Model):
    """Which version of a page its links were taken from."""

    page = models.OneToOneField(BasePage, on_delete=models.CASCADE, related_name="+")
    published_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return str(self.page_id)
