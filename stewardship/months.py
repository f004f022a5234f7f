"""Months from one day to another, as people count them."""

from calendar import monthrange


def months_after(day, months):
    """Return the day so many months after `day`; where that month is too short, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
