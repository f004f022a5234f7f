"""What readers do with a kit: take it away, follow it, say what happened with it. And the pages of authors."""

from .authors import show_author, show_profile
from .experiences import find_experience, send_experience, take_back_experience
from .following import confirm_following, end_following, follow, show_asked, unfollow
from .taking import take_away

__all__ = [
    "confirm_following",
    "end_following",
    "find_experience",
    "follow",
    "send_experience",
    "show_asked",
    "show_author",
    "show_profile",
    "take_away",
    "take_back_experience",
    "unfollow",
]
