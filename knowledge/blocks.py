"""Blocks that toolkits are made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from hub.blocks import BodyStreamBlock
from hub.blocks.text import TEXT_FEATURES


class ToolkitStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Step"), max_length=120, help_text=_("The step's address is made of it. Old addresses go on working.")
    )
    aim = blocks.CharBlock(label=_("What it is for"), max_length=240, required=False)
    minutes = blocks.IntegerBlock(label=_("Minutes it takes"), min_value=1, max_value=10_000, required=False)
    who = blocks.CharBlock(label=_("Who is in the room"), max_length=200, required=False)
    instructions = BodyStreamBlock(label=_("What to do"), required=False)
    template_file = DocumentChooserBlock(label=_("Blank template"), required=False)
    example_file = DocumentChooserBlock(
        label=_("Filled-in example"), required=False, help_text=_("The same template, as somebody really filled it in.")
    )
    example = blocks.RichTextBlock(
        label=_("What the example shows"),
        features=TEXT_FEATURES,
        required=False,
        help_text=_("In words, for people who do not open the file."),
    )
    case_study = blocks.PageChooserBlock(
        label=_("The case study it came from"),
        page_type="casestudies.CaseStudyPage",
        required=False,
        help_text=_("Readers see it while it is published for everybody."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Step")
        group = _("Toolkit")
        template = "blocks/toolkit_step.html"
        description = _("One step: what it is for, how long it takes, who is there, what to do, and an example.")
        preview_value = {
            "title": "Map who is affected",
            "aim": "See who is missing before you start.",
            "minutes": 45,
            "who": "The whole team and two residents",
            "instructions": [
                {"type": "text", "value": "<p>Write each group on a card. Put the cards on the wall.</p>"}
            ],
            "example": "<p>A youth club wrote 14 cards. Nobody had thought of the caretaker.</p>",
        }


class ToolkitStepsStreamBlock(blocks.StreamBlock):
    step = ToolkitStepBlock()

    class Meta:
        template = "blocks/toolkit_steps.html"
