"""What the search keeps: entries, what was read out of files, and what editors say about them."""

from .asked import Answer, AskedQuestion
from .attachments import Attachment, AttachmentPage
from .editing import Judgement, PromotedResult, Synonyms
from .entries import Behind, Entry, EntryLabel, EntryQuerySet, EntryStems, EntryText, Related, Word

__all__ = [
    "Answer",
    "AskedQuestion",
    "Attachment",
    "AttachmentPage",
    "Behind",
    "Entry",
    "EntryLabel",
    "EntryQuerySet",
    "EntryStems",
    "EntryText",
    "Judgement",
    "PromotedResult",
    "Related",
    "Synonyms",
    "Word",
]
