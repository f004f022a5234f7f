"""What can go wrong."""


class EvaluationError(Exception):
    """Something that cannot be done. Its text is fit to show."""


class ChangedMeanwhileError(EvaluationError):
    """Somebody else saved first. `current` is what they saved: nothing of either is lost."""

    def __init__(self, message, current):
        super().__init__(message)
        self.current = current
