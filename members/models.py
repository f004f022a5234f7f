"""People: who signs in, under which name they are seen, in which language and time zone."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        """Return a new member. Without a password they sign in by a code that is mailed to them."""
        if not email:
            raise ValueError("A member needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Return a new administrator with every permission, whose address counts as confirmed."""
        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        user.emailaddress_set.create(email=user.email, verified=True, primary=True)
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


def validate_time_zone(value):
    """Raise `ValidationError` unless `value` is a name in the IANA time zone database."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is not a time zone that we know."), params={"name": value})


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(
        _("e-mail address"), unique=True, help_text=_("You sign in with it. Other members do not see it.")
    )
    name = models.CharField(_("name shown"), max_length=80, help_text=_("As other members see you."))
    about = models.TextField(
        _("about you"), max_length=600, blank=True, help_text=_("What you do, and what you could tell others about.")
    )
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default="en", help_text=_("We write to you in it.")
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/London", validators=[validate_time_zone]
    )
    wants_reply_mail = models.BooleanField(
        _("write to me about replies"),
        default=True,
        help_text=_("When somebody answers your comment, or posts in a group discussion that you are part of."),
    )
    wants_feedback_mail = models.BooleanField(
        _("write to me about what readers say"),
        default=True,
        help_text=_("About pages that you look after, once a week at most."),
    )
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined at"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="unique_email_whatever_the_case")]

    def __str__(self):
        return self.name or f"#{self.pk}"  # never the address: pages show who wrote them

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split(" ")[0]

    @property
    def first_name(self):
        """What Wagtail's menu calls a person by."""
        return self.get_short_name()
