"""What the search keeps: entries, and what was read out of files."""

from .attachments import Attachment, AttachmentPage
from .entries import Entry, EntryQuerySet

__all__ = ["Attachment", "AttachmentPage", "Entry", "EntryQuerySet"]
