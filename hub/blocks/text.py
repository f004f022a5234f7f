"""Blocks that are words."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "superscript", "subscript"]


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self):
        """The part of the address after #, so that a heading can be linked to."""
        return slugify(self["text"], allow_unicode=True) or "section"


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Main heading")), ("3", _("Heading below a main heading"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Words")
        template = "blocks/heading.html"
        description = _("Starts a section, so that readers can find their way.")
        preview_value = {"text": "Before you start", "level": "2"}
        value_class = HeadingValue


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Words")
        template = "blocks/text.html"
        description = _("Paragraphs, lists and links.")
        preview_value = "<p>Ask the people who use the service <b>before</b> you write the plan, and pay them.</p>"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quote"))
    who = blocks.CharBlock(label=_("Who said it"), max_length=120, required=False)
    role = blocks.CharBlock(label=_("Who they are"), max_length=160, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Words")
        template = "blocks/quote.html"
        description = _("Somebody's own words, with their name or none.")
        preview_value = {
            "text": "It was the first time anybody asked us before the building was finished.",
            "who": "Amina",
            "role": "resident and co-chair",
        }


class CalloutValue(blocks.StructValue):
    ICONS = {"note": "info", "tip": "lightbulb", "warning": "warning"}
    WORDS = {"note": _("Good to know"), "tip": _("Tip"), "warning": _("Take care")}

    @property
    def icon(self):
        """The symbol beside the words."""
        return self.ICONS[self["tone"]]

    @property
    def word(self):
        """What kind of callout it is, in words, for readers who do not see the colour."""
        return self.WORDS[self["tone"]]


class CalloutBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(
        label=_("Kind"),
        choices=[("note", _("Good to know")), ("tip", _("Tip")), ("warning", _("Take care"))],
        default="note",
    )
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul"])

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        group = _("Words")
        template = "blocks/callout.html"
        description = _("Something that readers must not miss, in a box.")
        preview_value = {"tone": "tip", "text": "<p>Book the interpreter before you book the room.</p>"}
        value_class = CalloutValue
