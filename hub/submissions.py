"""Forms that know when they are sent twice: a double click, or "Back" and once more, is one thing."""

import uuid

from django import forms


class SubmissionForm(forms.Form):
    """A form with a key that is made when it is shown. What it makes keeps the key, which is unique there."""

    submission_key = forms.CharField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_submission_key(self):
        """Return the key that was shown with the form, or a new one where it did not come back whole: that one stands
        in the form if it is shown again."""
        try:
            return uuid.UUID(self.cleaned_data["submission_key"])
        except ValueError:
            key = uuid.uuid4()
            self.data = self.data.copy()
            self.data[self.add_prefix("submission_key")] = str(key)
            return key
