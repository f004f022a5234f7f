"""What is done to kits: published in versions, followed, spoken about."""

from .errors import KitError

__all__ = ["KitError"]
