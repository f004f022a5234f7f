"""The groups' pages: what everybody reads, who belongs, what is said inside, and what the group works with."""

from .about import edit_group
from .discussion import edit_post, find_post, remove_post, show_topic, start_topic
from .groups import list_groups, show_group
from .membership import accept_member, decline_member, join_group, leave_group, make_facilitator, step_down
from .works import choose_works, remove_work

__all__ = [
    "accept_member",
    "choose_works",
    "decline_member",
    "edit_group",
    "edit_post",
    "find_post",
    "join_group",
    "leave_group",
    "list_groups",
    "make_facilitator",
    "remove_post",
    "remove_work",
    "show_group",
    "show_topic",
    "start_topic",
    "step_down",
]
