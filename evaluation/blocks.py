"""What editors write a questionnaire with: sections, questions, described levels, and what to do about a low answer."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

LEVELS, YES_NO = "levels", "yes-no"
FEWEST_LEVELS, MOST_LEVELS = 4, 5
GROUP = _("Questionnaire")


class LevelBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("What it looks like"), max_length=300, help_text=_("One plain sentence."))
    easy = blocks.CharBlock(label=_("In easy words"), max_length=300, required=False)

    class Meta:
        icon = "list-ol"
        label = _("Level")
        group = GROUP
        description = _("One level of an answer, described.")
        preview_value = {"text": "People are asked before anything is decided.", "easy": "We ask people first."}


class ProposedActionBlock(blocks.StructBlock):
    up_to = blocks.IntegerBlock(
        label=_("For answers up to level"),
        default=2,
        min_value=1,
        max_value=MOST_LEVELS - 1,
        help_text=_(
            "Counted from 1, the lowest. With yes and no, 1 is “No”. The nearest one above an answer is shown."
        ),
    )
    text = blocks.CharBlock(label=_("What to do"), max_length=200, help_text=_("Begins with a verb: “Publish a rate”."))
    toolkit = blocks.PageChooserBlock(
        label=_("Toolkit that shows how"), page_type="knowledge.ToolkitPage", required=False
    )
    step = blocks.IntegerBlock(
        label=_("Step of the toolkit"),
        min_value=1,
        max_value=99,
        required=False,
        help_text=_("Its number. Leave it empty for the whole toolkit."),
    )

    class Meta:
        icon = "tick"
        label = _("Proposed action")
        group = GROUP
        description = _("What an organisation can do after a low answer, and the step that shows how.")
        preview_value = {"up_to": 2, "text": "Publish one rate for everybody", "step": 2}


class QuestionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Question"), max_length=300)
    easy = blocks.CharBlock(
        label=_("In easy words"), max_length=300, required=False, help_text=_("Shown beside the question, not instead.")
    )
    help = blocks.TextBlock(
        label=_("Help"), required=False, max_length=800, rows=2, help_text=_("What counts, and an example.")
    )
    answers = blocks.ChoiceBlock(
        label=_("Answers"), choices=[(LEVELS, _("Four or five described levels")), (YES_NO, _("Yes or no"))],
        default=LEVELS,
    )  # fmt: skip
    levels = blocks.ListBlock(
        LevelBlock(),
        label=_("Levels"),
        default=[],
        max_num=MOST_LEVELS,
        help_text=_("From the lowest to the highest, four or five of them. Leave this empty for yes and no."),
    )
    may_not_apply = blocks.BooleanBlock(label=_("“Does not apply” may be chosen"), required=False, default=True)
    proposed = blocks.ListBlock(
        ProposedActionBlock(), label=_("Proposed actions for low answers"), default=[], max_num=MOST_LEVELS - 1
    )
    asks_something_new = blocks.BooleanBlock(
        label=_("It asks something else than before"),
        required=False,
        default=False,
        help_text=_(
            "Leave this empty if you only found better words: earlier answers are then compared with new ones. "
            "Tick it if the meaning has changed: earlier answers are then left out of comparisons."
        ),
    )

    class Meta:
        icon = "help"
        label = _("Question")
        group = GROUP
        description = _("A question with described levels, or with yes and no.")
        preview_value = {
            "text": "Who decides what a meeting is about?",
            "answers": LEVELS,
            "levels": [],
            "proposed": [],
        }

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        described = len(value["levels"])
        if value["answers"] == LEVELS and not FEWEST_LEVELS <= described <= MOST_LEVELS:
            errors["answers"] = ValidationError(_("Describe four or five levels below."))
        if value["answers"] == YES_NO and described:
            errors["answers"] = ValidationError(_("Yes and no need no levels. Remove them, or choose levels."))
        number = described if value["answers"] == LEVELS else 2
        limits = [action["up_to"] for action in value["proposed"]]
        if not errors and any(limit >= number for limit in limits):
            errors["text"] = ValidationError(_("An action is proposed for the highest answer too. Lower its level."))
        elif len(set(limits)) < len(limits):
            errors["text"] = ValidationError(_("Two actions are proposed up to the same level. Change one of them."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value


class SectionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Section"), max_length=120)
    easy = blocks.CharBlock(label=_("In easy words"), max_length=200, required=False)
    introduction = blocks.TextBlock(label=_("What it is about"), required=False, max_length=1000, rows=2)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1, max_num=30)

    class Meta:
        icon = "list-ul"
        label = _("Section")
        group = GROUP
        description = _("A part of a questionnaire that is answered and scored together.")
        preview_value = {"title": "Deciding together", "introduction": "Who has a say.", "questions": []}


class SectionsStreamBlock(blocks.StreamBlock):
    section = SectionBlock()

    class Meta:
        min_num = 1
        max_num = 12
