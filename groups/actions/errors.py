"""What cannot be done in a group."""


class GroupError(Exception):
    """Something that cannot be done. Its text is fit to show."""
