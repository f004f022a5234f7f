"""One set of blocks for all pages. Rooms add their own beside them; what a block decides lives in its value class."""

from wagtail.blocks import StreamBlock

from .media import FileBlock, PictureBlock, VideoBlock
from .structure import QuestionsBlock, RelatedPagesBlock, StepsBlock, TableBlock
from .text import CalloutBlock, HeadingBlock, QuoteBlock, TextBlock


class BodyStreamBlock(StreamBlock):
    """The blocks that the body of any page is written with."""

    heading = HeadingBlock()
    text = TextBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    picture = PictureBlock()
    file = FileBlock()
    video = VideoBlock()
    steps = StepsBlock()
    questions = QuestionsBlock()
    table = TableBlock()
    related_pages = RelatedPagesBlock()

    class Meta:
        template = "blocks/body.html"


__all__ = [
    "BodyStreamBlock",
    "CalloutBlock",
    "FileBlock",
    "HeadingBlock",
    "PictureBlock",
    "QuestionsBlock",
    "QuoteBlock",
    "RelatedPagesBlock",
    "StepsBlock",
    "TableBlock",
    "TextBlock",
    "VideoBlock",
]
