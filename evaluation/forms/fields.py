"""Fields and forms that the others are made of."""

import re

from django import forms

from members.forms import refuse_addresses

from ..links import key_in, new_token
from ..models import LONGEST_NOTE

# All but the line break; nobody types them, and mail and spreadsheets choke on them.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


class NameField(forms.CharField):
    """A name in one line. We put it into mail, so it must not carry an advertisement to somebody else's mailbox."""

    def to_python(self, value):
        return " ".join(CONTROL_CHARACTERS.sub(" ", super().to_python(value)).split())

    def validate(self, value):
        super().validate(value)
        refuse_addresses(value)


class LineField(forms.CharField):
    """A text in one line."""

    def to_python(self, value):
        return " ".join(CONTROL_CHARACTERS.sub(" ", super().to_python(value)).split())


class NoteField(forms.CharField):
    """A longer text. Browsers count a line break as one character and send two."""

    def __init__(self, *, rows=3, **kwargs):
        super().__init__(required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value):
        return CONTROL_CHARACTERS.sub(" ", super().to_python(value).replace("\r\n", "\n")).strip()


class NewLinkForm(forms.Form):
    """A form that may make a new private link. It brings the new one along, so that sent twice it leads there twice,
    although the old one no longer counts by then."""

    new_link = forms.CharField(required=False, widget=forms.HiddenInput, initial=new_token)

    def clean_new_link(self):
        """Return the key in the link that was shown with the form, or None where it did not come back whole."""
        return key_in(self.cleaned_data["new_link"])
