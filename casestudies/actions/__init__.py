"""What people do with stories: write, send, ask, answer, say yes, decline."""

from .drafting import Kept, StoryError, add_photo, choose_overlap, discard, keep, remove_photo
from .reading import approve, ask, decline, may_read, stories_to_read
from .sending import answer, ask_removal, send, take_back

__all__ = [
    "Kept",
    "StoryError",
    "add_photo",
    "answer",
    "approve",
    "ask",
    "ask_removal",
    "choose_overlap",
    "decline",
    "discard",
    "keep",
    "may_read",
    "remove_photo",
    "send",
    "stories_to_read",
    "take_back",
]
