"""Forms with which a story is written, asked about and declined."""

import json
import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm
from hub.uploads import clean_picture

from .models import Story
from .questions import CHOICE, DAY, LINE, LONG, NAME_SHOWN, NUMBER, PHOTO_ALT, questions_for
from .wording import LONGEST, clean, mark_of

NOT_GIVEN = _("No answer")


class StoryForm(forms.Form):
    """The questions of a door. What was typed is kept whether it is right or not; sending asks for what is right."""

    # No `SubmissionForm`: this key finds the draft that a device goes on with, so a broken one must not begin another.
    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    door = forms.ChoiceField(widget=forms.HiddenInput, choices=Story.Door, required=False)
    marks = forms.CharField(widget=forms.HiddenInput, required=False)
    origin = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1)

    def __init__(self, data=None, files=None, *, story=None, door=Story.Door.FIVE, origin=None, key=None):
        self.story = story
        answers = {**story.answers, **_about_the_teller(story)} if story else {}
        initial = {
            "name_shown": Story.NameShown.FIRST,
            **answers,
            "submission_key": story.submission_key if story else key or uuid.uuid4(),
            "door": door,
            "origin": origin,
        }
        super().__init__(data, files, initial=initial, auto_id="story-%s")
        self.door = door
        if door == Story.Door.INTERVIEW:
            self._add_teller()
        for question in questions_for(door):
            self.fields[question.name] = _field(question)
        self._add_photo()
        self.fields["name_shown"] = forms.ChoiceField(
            label=NAME_SHOWN.label,
            choices=NAME_SHOWN.choices,
            widget=forms.RadioSelect,
            help_text=NAME_SHOWN.help,
        )
        names = self.answer_names
        self.initial["marks"] = json.dumps({name: mark_of(str(answers.get(name) or "")) for name in names})

    def _add_teller(self):
        self.fields["teller_name"] = forms.CharField(label=_("Who tells it?"), max_length=120)
        self.fields["teller_contact"] = forms.CharField(
            label=_("How can we reach them?"),
            max_length=200,
            help_text=_("An e-mail address or a telephone number. No reader sees it."),
        )
        self.fields["agreed_how"] = forms.ChoiceField(
            label=_("How did they agree that we publish it?"), choices=Story.Agreement.choices, widget=forms.RadioSelect
        )

    def _add_photo(self):
        has_photo = bool(self.story and self.story.photo_id)
        self.fields["photo"] = forms.FileField(
            label=_("Another photograph") if has_photo else _("A photograph"),
            required=False,
            help_text=_("If you have one. We take out where and when it was taken."),
            widget=forms.FileInput(attrs={"accept": "image/*"}),
        )
        self.fields["photo_alt"] = _field(PHOTO_ALT)
        self.fields["photo_agreed"] = forms.BooleanField(
            label=_("Everybody who can be recognised in it agreed that we publish it."), required=False
        )

    @property
    def answer_names(self):
        """The names of what is typed or chosen, without the file and the hidden fields."""
        return [
            name
            for name, field in self.fields.items()
            if name != "photo" and not isinstance(field.widget, forms.HiddenInput)
        ]

    def typed(self):
        """Return what came with the request, by the names of the questions, whether it is right or not."""
        found = {name: self.data.get(name, "") for name in self.answer_names if name in self.data}
        if self.has_been_shown and "photo_agreed" not in found:
            found["photo_agreed"] = ""  # a box that is not ticked is not sent
        return found

    @property
    def tells_anything(self):
        """Whether something came that the form did not propose itself."""
        return "photo" in self.files or any(text.strip() for name, text in self.typed().items() if name != "name_shown")

    @property
    def key(self):
        """The key of the story that came with the request, or None where it did not come back whole."""
        try:
            return self.fields["submission_key"].clean(self.data.get("submission_key"))
        except ValidationError:
            return None

    @property
    def has_been_shown(self):
        """Whether the whole form was sent, not only what changed in it."""
        return "name_shown" in self.data and "door" in self.data

    def propose_title(self, title):
        """Put a title into the form, for its author to say yes to or to change: readers see it above the same words."""
        self.data = self.data.copy()
        self.data["title"] = title.rstrip("…")[: self.fields["title"].max_length]
        self.add_error("title", _("These are your first words, which stand below as well. Change them, or send it so."))

    def seen(self):
        """Return what the device saw in each answer before, as marks; what is not right is as if nothing was seen."""
        try:
            marks = json.loads(self.data.get("marks") or "{}")
        except ValueError:
            return {}
        return {str(name): str(mark) for name, mark in marks.items()} if isinstance(marks, dict) else {}

    def clean_photo(self):
        file = self.cleaned_data.get("photo")
        return clean_picture(file) if file else None

    def clean(self):
        cleaned = super().clean()
        if "submission_key" in self.errors:
            del self.errors["submission_key"]
            self.add_error(None, _("Something went wrong on the way. Send it once more."))
        began, ended = cleaned.get("started_on"), cleaned.get("ended_on")
        if began and ended and ended < began:
            self.add_error("ended_on", _("It must end after it begins."))
        has_photo = cleaned.get("photo") or (self.story and self.story.photo_id)
        if has_photo and not cleaned.get("photo_agreed"):
            self.add_error("photo_agreed", _("Ask them first. Or remove the photograph."))
        if has_photo and not cleaned.get("photo_alt"):
            self.add_error("photo_alt", _("Say in a few words what it shows."))
        return cleaned


def _about_the_teller(story):
    return {name: getattr(story, name) for name in ("teller_name", "teller_contact", "agreed_how")}


def _field(question):
    options = {"label": question.label, "help_text": question.help, "required": question.is_needed}
    if question.is_needed:
        options["error_messages"] = {"required": _("Tell at least what you tried. Everything else can come later.")}
    if question.kind == LONG:
        return LongAnswerField(widget=forms.Textarea(attrs={"rows": 5, "data-keep": ""}), **options)
    if question.kind == CHOICE:
        return forms.ChoiceField(choices=[("", NOT_GIVEN), *question.choices], **options)
    if question.kind == NUMBER:
        return forms.IntegerField(min_value=0, max_value=999_999, **options)
    if question.kind == DAY:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(input_formats=["%Y-%m-%d"], widget=widget, **options)
    assert question.kind == LINE
    return forms.CharField(max_length=question.longest, **options)


class LongAnswerField(forms.CharField):
    """An answer in paragraphs. What a word processor wrote around it goes; what is too long is said."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, **kwargs)

    def to_python(self, value):
        if len(str(value or "")) > LONGEST * 5:
            raise ValidationError(
                _("This is longer than we can take. Send the longest parts to the editors as a file.")
            )
        return clean(value).text.strip()


class NoteForm(SubmissionForm):
    text = forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class QuestionForm(NoteForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="question-%s", **kwargs)
        self.fields["text"].label = _("What do you want to ask?")
        self.fields["text"].help_text = _("The author gets it by mail, and answers here.")


class AnswerForm(NoteForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="answer-%s", **kwargs)
        self.fields["text"].label = _("Your answer")
        self.fields["text"].help_text = _(
            "Only those who read stories see it. To change the story itself, go back to it."
        )


class ApproveForm(forms.Form):
    """A yes to what the reader had before them, and to nothing else."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label=_("Why will we not publish it?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The author reads these very words. Be kind, and say what they could do instead."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="decline-%s", **kwargs)
