"""The home page, and the plain page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from ..blocks import BodyStreamBlock
from ..home import home_sections
from .pages import BasePage


class HomePage(BasePage):
    welcome = models.CharField(_("welcome"), max_length=160, help_text=_("The first line people read."))

    content_panels = [*BasePage.content_panels, "welcome"]

    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sections"] = sections = home_sections(request)
        things = [thing for section in sections for thing in section.items]
        covers = [thing.cover_image for thing in things if getattr(thing, "cover_image", None)]
        models.prefetch_related_objects(covers, "renditions")
        return context


class StandardPage(BasePage):
    """A page of plain content: about, privacy, house rules."""

    body = StreamField(BodyStreamBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, "body"]

    parent_page_types = ["hub.HomePage", "hub.StandardPage"]
    subpage_types = ["hub.StandardPage"]

    class Meta:
        verbose_name = _("plain page")
