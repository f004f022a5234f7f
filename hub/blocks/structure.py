"""Blocks that put things in order: steps, questions and answers, tables, links to other pages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue

from ..visibility import only_public
from .text import TEXT_FEATURES


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Step"), max_length=120)
    text = blocks.RichTextBlock(label=_("What to do"), features=TEXT_FEATURES, required=False)


class StepsBlock(blocks.StructBlock):
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        group = _("In order")
        template = "blocks/steps.html"
        description = _("Things to do one after the other. They are numbered by themselves.")
        preview_value = {
            "steps": [
                {"title": "Agree who decides", "text": "<p>Write it on one page.</p>"},
                {"title": "Invite people", "text": "<p>Through somebody they trust.</p>"},
            ]
        }


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=TEXT_FEATURES)


class QuestionsBlock(blocks.StructBlock):
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = _("In order")
        template = "blocks/questions.html"
        description = _("What people ask. Each answer opens at its question.")
        preview_value = {
            "questions": [{"question": "Can people be paid without losing benefits?", "answer": "<p>Often, yes.</p>"}]
        }


class RelatedPagesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Heading"), max_length=80, required=False)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("Pages"), min_num=1, max_num=8)

    class Meta:
        icon = "link"
        label = _("Related pages")
        group = _("In order")
        template = "blocks/related_pages.html"
        description = _("Links to other pages of the hub. A page that is taken down disappears from here.")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        chosen = [page.pk for page in value["pages"] if page]
        shown = only_public(Page.objects.live().filter(pk__in=chosen).select_related("locale")).in_bulk()
        context["pages"] = [shown[pk] for pk in chosen if pk in shown]
        return context


class TableBlock(TypedTableBlock):
    """A table with a caption and headed columns. Wagtail-localize passes over typed tables, so it is told how here."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.FloatBlock(label=_("Number"), required=False)

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("In order")
        template = "blocks/table.html"
        description = _("Rows and columns. Give each column a heading.")
        preview_value = {
            "caption": "What people were paid",
            "columns": [{"type": "text", "heading": "Meeting"}, {"type": "text", "heading": "Paid"}],
            "rows": [{"values": ["Two hours", "£30"]}, {"values": ["A day", "£90"]}],
        }

    def get_translatable_segments(self, value):
        """Return the caption, the column headings and the text cells for translation."""
        segments = [StringSegmentValue("caption", value.caption)] if value.caption else []
        segments += [
            StringSegmentValue(f"heading-{number}", column["heading"])
            for number, column in enumerate(value.columns)
            if column["heading"]
        ]
        for row_number, row in enumerate(value.row_data):
            for column_number, cell in enumerate(row["values"]):
                if isinstance(cell, str) and cell:
                    segments.append(StringSegmentValue(f"cell-{row_number}-{column_number}", cell))
        return segments

    def restore_translated_segments(self, value, segments):
        """Return the table with the translated texts put back in their places."""
        for segment in segments:
            name, *numbers = segment.path.split("-")
            text = segment.render_text()
            if name == "caption":
                value.caption = text
            elif name == "heading":
                value.columns[int(numbers[0])]["heading"] = text
            else:
                value.row_data[int(numbers[0])]["values"][int(numbers[1])] = text
        return value
