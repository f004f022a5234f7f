from .downloads import download_csv, download_json
from .following import answer_question, ask_removal, discard_story, list_my_stories, show_story, take_story_back
from .reading import approve_story, ask_author, decline_story, list_stories_to_read, read_story
from .telling import choose_overlap, edit_story, interview, keep_story, remove_photo, share

__all__ = [
    "answer_question",
    "approve_story",
    "ask_author",
    "ask_removal",
    "choose_overlap",
    "decline_story",
    "discard_story",
    "download_csv",
    "download_json",
    "edit_story",
    "interview",
    "keep_story",
    "list_my_stories",
    "list_stories_to_read",
    "read_story",
    "remove_photo",
    "share",
    "show_story",
    "take_story_back",
]
