"""Case studies: what was tried, with whom, what changed, and what did not work; and the stories that members send."""

from .lists import CaseStudyIndexPage, CaseStudyListingForm
from .methods import Method
from .pages import CaseStudyPage, Payment, Scale, ToolkitUse
from .reading import PeerApproval, PeerApprovalTask
from .stories import Story, StoryNote, StoryOverlap

__all__ = [
    "CaseStudyIndexPage",
    "CaseStudyListingForm",
    "CaseStudyPage",
    "Method",
    "Payment",
    "PeerApproval",
    "PeerApprovalTask",
    "Scale",
    "Story",
    "StoryNote",
    "StoryOverlap",
    "ToolkitUse",
]
