"""Forms with which readers say whether a page was useful, and are answered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from .models import Feedback


class FeedbackForm(SubmissionForm):
    is_useful = forms.TypedChoiceField(
        label=_("Was this page useful?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Would you like to say why?"),
        required=False,
        max_length=Feedback._meta.get_field("words").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "What was missing, wrong or hard to read? Only those who look after the page read it. "
            "Do not write anything private."
        ),
    )
    address = forms.EmailField(
        label=_("Your e-mail address, if you want an answer"),
        required=False,
        help_text=_("We use it for the answer alone, and forget it then, or after 60 days."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # Programs fill in every field; people do not see this one.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_of_a_program(self):
        return bool(self.cleaned_data.get("website"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("address") and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Write what you would like an answer to."))
        return cleaned


class PressForm(forms.Form):
    """Which of the two buttons below a page was pressed."""

    useful = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))])


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Your answer"),
        max_length=Feedback._meta.get_field("answer").max_length,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("They get it by mail, with your name. They do not see your address."),
    )


class ButtonForm(forms.Form):
    """Which button was pressed on the page behind a link in a mail."""

    do = forms.ChoiceField(choices=[("answer", _("Send the answer")), ("done", _("Mark as done"))])
