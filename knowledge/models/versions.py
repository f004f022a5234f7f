"""The versions of a kit, who is told of them, and each of them as one ZIP."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from .toolkits import ToolkitPage

MEMBER = "member-"  # and a key: told from an address, which may begin so too, by having no @


class KitVersionQuerySet(models.QuerySet):
    def numbered(self):
        """Return the versions that have a number of their own, the newest first; small corrections are left out."""
        return self.filter(matters=True).order_by("-number")

    def newest_first(self):
        return self.order_by("-number", "-published_at", "-pk")


class KitVersion(models.Model):
    """A publication that changed what is in a kit. A small correction has the number of the version it corrects."""

    kit = models.ForeignKey(ToolkitPage, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    note = models.TextField(_("what changed"), blank=True, max_length=600)
    matters = models.BooleanField(_("matters to readers"), default=True)
    # What was in the kit: titles and fingerprints, from which the differences are told (`knowledge.contents`).
    contents = models.JSONField(default=dict)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("published by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    published_at = models.DateTimeField(_("published at"), default=timezone.now)

    objects = KitVersionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("version of a toolkit")
        ordering = ["kit", "number", "published_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kit", "number"], condition=models.Q(matters=True), name="one_version_per_number_of_a_kit"
            ),
            models.UniqueConstraint(fields=["kit", "revision"], name="one_version_per_revision_of_a_kit"),
        ]

    def __str__(self):
        return f"{self.kit_id}, {self.number}"


class KitFollowerQuerySet(models.QuerySet):
    def confirmed(self):
        """Return those who are told: members who are still here, and addresses whose owner said yes."""
        return self.filter(confirmed_at__isnull=False).exclude(user__is_active=False)

    def unconfirmed(self):
        return self.filter(confirmed_at=None)

    def of_member(self, user):
        return self.filter(user=user)

    def of_owner(self, owner):
        """Return the rows of `owner`, named as `KitFollower.owner` does."""
        if "@" in owner:
            return self.filter(email__iexact=owner)
        return self.filter(user=int(owner.removeprefix(MEMBER)))

    def behind(self, number):
        """Return those who do not know of version `number` yet."""
        return self.filter(knows_number__lt=number)


class KitFollower(models.Model):
    """Somebody who asked to be told when a kit changes: a member, or an address whose owner confirmed it."""

    kit = models.ForeignKey(ToolkitPage, on_delete=models.CASCADE, related_name="followers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="followed_kits"
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    # The newest version that they know of: the one that they read or took away, then the last that they were told of.
    knows_number = models.PositiveIntegerField(default=1)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    objects = KitFollowerQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # who follows what is nobody else's business

    class Meta:
        verbose_name = _("follower of a toolkit")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=False, email="") | (models.Q(user=None) & ~models.Q(email="")),
                name="follower_is_member_or_address",
            ),
            models.UniqueConstraint(fields=["kit", "user"], name="a_member_follows_a_kit_once"),
            models.UniqueConstraint(
                "kit", Lower("email"), condition=~models.Q(email=""), name="an_address_follows_a_kit_once"
            ),
        ]

    def __str__(self):
        return f"{self.kit_id}: {self.user_id or '@'}"

    @property
    def owner(self):
        """Whose it is, as links say it: an address, or a member."""
        return self.email or f"{MEMBER}{self.user_id}"


def archive_path(archive, filename):
    """Return where a ZIP is kept: nobody can guess the fingerprint, so that nobody gets past who may see the kit."""
    return f"kits/{archive.kit_id}/{archive.fingerprint}.zip"


class KitArchive(models.Model):
    """A kit as one ZIP, made once for what is in it (`knowledge.takeaway`)."""

    kit = models.ForeignKey(ToolkitPage, on_delete=models.CASCADE, related_name="archives")
    fingerprint = models.CharField(max_length=64)
    file = models.FileField(upload_to=archive_path, max_length=200)
    size = models.PositiveBigIntegerField()
    made_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("ZIP of a toolkit")
        constraints = [models.UniqueConstraint(fields=["kit", "fingerprint"], name="one_zip_per_state_of_a_kit")]

    def __str__(self):
        return self.file.name
