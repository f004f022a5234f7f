"""What editors are asked when they publish a kit: what changed, unless it is but a small correction."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from stewardship.forms import KeptPageForm

from .contents import ABOUT, contents_from, contents_of
from .differences import are_the_same

# The buttons that publish, or send a page to those who do.
PUBLISHING = {"action-publish", "action-submit", "action-restart-workflow"}


class ArticleSeriesPageForm(WagtailAdminPageForm):
    """Sees to it that an article has one place in one series."""

    def clean(self):
        cleaned = super().clean()
        parts = self.formsets.get("parts")
        if parts is None or not parts.is_valid():
            return cleaned
        rows = [form.cleaned_data for form in parts.forms if form.cleaned_data.get("article")]
        articles = [row["article"] for row in rows if not row.get("DELETE")]
        keys = [article.translation_key for article in articles]
        if len(set(keys)) < len(keys):
            self.add_error(None, _("An article is in this series twice. Take one of the two out."))
        others = type(self.instance).objects.exclude(translation_key=self.instance.translation_key)
        other = others.filter(parts__article__translation_key__in=keys).first() if keys else None
        if other:
            self.add_error(
                None,
                _("One of these articles is part of the series “%(title)s” already. Take it out there first.")
                % {"title": other.title},
            )
        return cleaned


class ToolkitPageForm(KeptPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        page = self.instance
        if page.pk and page.live and page.latest_revision_id == page.live_revision_id:
            # What was said about the last publication is not said about the next one.
            self.initial |= {"change_note": "", "is_small_correction": False}
        if "change_note" in self.fields:
            self.fields["change_note"].widget = forms.Textarea(attrs={"rows": 3})

    def clean(self):
        cleaned = super().clean()
        if self._says_nothing(cleaned) and not self.errors:
            live = type(self.instance).objects.filter(pk=self.instance.pk, live=True).first()
            if live and not are_the_same(contents_of(live), self._contents()):
                self.add_error(
                    "change_note",
                    _("Say what changed, in a line or two. If readers need not know, tick “only a small correction”."),
                )
        return cleaned

    def _says_nothing(self, cleaned):
        """Tell whether somebody publishes a kit and neither says what changed nor that it is a small correction."""
        page = self.instance
        if not page.pk or "change_note" not in self.fields or PUBLISHING.isdisjoint(self.data):
            return False
        is_said = cleaned.get("is_small_correction") or cleaned.get("change_note", "").strip()
        return not is_said and not is_translation(page)

    def _contents(self):
        """Return what will be in the kit, from what was typed."""
        cleaned = self.cleaned_data
        files = self.formsets.get("files")
        chosen = []
        if files is not None and files.is_valid():
            rows = [form.cleaned_data for form in files.forms if form.cleaned_data]
            rows = [row for row in rows if not row.get("DELETE") and row.get("document")]
            chosen = [row["document"].pk for row in sorted(rows, key=lambda row: row.get("ORDER") or 0)]
        return contents_from(
            about={name: cleaned.get(name, getattr(self.instance, name)) for name in ABOUT},
            introduction=cleaned.get("introduction", self.instance.introduction),
            steps=cleaned.get("steps", self.instance.steps),
            licence=cleaned.get("licence", self.instance.licence),
            files=chosen,
        )


def is_translation(page):
    """Tell whether a kit is a translation: its versions are those of the kit that it is translated from."""
    return source_of(page) is not None


def source_of(page):
    """Return the kit that `page` is translated from, published or not, or None if it is none."""
    pages = type(page).objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    return pages.filter(pk__lt=page.pk).order_by("pk").first() if page.pk else None
