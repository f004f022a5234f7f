"""What readers of a kit fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from .models import Experience


class FollowForm(forms.Form):
    """An address to be told at. `version` is the one that the reader has."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We write to it only about this toolkit. Each mail has a link that ends it."),
    )
    version = forms.IntegerField(required=False, min_value=1, max_value=100_000, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        # A hidden field cannot show a message; the newest version is meant where it makes no sense.
        self.errors.pop("version", None)
        return cleaned


class VersionForm(forms.Form):
    """The version that the reader has, from the address."""

    version = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    @property
    def number(self):
        return self.cleaned_data.get("version") if self.is_valid() else None


class ExperienceForm(SubmissionForm, forms.ModelForm):
    class Meta:
        model = Experience
        fields = ["text", "place"]
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}


class DeclineForm(forms.Form):
    """Why something is not shown. The member reads it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=Experience._meta.get_field("reason").help_text,
        error_messages={"required": _("Write the reason. The member reads it.")},
    )


class ShowProfileForm(forms.Form):
    is_shown = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))])
