"""Who keeps pages true, what was said about them, and the links out of them."""

from .keeping import (
    DAYS_TO_CHANGE,
    DEPUTY_AFTER,
    EDITORS_AFTER,
    MOST_PROMISES,
    Check,
    Notice,
    Stewardship,
    StewardshipQuerySet,
)
from .links import DEAD_AFTER, OutgoingLink, PageScan

__all__ = [
    "DAYS_TO_CHANGE", "DEAD_AFTER", "DEPUTY_AFTER", "EDITORS_AFTER", "MOST_PROMISES", "Check", "Notice",
    "OutgoingLink", "PageScan", "Stewardship", "StewardshipQuerySet",
]  # fmt: skip
