"""Blocks of an event's programme."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.blocks.text import TEXT_FEATURES


class SessionBlock(blocks.StructBlock):
    starts = blocks.TimeBlock(label=_("From"))
    ends = blocks.TimeBlock(label=_("To"), required=False)
    title = blocks.CharBlock(label=_("What"), max_length=140)
    who = blocks.CharBlock(label=_("Who leads it"), max_length=160, required=False)
    text = blocks.RichTextBlock(label=_("More about it"), features=TEXT_FEATURES, required=False)

    class Meta:
        icon = "time"
        label = _("Session")
        group = _("Programme")
        template = "blocks/session.html"
        description = _("One part of the day: a talk, a workshop, lunch.")
        preview_value = {
            "starts": "10:00",
            "ends": "10:45",
            "title": "What we heard",
            "who": "Rosa Adeyemi",
            "text": "",
        }


class ProgrammeStreamBlock(blocks.StreamBlock):
    session = SessionBlock()

    class Meta:
        template = "blocks/programme.html"
