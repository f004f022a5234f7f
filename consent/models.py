"""The ledger of consent: who agreed to what, until when and how. Private: nothing of it is shown to readers."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Page

# Editors hear so long before a consent ends.
ANNOUNCED = timedelta(days=30)


class ConsentQuerySet(models.QuerySet):
    def in_force(self):
        """Return the consents that still hold."""
        return self.filter(gone_at=None)

    def gone(self):
        """Return the consents that were taken back or have ended: what they cover is shown nowhere."""
        return self.exclude(gone_at=None)

    def on(self, translation_keys):
        """Return the consents for something on these pages or on their translations."""
        return self.filter(uses__page__translation_key__in=translation_keys).distinct()

    def kept_off(self, translation_key):
        """Return the consents for something that must not come back to a page or to its translations."""
        return self.gone().on([translation_key]).filter(~self.agreed_again(translation_key))

    def agreed_again(self, translation_key):
        """Return the condition that, since a consent is gone, somebody agreed again to the same on the same page."""
        return models.Exists(
            Consent.objects.in_force().filter(
                covers=models.OuterRef("covers"),
                wording=models.OuterRef("wording"),
                noted_at__gte=models.OuterRef("gone_at"),
                uses__page__translation_key=translation_key,
            )
        )

    def ending(self, now=None):
        """Return the consents that end within 30 days, the first one first."""
        today = timezone.localdate(now)
        return self.in_force().filter(until__lte=today + ANNOUNCED).order_by("until", "pk")

    def over(self, now=None):
        """Return the consents whose last day has passed, and that nobody has acted on yet."""
        return self.in_force().filter(until__lt=timezone.localdate(now))


class Consent(ClusterableModel):
    """That a person agreed to something of theirs being shown: their words, a picture of them, or their name."""

    class Covers(models.TextChoices):
        WORDS = "words", _("Words that they said")
        PHOTO = "photo", _("A photograph of them")
        NAME = "name", _("Their name")

    class How(models.TextChoices):
        WRITTEN = "written", _("In writing")
        RECORDED = "recorded", _("On tape")
        PHONE = "phone", _("By telephone")
        IN_PERSON = "in-person", _("In person")
        FORM = "form", _("By a form on the hub")

    class Reason(models.TextChoices):
        WITHDRAWN = "withdrawn", _("Taken back")
        ENDED = "ended", _("Ended")

    person_name = models.CharField(_("who agreed"), max_length=120, help_text=_("No reader sees it."))
    contact = models.CharField(
        _("how to reach them"),
        max_length=200,
        blank=True,
        help_text=_("An e-mail address, or how else. No reader sees it."),
    )
    language = models.CharField(
        _("their language"), max_length=10, choices=settings.LANGUAGES, default="en", help_text=_("We write in it.")
    )
    covers = models.CharField(_("what they agreed to"), max_length=10, choices=Covers)
    wording = models.TextField(
        _("the very words, or the name"),
        blank=True,
        max_length=5000,
        help_text=_("Exactly as it stands on the page: the hub finds it by that. Leave it empty for a photograph."),
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="consents",
    )
    agreed_on = models.DateField(_("agreed on"), default=timezone.localdate)
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day on which it may be shown. Empty for no end.")
    )
    how = models.CharField(_("how they agreed"), max_length=20, choices=How)
    evidence = models.CharField(
        _("where that is kept"), max_length=200, blank=True, help_text=_("Such as: blue folder, March 2026.")
    )

    # Quotes that went, {identifier of the block: language}: in translations they have that too, and other words.
    quotes = models.JSONField(default=dict, blank=True, editable=False)

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    noted_at = models.DateTimeField(_("noted at"), auto_now_add=True)
    announced_at = models.DateTimeField(null=True, blank=True, editable=False)
    gone_at = models.DateTimeField(_("gone at"), null=True, blank=True, editable=False)
    reason = models.CharField(max_length=10, choices=Reason, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    link_key = models.UUIDField(default=uuid.uuid4, editable=False)  # a new one makes older links void

    objects = ConsentQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens would tell editors of pictures who agreed

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-noted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(covers="photo") | ~models.Q(wording=""),
                name="consent_says_which_words",
                violation_error_message=_("Write down the words or the name, exactly as they stand on the page."),
            ),
            models.CheckConstraint(
                condition=models.Q(gone_at=None, reason="") | (models.Q(gone_at__isnull=False) & ~models.Q(reason="")),
                name="consent_that_is_gone_says_why",
            ),
        ]
        indexes = [models.Index(fields=["gone_at", "until"])]

    def __str__(self):
        return f"{self.get_covers_display()} – {self.person_name}"

    @property
    def is_gone(self):
        return self.gone_at is not None

    @property
    def state(self):
        """How it stands, in words."""
        if self.is_gone:
            return self.get_reason_display()
        return _("Ends soon") if self.until and self.until <= timezone.localdate() + ANNOUNCED else _("Holds")

    @property
    def shown(self):
        """What it is about, in a few words, for editors."""
        return self.wording[:80] if self.wording else self.get_covers_display()


class ConsentUse(models.Model):
    """A page that shows what somebody agreed to. Its translations and copies count as well."""

    consent = ParentalKey(Consent, on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consent", "page"], name="one_use_of_a_consent_per_page")]

    def __str__(self):
        return f"{self.consent_id} on {self.page_id}"


class Mending(models.Model):
    """Something that an editor has to look at after a consent ended: a gap in a page, or the same words elsewhere."""

    class Kind(models.TextChoices):
        GAP = "gap", _("Something was taken out. Read whether the rest still makes sense.")
        STILL_THERE = "still-there", _("The same words stand here too.")
        TRANSLATION = "translation", _("Something was taken out in another language. Look whether it stands here too.")

    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="mendings")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mending")
        verbose_name_plural = _("mendings")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["consent", "page", "kind"], name="one_mending_of_a_kind_per_page")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.page_id}"
