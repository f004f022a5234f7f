"""Forms with which people sign up and say who they are."""

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.utils.translation import gettext_lazy as _


class SignupForm(AllauthSignupForm):
    name = forms.CharField(label=_("Name shown"), max_length=80, help_text=_("As other members see you."))
