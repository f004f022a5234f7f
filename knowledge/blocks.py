"""Blocks that toolkits are made of."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from hub.blocks import BodyStreamBlock


class ToolkitStepValue(blocks.StructValue):
    @property
    def anchor(self):
        """The part of the address after #, so that one step can be linked to."""
        return slugify(self["title"], allow_unicode=True) or "step"


class ToolkitStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Step"), max_length=120)
    aim = blocks.CharBlock(label=_("What it is for"), max_length=240, required=False)
    minutes = blocks.IntegerBlock(label=_("Minutes it takes"), min_value=1, max_value=10_000, required=False)
    who = blocks.CharBlock(label=_("Who is in the room"), max_length=200, required=False)
    instructions = BodyStreamBlock(label=_("What to do"), required=False)
    template_file = DocumentChooserBlock(label=_("Blank template"), required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        group = _("Toolkit")
        template = "blocks/toolkit_step.html"
        description = _("One step: what it is for, how long it takes, who is there, what to do.")
        preview_value = {
            "title": "Map who is affected",
            "aim": "See who is missing before you start.",
            "minutes": 45,
            "who": "The whole team and two residents",
            "instructions": [
                {"type": "text", "value": "<p>Write each group on a card. Put the cards on the wall.</p>"}
            ],
        }
        value_class = ToolkitStepValue


class ToolkitStepsStreamBlock(blocks.StreamBlock):
    step = ToolkitStepBlock()

    class Meta:
        template = "blocks/toolkit_steps.html"
