"""Forms with which people take places and change what they told us."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm
from members.forms import refuse_addresses

from .actions import MOST_PEOPLE
from .models import Attendee, Registration

ACCESS_HELP = _(
    "What would make it possible to take part: an interpreter, large print, a parking space, food, breaks. "
    "Only the organisers read it."
)


# All but the line break; nobody types them, and mail and spreadsheets choke on them.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


class NameField(forms.CharField):
    """A person's name. We put it into mail, so it must not carry an advertisement to somebody else's mailbox."""

    def __init__(self, **kwargs):
        super().__init__(max_length=Attendee._meta.get_field("name").max_length, **kwargs)

    def to_python(self, value):
        return " ".join(CONTROL_CHARACTERS.sub(" ", super().to_python(value)).split())

    def validate(self, value):
        super().validate(value)
        refuse_addresses(value)


class AccessNeedsField(forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(
            label=_("Access needs"),
            required=False,
            max_length=Attendee._meta.get_field("access_needs").max_length,
            widget=forms.Textarea(attrs={"rows": 3}),
            **kwargs,
        )

    def to_python(self, value):
        # Browsers count a line break as one character and send two.
        return CONTROL_CHARACTERS.sub(" ", super().to_python(value).replace("\r\n", "\n"))


class RegistrationForm(SubmissionForm):
    """A party: who answers for it, and up to five others."""

    template_name = "events/_registration_fields.html"

    contact_name = NameField(label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    contact_email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=Registration._meta.get_field("contact_email").max_length,
        help_text=_("We write to it whether you have a place, with a link to change or give it up."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    access_needs = AccessNeedsField(help_text=ACCESS_HELP)
    only_others = forms.BooleanField(label=_("I am not coming myself, I only register others"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(2, MOST_PEOPLE + 1):
            self.fields[f"name_{number}"] = NameField(
                label=_("Name of person %(number)d") % {"number": number},
                required=False,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )
            self.fields[f"access_needs_{number}"] = AccessNeedsField()

    def clean(self):
        cleaned = super().clean()
        others = 0
        for name, needs, number in self._others():
            others += bool(cleaned.get(name))
            if cleaned.get(needs) and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("Write the name of person %(number)d too.") % {"number": number})
        if cleaned.get("only_others") and not others and not self.errors:
            self.add_error("name_2", _("Write the name of the person who comes."))
        return cleaned

    @property
    def people(self):
        """The people who come, as pairs of name and access needs."""
        chosen = self.cleaned_data
        people = [] if chosen["only_others"] else [(chosen["contact_name"], chosen["access_needs"])]
        return people + [(chosen[name], chosen[needs]) for name, needs, _number in self._others() if chosen[name]]

    @property
    def own_fields(self):
        return [self[name] for name in ("contact_name", "contact_email", "access_needs")]

    @property
    def others(self):
        """The fields for each of the others, as (number, name, access needs)."""
        return [(number, self[name], self[needs]) for name, needs, number in self._others()]

    @property
    def has_others(self):
        """Whether something was typed about others, so that their fields are to be seen."""
        names = [name for pair in self._others() for name in pair[:2]]
        return any(self[name].value() for name in [*names, "only_others"])

    @staticmethod
    def _others():
        return [(f"name_{number}", f"access_needs_{number}", number) for number in range(2, MOST_PEOPLE + 1)]


class ChangeForm(forms.Form):
    """What was told about a party, to be put right."""

    template_name = "events/_change_fields.html"

    contact_name = NameField(
        label=_("Your name"),
        help_text=_("We write to you about all these places."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, data=None, *, registration, attendees):
        super().__init__(data, initial={"contact_name": registration.contact_name})
        self.registration, self.attendees = registration, attendees
        for attendee in attendees:
            self.fields[f"name_{attendee.pk}"] = NameField(label=_("Name"), initial=attendee.name)
            self.fields[f"access_needs_{attendee.pk}"] = AccessNeedsField(initial=attendee.access_needs)

    @property
    def people(self):
        """What was typed about each person, by the key of the attendee: (name, access needs)."""
        chosen = self.cleaned_data
        return {one.pk: (chosen[f"name_{one.pk}"], chosen[f"access_needs_{one.pk}"]) for one in self.attendees}

    @property
    def rows(self):
        """Each attendee with the two fields: (attendee, name, access needs)."""
        return [(one, self[f"name_{one.pk}"], self[f"access_needs_{one.pk}"]) for one in self.attendees]
