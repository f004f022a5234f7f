"""Who keeps a page true, when it was checked, and who was told that it is to be checked again.

A table of its own and no fields of the page: what a check says holds at once, whatever draft lies there, and is not
overwritten when that draft is published. A page shares its row with its translations.
"""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.models import BasePage

# Days after the check is due from which each is told.
DEPUTY_AFTER, EDITORS_AFTER = 14, 28
# How many days "I'll change it" gives, and how often in a row it may be said.
DAYS_TO_CHANGE, MOST_PROMISES = 14, 2


class StewardshipQuerySet(models.QuerySet):
    def with_people(self):
        """Fetch the names that readers see together with the rows."""
        return self.select_related("owner", "deputy", "checked_by")

    def of_live_pages(self):
        """Return those whose page is published in any language. What nobody can read needs no check."""
        return self.filter(
            models.Exists(Page.objects.filter(translation_key=models.OuterRef("translation_key"), live=True))
        )

    def due(self, day=None, *, for_days=0):
        """Return those whose check has been due for so many days (0: due on that very day, or before)."""
        day = day or timezone.localdate()
        return self.of_live_pages().filter(next_check_on__lte=day - timedelta(days=for_days))

    def without_owner(self):
        """Return those that nobody who is active looks after."""
        return self.exclude(owner__is_active=True)

    def of(self, member):
        """Return those that `member` looks after."""
        return self.filter(owner=member)

    def answered_for(self):
        """Return those that have an owner, or a deputy, who is active."""
        return self.filter(models.Q(owner__is_active=True) | models.Q(deputy__is_active=True))

    def answered_for_by(self, member):
        """Return those that `member` answers for: as the owner, or as the deputy while nobody active is the owner."""
        return self.filter(models.Q(owner=member) | models.Q(deputy=member) & ~models.Q(owner__is_active=True))


class Stewardship(models.Model):
    # Not a foreign key alone: the row outlives the page that it was made for, as long as there is a translation.
    translation_key = models.UUIDField(unique=True, editable=False)
    page = models.OneToOneField(
        BasePage,
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="stewardship_row",
        editable=False,
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("They are asked by mail whether the page is still right. Readers see their name."),
    )
    role = models.CharField(
        _("as what"),
        max_length=120,
        blank=True,
        help_text=_("Such as: editor of the library, lead for payment. Readers see it beside the name."),
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deputy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("They are asked after 14 days, and take over when the first one leaves."),
    )
    interval = models.PositiveSmallIntegerField(
        _("months between checks"), default=6, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    next_check_on = models.DateField(_("next check on"), help_text=_("On this day they are asked by mail."))
    # Since the owner said that something is out of date; empty once the page is checked.
    changing_since = models.DateField(null=True, blank=True, editable=False)
    promises = models.PositiveSmallIntegerField(default=0, editable=False)
    # Since when the editors know that it has no owner; empty while it has one.
    without_owner_since = models.DateField(null=True, blank=True, editable=False)

    objects = StewardshipQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # Wagtail's "usage" screens are about what pages show

    class Meta:
        verbose_name = _("page that is kept true")
        verbose_name_plural = _("pages that are kept true")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(owner=None) | models.Q(deputy=None) | ~models.Q(owner=models.F("deputy")),
                name="deputy_is_somebody_else",
                violation_error_message=_("The deputy must be somebody else."),
            ),
            models.CheckConstraint(condition=models.Q(interval__gte=1), name="check_comes_again"),
        ]
        indexes = [models.Index(fields=["next_check_on"], name="stewardship_next_check")]

    def __str__(self):
        return self.page.title if self.page else str(self.translation_key)

    def is_kept_by(self, user):
        """Return whether `user` is the owner or the deputy."""
        return user.pk is not None and user.pk in (self.owner_id, self.deputy_id)

    @property
    def is_due(self):
        return self.next_check_on <= timezone.localdate()

    @property
    def is_overdue(self):
        return self.next_check_on < timezone.localdate()

    @property
    def state_in_words(self):
        """What an editor is told at first sight."""
        if not self.has_owner:
            return _("Without an owner")
        if self.is_due:
            return _("Due") if self.next_check_on == timezone.localdate() else _("Overdue")
        return _("Being changed") if self.changing_since else _("Up to date")

    @property
    def has_owner(self):
        return bool(self.owner and self.owner.is_active)

    @property
    def may_promise(self):
        """Whether "I'll change it" may be said once more before the page is checked."""
        return self.promises < MOST_PROMISES


class Check(models.Model):
    """What somebody said when asked whether a page is still right, or who was made to look after it."""

    class Said(models.TextChoices):
        RIGHT = "right", _("Still right")
        CHANGING = "changing", _("I’ll change it")
        NOT_MINE = "not-mine", _("Not mine any more")
        APPOINTED = "appointed", _("Looked after by somebody else")

    class Place(models.TextChoices):
        MAIL = "mail", _("a link in a mail")
        HUB = "hub", _("their list on the hub")
        ADMIN = "admin", _("the admin")
        IMPORT = "import", _("an import")
        NOBODY = "by-itself", _("by itself")

    stewardship = models.ForeignKey(Stewardship, on_delete=models.CASCADE, related_name="checks")
    said = models.CharField(_("what was said"), max_length=20, choices=Said)
    words = models.TextField(_("in words"), max_length=1000, blank=True)
    place = models.CharField(_("from where"), max_length=20, choices=Place)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    said_at = models.DateTimeField(_("when"), default=timezone.now)

    wagtail_reference_index_ignore = True  # for the report alone

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        ordering = ["-said_at", "-pk"]

    def __str__(self):
        return self.get_said_display()


class Notice(models.Model):
    """Somebody was told that a check is due. That nobody is told twice is a constraint, not a hope."""

    class Stage(models.IntegerChoices):
        OWNER = 1, _("Owner")
        DEPUTY = 2, _("Deputy")
        EDITORS = 3, _("Editors")

    stewardship = models.ForeignKey(Stewardship, on_delete=models.CASCADE, related_name="notices")
    due_on = models.DateField(_("due on"))
    stage = models.PositiveSmallIntegerField(choices=Stage)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sent_on = models.DateField()

    wagtail_reference_index_ignore = True  # for the chore alone

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stewardship", "due_on", "stage", "reader"], name="nobody_is_told_twice_of_a_check"
            )
        ]
        indexes = [models.Index(fields=["sent_on"], name="stewardship_sent_on")]

    def __str__(self):
        return f"{self.get_stage_display()}, {self.due_on}"
