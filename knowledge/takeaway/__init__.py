"""A kit to take away: one ZIP with an index that opens without a line, every file, the licence, and the version."""

from .keeping import BeingMadeError, TakeawayError, archive_of, forget_all, forget_old
from .writing import name_of

__all__ = ["BeingMadeError", "TakeawayError", "archive_of", "forget_all", "forget_old", "name_of"]
