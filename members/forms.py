"""Forms with which people sign up, sign in and say who they are."""

import re
import zoneinfo

from allauth.account import forms as allauth_forms
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from .models import User

EMAIL_MAX_LENGTH = User._meta.get_field("email").max_length  # allauth's own fields take longer ones, databases do not
PASSWORD_HELP = _("At least 10 characters. Three or four words that only you would put together are good.")


def refuse_addresses(name):
    """Raise `ValidationError` for a name with an address in it: names go into mail that nobody asked for."""
    if re.search(r"://|www\.|@", name, re.IGNORECASE):
        raise forms.ValidationError(_("Write a name only, without web or mail addresses."))


class NameOnlyMixin:
    """A name in one line and without addresses."""

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        refuse_addresses(name)
        return name


class PlainWordsMixin:
    """Our words for allauth's fields, and no placeholders: they vanish when somebody begins to type."""

    words = {
        "email": _("E-mail address"),
        "login": _("E-mail address"),
        "password": _("Password"),
        "oldpassword": _("Your password now"),
        "password1": _("New password"),
        "password2": _("New password again"),
        "code": _("Code from our mail"),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.words.get(name, field.label)
            if isinstance(field, forms.EmailField):
                field.validators.append(MaxLengthValidator(EMAIL_MAX_LENGTH))
        if "password1" in self.fields:
            self.fields["password1"].help_text = PASSWORD_HELP


class LoginForm(PlainWordsMixin, allauth_forms.LoginForm):
    pass


class SignupForm(NameOnlyMixin, PlainWordsMixin, allauth_forms.SignupForm):
    name = forms.CharField(
        label=_("Name shown"),
        max_length=80,
        help_text=_("As other members see you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_order = ["name", "email", "password1"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _("You sign in with it. Other members do not see it.")
        self.fields["password1"].label = _("Password")
        self.fields["password1"].help_text = _(
            "At least 10 characters. Without a password, we mail you a code each time you sign in."
        )


class AddEmailForm(PlainWordsMixin, allauth_forms.AddEmailForm):
    words = {"email": _("New e-mail address")}


class ChangePasswordForm(PlainWordsMixin, allauth_forms.ChangePasswordForm):
    pass


class SetPasswordForm(PlainWordsMixin, allauth_forms.SetPasswordForm):
    pass


class ResetPasswordForm(PlainWordsMixin, allauth_forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(PlainWordsMixin, allauth_forms.ResetPasswordKeyForm):
    pass


class ReauthenticateForm(PlainWordsMixin, allauth_forms.ReauthenticateForm):
    pass


class RequestLoginCodeForm(PlainWordsMixin, allauth_forms.RequestLoginCodeForm):
    pass


class ConfirmLoginCodeForm(PlainWordsMixin, allauth_forms.ConfirmLoginCodeForm):
    pass


class ConfirmEmailVerificationCodeForm(PlainWordsMixin, allauth_forms.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmPasswordResetCodeForm(PlainWordsMixin, allauth_forms.ConfirmPasswordResetCodeForm):
    pass


def time_zone_choices():
    """Return the time zones as (name, words) pairs, without the database's old aliases."""
    technical = ("Etc/", "posix/", "right/", "SystemV/", "US/")
    names = {name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith(technical)}
    return [(name, name.replace("_", " ")) for name in sorted(names | {"UTC"})]


class ProfileForm(NameOnlyMixin, forms.ModelForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), help_text=_("We show you times in it."))

    class Meta:
        model = User
        fields = ["name", "about", "organisation", "language", "time_zone", "wants_reply_mail", "wants_feedback_mail"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "about": forms.Textarea(attrs={"rows": 4}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = time_zone_choices()
        own = self.instance.time_zone
        if own not in dict(choices):
            choices.append((own, own))
        self.fields["time_zone"].choices = choices
