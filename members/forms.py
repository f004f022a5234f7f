"""Forms with which people sign up and say who they are."""

import zoneinfo

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.utils.translation import gettext_lazy as _

from .models import User


class SignupForm(AllauthSignupForm):
    name = forms.CharField(
        label=_("Name shown"),
        max_length=80,
        help_text=_("As other members see you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_order = ["name", "email", "password1"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("You sign in with it. Other members do not see it.")
        self.fields["password1"].label = _("Password (if you want one)")
        self.fields["password1"].help_text = _(
            "At least 10 characters. Without a password, we mail you a code each time you sign in."
        )


def time_zone_choices():
    """Return the time zones as (name, name) pairs, by region, without the database's old aliases."""
    names = {
        name
        for name in zoneinfo.available_timezones()
        if "/" in name and not name.startswith(("Etc/", "posix/", "right/"))
    }
    return [(name, name.replace("_", " ")) for name in sorted(names | {"UTC"})]


class ProfileForm(forms.ModelForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zone_choices)

    class Meta:
        model = User
        fields = ["name", "about", "organisation", "language", "time_zone", "wants_reply_mail"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "about": forms.Textarea(attrs={"rows": 4}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
        }
