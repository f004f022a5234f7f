"""Forms with which members talk in groups."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from .models import Post, Topic
from .works import pages_to_choose

TEXT_WIDGET = forms.Textarea(attrs={"rows": 6})
TEXT_HELP = _("Plain text. Leave an empty line between paragraphs. Web addresses become links.")


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
