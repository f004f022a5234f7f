"""What editors may set for the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="cog")
class HubSettings(BaseGenericSetting):
    site_name = models.CharField(_("name of the hub"), max_length=60, default="Hub")
    tagline = models.CharField(
        _("tagline"), max_length=120, blank=True, help_text=_("One line that says what the hub is for.")
    )
    contact_email = models.EmailField(
        _("contact e-mail"), blank=True, help_text=_("Shown in the footer and on every help page.")
    )
    contact_phone = models.CharField(_("contact phone"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("hub settings")
