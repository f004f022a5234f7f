"""What the search keeps: entries, what was read out of files, and what editors say about them."""

from .attachments import Attachment, AttachmentPage
from .editing import Synonyms
from .entries import Behind, Entry, EntryLabel, EntryQuerySet, EntryStems, EntryText, Word

__all__ = [
    "Attachment",
    "AttachmentPage",
    "Behind",
    "Entry",
    "EntryLabel",
    "EntryQuerySet",
    "EntryStems",
    "EntryText",
    "Synonyms",
    "Word",
]
