"""The form with which people answer a section. What comes back wrong is shown again as it was typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..actions import Typed, digest_of
from .fields import NoteField

DOES_NOT_APPLY, SKIPPED = "n/a", ""


def answer_choices(question):
    """Return the choices for a question, as pairs of value and words."""
    choices = [(str(level.number), level.text) for level in question.levels]
    if question.may_not_apply:
        choices.append((DOES_NOT_APPLY, _("Does not apply to us")))
    return choices


def answer_field(question, *, empty_words=None, **kwargs):
    choices = answer_choices(question)
    if empty_words:
        choices.append((SKIPPED, empty_words))
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, required=False, **kwargs)


def value_of(answer):
    """Return an answer as the value of its choice."""
    if answer is None:
        return SKIPPED
    return DOES_NOT_APPLY if answer.does_not_apply else str(answer.level) if answer.level is not None else SKIPPED


def level_in(value):
    """Return the level and whether it does not apply, of the value of a choice."""
    return (int(value) if value.isdigit() else None), value == DOES_NOT_APPLY


def seen_of(answer):
    """Return what the form remembers of the answer that it shows: which it was, and what it said."""
    if answer is None:
        return f"0:{digest_of(None, False, '')}"
    return f"{answer.version}:{digest_of(answer.level, answer.does_not_apply, answer.note)}"


class SectionForm(forms.Form):
    """The questions of one section, with what was answered already. Nothing has to be answered."""

    def __init__(self, data=None, *, section, answers):
        super().__init__(data)
        self.section, self.answers, self.against = section, answers, {}
        for question in section.questions:
            answer = answers.get(question.key)
            self.fields[self.name("level", question)] = answer_field(
                question, label=question.text, empty_words=_("I skip this for now"), initial=value_of(answer)
            )
            self.fields[self.name("note", question)] = NoteField(
                label=_("Why, or an example"), initial=answer.note if answer else "", rows=2
            )
            self.fields[self.name("seen", question)] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=seen_of(answer), max_length=60
            )

    @staticmethod
    def name(part, question):
        return f"{part}-{question.key}"

    @property
    def typed(self):
        """What came back, by the keys of the questions."""
        found = {}
        for question in self.section.questions:
            level, does_not_apply = level_in(self.cleaned_data[self.name("level", question)])
            version, _colon, digest = self.cleaned_data[self.name("seen", question)].partition(":")
            found[question.key] = Typed(
                level=level,
                does_not_apply=does_not_apply,
                note=self.cleaned_data[self.name("note", question)],
                seen_version=int(version) if version.isascii() and version.isdigit() else 0,
                seen_digest=digest,
            )
        return found

    def show_against(self, against):
        """Show answers that were saved from elsewhere beside what was typed; the next saving decides."""
        self.against = against
        self.data = self.data.copy()
        for question in self.section.questions:
            answer = against.get(question.key) or self.answers.get(question.key)
            self.data[self.name("seen", question)] = seen_of(answer)
            if question.key not in against:  # saved from here, or untouched here: what is stored is what counts
                self.data[self.name("level", question)] = value_of(answer)
                self.data[self.name("note", question)] = answer.note if answer else ""

    @property
    def rows(self):
        """For each question: the question, its fields, and the answer that stands against it."""
        return [
            {
                "question": question,
                "level": self[self.name("level", question)],
                "note": self[self.name("note", question)],
                "seen": self[self.name("seen", question)],
                "choices": choices_of(self[self.name("level", question)], question),
                "against": spoken(question, self.against.get(question.key)),
            }
            for question in self.section.questions
        ]


def choices_of(field, question, answers=()):
    """Return the radio buttons of a question, each with the level in easy words, and with the names of those who chose
    it in `answers`, pairs of person and answer."""
    easy = {str(level.number): level.easy for level in question.levels}
    names = {}
    for person, answer in answers:
        if answer.is_given:
            names.setdefault(value_of(answer), []).append(person.name)
    return [
        {
            "radio": radio,
            "is_level": (value := radio.data["value"]) in easy,
            "easy": easy.get(value, ""),
            "names": names.get(value, []),
        }
        for radio in field
    ]


def spoken(question, answer):
    """Return an answer in words, or None."""
    if answer is None:
        return None
    level = question.levels[answer.level].text if answer.level is not None else ""
    return {"level": level, "does_not_apply": answer.does_not_apply, "note": answer.note, "answer": answer}
