"""What people do with questionnaires, answers and plans. Each verb is a plain function with named arguments."""

from .answering import Typed, close, digest_of, save_answers
from .benchmarks import make_figures, quarter_of, questionnaires_due
from .errors import ChangedMeanwhileError, EvaluationError
from .keeping import agree_to_be_counted, delete_evaluation, delete_unused, warn_of_deletion
from .planning import add_action, change_action, remind, remove_action, set_done, take_proposed, want_reminders
from .publishing import freeze
from .settling import settle, settle_agreed
from .starting import (
    change_address,
    confirm_address,
    invite,
    join,
    mail_links,
    remove_person,
    renew_invitation,
    renew_link,
    start,
    start_again,
    used,
)

__all__ = [
    "ChangedMeanwhileError",
    "EvaluationError",
    "Typed",
    "add_action",
    "agree_to_be_counted",
    "change_action",
    "change_address",
    "close",
    "confirm_address",
    "delete_evaluation",
    "delete_unused",
    "digest_of",
    "freeze",
    "invite",
    "join",
    "mail_links",
    "make_figures",
    "quarter_of",
    "questionnaires_due",
    "remind",
    "remove_action",
    "remove_person",
    "renew_invitation",
    "renew_link",
    "save_answers",
    "set_done",
    "settle",
    "settle_agreed",
    "start",
    "start_again",
    "take_proposed",
    "used",
    "want_reminders",
    "warn_of_deletion",
]
