"""Forms with which people answer and settle. What comes back wrong is shown again as it was typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..actions import Typed, digest_of
from .fields import NoteField

DOES_NOT_APPLY, SKIPPED = "n/a", ""
LINK_TEXT = _("A web address that begins with https:// or http://")


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


def choices_of(field, question):
    """Return the radio buttons of a question, each with the level in easy words."""
    easy = {str(level.number): level.easy for level in question.levels}
    return [{"radio": radio, "easy": easy.get(radio.data["value"], "")} for radio in field]


def spoken(question, answer):
    """Return an answer in words, or None."""
    if answer is None:
        return None
    level = question.levels[answer.level].text if answer.level is not None else ""
    return {"level": level, "does_not_apply": answer.does_not_apply, "note": answer.note, "answer": answer}


class SettleForm(forms.Form):
    """What a team agreed on for one question."""

    note = NoteField(label=_("Why you agreed on this"))
    evidence = NoteField(label=_("How you know: the evidence"), help_text=_("Minutes, figures, what somebody said."))
    evidence_link = forms.URLField(
        label=_("Link to the evidence"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=LINK_TEXT,
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    seen = forms.IntegerField(required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput)

    def __init__(self, data=None, *, question, settlement):
        initial = {"level": value_of(settlement), "seen": settlement.number if settlement else 0}
        if settlement:
            initial |= {name: getattr(settlement, name) for name in ("note", "evidence", "evidence_link")}
        super().__init__(data, initial=initial)
        self.question = question
        self.fields["level"] = answer_field(question, label=_("What you agreed on"))
        self.fields["level"].required = True
        self.fields["level"].error_messages["required"] = _("Choose the answer that you agreed on.")
        self.order_fields(["level", "note", "evidence", "evidence_link", "seen"])

    def clean_evidence_link(self):
        link = self.cleaned_data["evidence_link"]
        if link and not link.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(LINK_TEXT)
        return link

    def show_current(self, settlement):
        """Let the next saving put this in the place of `settlement`, which was saved meanwhile."""
        self.data = self.data.copy()
        self.data["seen"] = settlement.number

    @property
    def settled(self):
        chosen = self.cleaned_data
        level, does_not_apply = level_in(chosen["level"])
        return {
            "level": level,
            "does_not_apply": does_not_apply,
            "note": chosen["note"],
            "evidence": chosen["evidence"],
            "evidence_link": chosen["evidence_link"],
            "seen": chosen["seen"] or 0,
        }

    @property
    def choices(self):
        return choices_of(self["level"], self.question)
