"""Forms with which members talk in groups."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.submissions import SubmissionForm

from .models import Post, Topic

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
