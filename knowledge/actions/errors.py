"""What cannot be done."""


class KitError(Exception):
    """Something that cannot be done. Its text is fit to show."""
