from .answers import LONGEST_NOTE, Answer, Evaluation, Organisation, Person, Settlement
from .benchmarks import BenchmarkFigure, BenchmarkRun, CountedScore
from .plans import PlannedAction, Reminder
from .questionnaires import FrozenError, Questionnaire, QuestionnaireVersion

__all__ = [
    "LONGEST_NOTE",
    "Answer",
    "BenchmarkFigure",
    "BenchmarkRun",
    "CountedScore",
    "Evaluation",
    "FrozenError",
    "Organisation",
    "Person",
    "PlannedAction",
    "Questionnaire",
    "QuestionnaireVersion",
    "Reminder",
    "Settlement",
]
