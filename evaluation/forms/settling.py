"""The form with which a team settles a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .answering import answer_field, choices_of, level_in, spoken, value_of
from .fields import NoteField

LINK_TEXT = _("A web address that begins with https:// or http://")


class PressedForm(forms.Form):
    """Beside which question the button was pressed, on a page with many."""

    pressed = forms.ChoiceField(required=False)

    def __init__(self, data, *, content):
        super().__init__(data)
        self.fields["pressed"].choices = [(key, key) for key in content.questions]

    @property
    def key(self):
        """The key of the question, or None where the page has no such button."""
        return self.cleaned_data["pressed"] or None if self.is_valid() else None


class TakeOverForm(forms.Form):
    """The questions whose answers a team takes over at once."""

    question = forms.MultipleChoiceField()

    def __init__(self, data, *, content):
        super().__init__(data)
        self.fields["question"].choices = [(key, key) for key in content.questions]


class SettleForm(forms.Form):
    """What a team agreed on for one question. Many of them may stand on one page."""

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

    def __init__(self, data=None, *, difference, settlement=None):
        question = difference.question
        initial = {"level": value_of(settlement), "seen": settlement.number if settlement else 0}
        if settlement:
            initial |= {name: getattr(settlement, name) for name in ("note", "evidence", "evidence_link")}
        super().__init__(data, initial=initial, prefix=question.key)
        self.difference, self.against = difference, None
        self.fields["level"] = answer_field(question, label=_("What you agreed on"))
        self.fields["level"].required = True
        self.fields["level"].error_messages["required"] = _("Choose the answer that you agreed on.")
        self.order_fields(["level", "note", "evidence", "evidence_link", "seen"])

    def clean_evidence_link(self):
        link = self.cleaned_data["evidence_link"]
        if link and not link.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(LINK_TEXT)
        return link

    @property
    def was_shown(self):
        """Whether the page that was sent had this question on it."""
        return self.add_prefix("seen") in self.data

    def show_against(self, settlement):
        """Show `settlement`, which was saved meanwhile, beside what was typed; the next saving takes its place."""
        self.against = settlement
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = settlement.number

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
        return choices_of(self["level"], self.difference.question, self.difference.answers)

    @property
    def against_spoken(self):
        """The settlement that stands against what was typed, in words."""
        return spoken(self.difference.question, self.against) | {"settlement": self.against}

    @property
    def notes(self):
        """What somebody wrote beside their own answer."""
        return [(person, answer) for person, answer in self.difference.answers if answer.note]
