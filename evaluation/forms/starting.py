"""Forms with which people begin, join, come back, and end it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from ..models import Organisation, Person
from .fields import NameField, NewLinkForm


def email_field(**kwargs):
    return forms.EmailField(
        max_length=Person._meta.get_field("email").max_length,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        **kwargs,
    )


def name_field(**kwargs):
    return NameField(
        label=_("Your name"),
        max_length=Person._meta.get_field("name").max_length,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        **kwargs,
    )


class WayForm(forms.Form):
    """Alone or as a team."""

    ALONE, TEAM = "alone", "team"

    way = forms.ChoiceField(
        label=_("How do you want to answer?"),
        choices=[
            (ALONE, _("I answer for all of us, or we fill it in at one table")),
            (TEAM, _("As a team: each of us answers alone, then we compare")),
        ],
        widget=forms.RadioSelect,
        initial=ALONE,
    )

    @property
    def is_team(self):
        return self.cleaned_data["way"] == self.TEAM


class StartForm(WayForm, SubmissionForm):
    organisation = NameField(
        label=_("Your organisation or group"),
        max_length=Organisation._meta.get_field("name").max_length,
        help_text=_("Only you and your team see it."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name = name_field()
    email = email_field(
        label=_("Your e-mail address"),
        required=False,
        help_text=_(
            "We mail you the private link that brings you back. Without an address you have to keep it yourself."
        ),
    )

    field_order = ["organisation", "way", "name", "email", "submission_key"]


class AgainForm(WayForm, SubmissionForm):
    pass


class JoinForm(SubmissionForm):
    name = name_field(help_text=_("Your team sees it beside your answers, once all have finished."))
    email = email_field(
        label=_("Your e-mail address"),
        required=False,
        help_text=_(
            "We mail you the private link that brings you back. Without an address you have to keep it yourself."
        ),
    )


class AddressForm(NewLinkForm):
    email = email_field(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Only for your link and, if you want them, reminders. Empty the field and we forget the address."),
    )


class InviteForm(forms.Form):
    email = email_field(label=_("E-mail address of a colleague"))


class LostLinkForm(forms.Form):
    email = email_field(label=_("E-mail address that you gave"))


class DeleteForm(forms.Form):
    is_sure = forms.BooleanField(
        label=_("Yes, delete all of it for good"), error_messages={"required": _("Tick this if you are sure.")}
    )
