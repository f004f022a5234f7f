"""What readers of a kit fill in."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

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


class ExperienceForm(forms.ModelForm):
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = Experience
        fields = ["text", "place"]
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    def clean(self):
        cleaned = super().clean()
        if "submission_key" in self.errors:
            # A hidden field cannot show a message of its own; the form does, with a fresh key for the next try.
            del self.errors["submission_key"]
            self.add_error(None, _("Something went wrong on the way. Send it once more."))
            self.data = self.data.copy()
            self.data[self.add_prefix("submission_key")] = str(uuid.uuid4())
        return cleaned


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
