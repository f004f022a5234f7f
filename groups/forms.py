"""Forms with which members talk in groups."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.models import Area, Theme
from hub.models.pages import IN_SOURCE_LANGUAGE
from hub.submissions import SubmissionForm

from .actions.about import LINES
from .models import PeerGroup, Post, Topic
from .works import pages_to_choose

TEXT_WIDGET = forms.Textarea(attrs={"rows": 6})
TEXT_HELP = _("Plain text. Leave an empty line between paragraphs. Web addresses become links.")


class TermsField(forms.ModelMultipleChoiceField):
    """Themes or areas, in the reader's language, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, term):
        return term.local_name


class DescribeGroupForm(forms.ModelForm):
    """What a facilitator says about the group. Its address and its end are in the admin."""

    themes = TermsField(Theme.objects, label=_("Themes"), required=False)
    areas = TermsField(Area.objects, label=_("Areas"), required=False)

    class Meta:
        model = PeerGroup
        fields = [*LINES, "themes", "areas"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3}), "description": TEXT_WIDGET}
        labels = {
            "name": _("Name of the group"),
            "summary": _("In one or two sentences"),
            "description": _("What the group does"),
            "meets": _("When it meets"),
            "language": _("Its language"),
            "joining": _("How to join"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, terms in (("themes", Theme), ("areas", Area)):  # in the language of this request
            local = terms.objects.filter(**IN_SOURCE_LANGUAGE).with_local_name()
            self.fields[name].queryset = local.order_by("local_name")


class TopicForm(SubmissionForm, forms.ModelForm):
    text = forms.CharField(label=_("What you want to say"), max_length=8000, widget=TEXT_WIDGET, help_text=TEXT_HELP)

    class Meta:
        model = Topic
        fields = ["title"]
        help_texts = {"title": _("A few words that tell what it is about.")}


class ReplyForm(SubmissionForm, forms.ModelForm):
    class Meta:
        model = Post
        fields = ["text", "reply_to"]
        widgets = {"text": TEXT_WIDGET, "reply_to": forms.HiddenInput}
        labels = {"text": _("Your post")}
        help_texts = {"text": TEXT_HELP}

    def __init__(self, *args, topic, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reply_to"].queryset = Post.objects.filter(topic=topic, removed_at=None)

    def clean(self):
        cleaned = super().clean()
        if self.errors.pop("reply_to", None):  # a hidden field cannot show a message of its own; the form does
            self.add_error(None, _("The post that you are answering was removed. You can still write to everybody."))
            self.data = self.data.copy()
            self.data[self.add_prefix("reply_to")] = ""
        return cleaned


class EditPostForm(forms.ModelForm):
    class Meta:
        model = Post
        fields = ["text"]
        widgets = {"text": TEXT_WIDGET}
        labels = {"text": _("Your post")}
        help_texts = {"text": TEXT_HELP}


class FindWorkForm(forms.Form):
    """Words of the title of a toolkit or resource."""

    q = forms.CharField(
        label=_("Words of its title"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    is_filter = True

    @property
    def words(self):
        return self.cleaned_data["q"].strip() if self.is_valid() else ""


class AddWorkForm(forms.Form):
    """The key of a page; it becomes the page."""

    page = forms.IntegerField(min_value=1, max_value=2**31)

    def clean_page(self):
        page = pages_to_choose().filter(pk=self.cleaned_data["page"]).first()
        if page is None:
            raise forms.ValidationError(_("This page is not open to everybody. Choose another."))
        return page
