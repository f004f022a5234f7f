"""The questions that a story answers: five for a member on a phone, all of them for whoever has the time."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .models import Payment, Scale, Story

LONG, LINE, CHOICE, NUMBER, DAY = "long", "line", "choice", "number", "day"


@dataclass(frozen=True)
class Question:
    """A question, and the field of the case study that its answer goes to."""

    name: str
    label: str
    kind: str = LONG
    help: str = ""
    choices: tuple = ()
    longest: int | None = None  # characters that the page has room for
    is_needed: bool = False

    @property
    def field(self):
        return "body" if self.name == "what_happened" else self.name


FIVE = [
    Question(
        "what_happened",
        _("What did you try, and where?"),
        help=_("Tell it as you would tell a friend. Who wanted it, what you did first, what came next."),
        is_needed=True,
    ),
    Question("who_took_part", _("Who took part, and how did you find them?"), help=_("Were they paid? Say so.")),
    Question(
        "what_changed",
        _("What changed, and how do you know?"),
        help=_("For whom? Something small is worth telling."),
    ),
    Question(
        "what_did_not_work",
        _("What did not work?"),
        help=_("This is what others learn most from. Nobody will think less of you."),
    ),
    Question(
        "what_we_would_do_differently",
        _("What would you do differently next time?"),
        help=_("One sentence is enough."),
    ),
]
TITLE = Question(
    "title", _("What shall we call it?"), LINE, longest=120,
    help=_("A few words of your own. If it is empty, we propose one before it is sent."),
)  # fmt: skip
FULL = [
    TITLE,
    Question("where", _("Where was it?"), LINE, help=_("A place people know, such as Peckham."), longest=160),
    Question("organisation", _("Who led it?"), LINE, longest=160),
    Question("started_on", _("When did it begin?"), DAY),
    Question("ended_on", _("When did it end?"), DAY, help=_("Leave it empty if it is still going.")),
    Question("scale", _("How large was it?"), CHOICE, choices=tuple(Scale.choices)),
    Question(
        "what_happened",
        _("What did you try?"),
        help=_("Tell it as you would tell a friend. Who wanted it, what you did first, what came next."),
        is_needed=True,
    ),
    Question("who_took_part", _("Who took part?")),
    Question("how_people_were_found", _("How did you find them?")),
    Question("people_count", _("How many people?"), NUMBER),
    Question("payment", _("Were they paid?"), CHOICE, choices=tuple(Payment.choices)),
    Question("payment_note", _("How were they paid?"), LINE, longest=200),
    Question("cost", _("What did it cost?"), LINE, help=_("Money, and what was given for nothing."), longest=200),
    Question("time_spent", _("How long did it take?"), LINE, longest=200),
    Question("what_changed", _("What changed?")),
    Question("how_we_know", _("How do you know?"), help=_("Who counted, asked or saw it?")),
    Question("what_did_not_work", _("What did not work?"), help=FIVE[3].help),
    Question("what_we_would_do_differently", _("What would you do differently next time?")),
    Question("advice", _("What would you tell somebody who begins tomorrow?")),
    Question(
        "contact",
        _("Whom may readers ask?"),
        LINE,
        help=_("Everybody can read it. Leave it empty if you would rather not."),
        longest=200,
    ),
]
BY_NAME = {question.name: question for question in FULL}
NAME_SHOWN = Question(
    "name_shown", _("Which name may readers see?"), CHOICE, choices=tuple(Story.NameShown.choices),
    help=_("Those who read it before it is published know who you are. Nobody else does."),
)  # fmt: skip
PHOTO_ALT = Question(
    "photo_alt", _("What does the photograph show?"), LINE, longest=200,
    help=_("For people who cannot see it. Such as: five people around a kitchen table."),
)  # fmt: skip
# Answers that are no question of the page: how the author is shown, and what belongs to a photograph.
BESIDE = {"name_shown", "photo_alt", "photo_agreed"}
KNOWN = {*BY_NAME, *BESIDE}


def unanswered(answers):
    """Return those of the five questions that `answers`, texts by the names of questions, leave open."""
    return [question for question in FIVE if not answers.get(question.name, "").strip()]


def changes_to(story):
    """Return what the author wants changed on the published page: what was asked, the answer before, the answer now."""
    before, now = story.published_answers, story.sent_answers
    changes = [
        (question.label, _in_words(question, before), _in_words(question, now))
        for question in [*FULL, NAME_SHOWN, PHOTO_ALT]
        if before.get(question.name, "") != now.get(question.name, "")
    ]
    if before.get("photo") != now.get("photo"):
        words = {True: _("There is one."), False: ""}
        changes.append((_("A photograph"), words["photo" in before], words["photo" in now]))
    return changes


def _in_words(question, answers):
    text = answers.get(question.name, "")
    return str(dict(question.choices).get(text, text))


def questions_for(door):
    """Return the questions that are asked at a door."""
    return [*FIVE, TITLE] if door == "five" else FULL
