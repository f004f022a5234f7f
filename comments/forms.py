"""Forms with which people write comments and report them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from .models import Report


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
