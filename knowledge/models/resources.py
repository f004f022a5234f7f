"""A resource: one document or link, or a short method written out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.blocks import BodyStreamBlock
from hub.kinds import Kind
from hub.models import BasePage

from ..licences import Licence
from ..uses import kept_uses_of
from .toolkits import CheckedMixin


class ResourcePage(CheckedMixin, BasePage):
    kind = Kind.RESOURCE
    joined = ("document",)

    class ResourceKind(models.TextChoices):
        GUIDE = "guide", _("Guide")
        TEMPLATE = "template", _("Template")
        METHOD = "method", _("Method")
        BRIEFING = "briefing", _("Briefing")
        POLICY = "policy", _("Policy")
        FORM = "form", _("Form")
        EASY_READ = "easy-read", _("Easy read")
        RESEARCH = "research", _("Research")

    resource_kind = models.CharField(
        _("kind of resource"), max_length=20, choices=ResourceKind, default=ResourceKind.GUIDE
    )
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link = models.URLField(_("link"), blank=True, help_text=_("If it is on another site."))
    what = models.TextField(_("what it is"), blank=True, max_length=1000)
    why = models.TextField(_("why use it"), blank=True, max_length=1000)
    time_needed = models.CharField(_("time it takes"), max_length=120, blank=True)
    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Who made it."))
    source_url = models.URLField(_("where it comes from"), blank=True)
    licence = models.CharField(_("licence"), max_length=40, choices=Licence, default=Licence.CC_BY)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(["resource_kind", "document", "link"], heading=_("The resource")),
        MultiFieldPanel(["what", "why", "time_needed"], heading=_("In short")),
        "body",
        *BasePage.about_panels,
        MultiFieldPanel([FieldRowPanel(["source", "source_url"]), "licence"], heading=_("Source and licence")),
        *CheckedMixin.check_panels,
        *BasePage.comment_panels,
    ]

    parent_page_types = ["knowledge.LibraryIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("resource")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if self.pk:
            context["uses"] = kept_uses_of(self)
        return context

    @property
    def licence_url(self):
        return Licence(self.licence).url

    def card_facts(self):
        return [self.get_resource_kind_display(), *super().card_facts()]

    def structured_data(self):
        return super().structured_data() | {"@type": "CreativeWork", "license": self.licence_url}
