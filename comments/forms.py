"""Forms with which people write comments and report them."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Report


class SubmissionForm(forms.Form):
    """A form that knows when it is sent twice."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean(self):
        cleaned = super().clean()
        if "submission_key" in self.errors:
            # A hidden field cannot show a message of its own; the form does, with a fresh key for the next try.
            del self.errors["submission_key"]
            self.add_error(None, _("Something went wrong on the way. Send it once more."))
            self.data = self.data.copy()
            self.data[self.add_prefix("submission_key")] = str(uuid.uuid4())
        return cleaned


class CommentForm(SubmissionForm):
    text = forms.CharField(
        label=_("Your comment"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Plain text. Leave an empty line between paragraphs. Web addresses become links."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="new-comment-%s", **kwargs)


class ReportForm(SubmissionForm, forms.ModelForm):
    class Meta:
        model = Report
        fields = ["reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 4})}
