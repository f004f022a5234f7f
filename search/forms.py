"""What may be asked, and how it may be narrowed."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hub.kinds import Kind
from hub.models import Area


class SearchForm(forms.Form):
    """The search's address. Nothing in it is an error: a filter that does not exist is left out, and told."""

    q = forms.CharField(label=_("Search for"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", ""), *Kind.choices])
    theme = forms.SlugField(label=_("Theme"), required=False)
    area = forms.SlugField(label=_("Area"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", ""), *settings.LANGUAGES])

    area_name = ""

    def clean_area(self):
        slug = self.cleaned_data["area"]
        if not slug:
            return ""
        area = Area.objects.in_source_language().with_local_name().filter(slug=slug).first()
        if not area:
            raise forms.ValidationError(_("We do not know this area."))
        self.area_name = area.local_name
        return slug

    def read(self):
        """Return what was asked, as a dictionary with a text for each field; empty where it makes no sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
