"""Blocks of an event's programme."""

from datetime import time

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.text import TEXT_FEATURES
from hub.templatetags.hub_tags import clock


class SessionValue(blocks.StructValue):
    @property
    def hours(self):
        """When it is, by the clock on the wall: "10am to 10.45am", or "10am" where no end is told."""
        if self["ends"]:
            return _("%(start)s to %(end)s") % {"start": clock(self["starts"]), "end": clock(self["ends"])}
        return clock(self["starts"])


class SessionBlock(blocks.StructBlock):
    starts = blocks.TimeBlock(label=_("From"))
    ends = blocks.TimeBlock(label=_("To"), required=False)
    title = blocks.CharBlock(label=_("What"), max_length=140)
    who = blocks.CharBlock(label=_("Who leads it"), max_length=160, required=False)
    text = blocks.RichTextBlock(label=_("More about it"), features=TEXT_FEATURES, required=False)

    class Meta:
        icon = "time"
        value_class = SessionValue
        label = _("Session")
        group = _("Programme")
        template = "blocks/session.html"
        description = _("One part of the day: a talk, a workshop, lunch.")
        preview_value = {
            "starts": time(10),
            "ends": time(10, 45),
            "title": "What we heard",
            "who": "Rosa Adeyemi",
            "text": "",
        }


class ProgrammeStreamBlock(blocks.StreamBlock):
    session = SessionBlock()

    class Meta:
        template = "blocks/programme.html"
