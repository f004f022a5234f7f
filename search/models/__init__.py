"""What the search keeps: entries, and what was read out of files."""

from .entries import Entry, EntryQuerySet

__all__ = ["Entry", "EntryQuerySet"]
