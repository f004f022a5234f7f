"""What people do in groups: join, leave, ask, say yes or no, talk, and say what they work with."""

from .about import describe
from .discussion import edit_post, remove_post, reply, start_topic
from .errors import GroupError
from .membership import accept, ask, decline, join, leave, make_facilitator, step_down
from .works import stop_working_with, work_with

__all__ = [
    "GroupError",
    "accept",
    "ask",
    "decline",
    "describe",
    "edit_post",
    "join",
    "leave",
    "make_facilitator",
    "remove_post",
    "reply",
    "start_topic",
    "step_down",
    "stop_working_with",
    "work_with",
]
