"""What people do with questionnaires, answers and plans. Each verb is a plain function with named arguments."""

from .publishing import freeze

__all__ = ["freeze"]
