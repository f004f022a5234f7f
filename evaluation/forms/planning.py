"""Forms of the action plan."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from ..models import PlannedAction
from .fields import LineField


class ActionForm(SubmissionForm):
    """An action of the plan."""

    text = LineField(label=_("What to do"), max_length=PlannedAction._meta.get_field("text").max_length)
    who = LineField(label=_("Who does it"), required=False, max_length=PlannedAction._meta.get_field("who").max_length)
    due_on = forms.DateField(
        label=_("By when"),
        required=False,
        # Every browser sends a date field like this, whatever it shows.
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "min": "2000-01-01", "max": "2100-12-31"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as year, month and day, such as 2027-03-31.")},
    )

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and not 2000 <= day.year <= 2100:
            raise forms.ValidationError(_("Choose a day between 2000 and 2100."))
        return day

    def clean(self):
        cleaned = super().clean()
        day = cleaned.get("due_on")
        if day and day < timezone.localdate() and not self.may_be_over(day):
            self.add_error("due_on", _("This day is over. Choose today or a later day."))
        return cleaned

    def may_be_over(self, day):
        """Tell whether `day`, which is over, may stand in the plan all the same."""
        return False

    @property
    def planned(self):
        return {name: self.cleaned_data[name] for name in ("text", "who", "due_on")}


class ChangeActionForm(ActionForm):
    """A change to an action. One that is done may have been due on a day that is over; so may one that had this day
    before."""

    is_done = forms.BooleanField(label=_("It is done"), required=False)
    seen = forms.IntegerField(required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput)

    def __init__(self, data=None, *, action):
        initial = {name: getattr(action, name) for name in ("text", "who", "due_on", "is_done")}
        super().__init__(data, initial=initial | {"seen": action.sequence})
        del self.fields["submission_key"]

    def may_be_over(self, day):
        return self.cleaned_data.get("is_done") or day == self.initial["due_on"]

    def show_current(self, action):
        """Let the next saving put this in the place of what was saved meanwhile."""
        self.data = self.data.copy()
        self.data["seen"] = action.sequence
