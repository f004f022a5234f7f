"""Lists of pages that readers narrow by theme, area and kind through the address."""

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.utils.choices import flatten_choices
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .models import Area, BasePage, Theme

PAGE_SIZE = 24


class TermField(forms.ChoiceField):
    """Chooses one theme or area by its slug; an unknown one gets a message, the list stays."""

    def __init__(self, model, **kwargs):
        self.model = model
        super().__init__(required=False, **kwargs)

    def load(self, any_word):
        """Fill the choices with the names in the active language, in one query."""
        terms = self.model.objects.in_source_language().with_local_name()
        names = sorted(((term.slug, term.local_name) for term in terms), key=lambda pair: pair[1].casefold())
        self.choices = [("", any_word), *names]


class ListingForm(forms.Form):
    """The filters of a list. Rooms add their own fields."""

    UNKNOWN = {"invalid_choice": _("We do not have this one. Choose one from the list.")}

    theme = TermField(Theme, label=_("Theme"), error_messages=UNKNOWN)
    area = TermField(Area, label=_("Area"), error_messages=UNKNOWN)
    kind = forms.ChoiceField(label=_("Kind"), required=False, error_messages=UNKNOWN)

    is_filter = True
    any_kind = _("Every kind")
    kinds = ()

    def __init__(self, data):
        super().__init__(data, auto_id="filter-%s")
        self.fields["theme"].load(_("Every theme"))
        self.fields["area"].load(_("Every area"))
        if self.kinds:
            self.fields["kind"].choices = [("", self.any_kind), *self.kinds]
        else:
            del self.fields["kind"]
        self.is_valid()

    def filter(self, pages):
        """Return those of `pages` that fit what was chosen; what was not understood filters nothing."""
        chosen = self.cleaned_data
        if chosen.get("theme"):
            pages = pages.filter(themes__slug=chosen["theme"], themes__locale__language_code=settings.LANGUAGE_CODE)
        if chosen.get("area"):
            pages = self.filter_area(pages, chosen["area"])
        if chosen.get("kind"):
            pages = self.filter_kind(pages, chosen["kind"])
        return pages

    def filter_area(self, pages, area):
        """Return the pages about one area."""
        return pages.filter(areas__slug=area, areas__locale__language_code=settings.LANGUAGE_CODE)

    def filter_kind(self, pages, kind):
        """Return the pages of one kind; rooms say what their kinds mean."""
        raise NotImplementedError(f"{type(self).__name__} has kinds and must say what they mean")

    @cached_property
    def active_filters(self):
        """The chosen filters as (field name, label, chosen words), for links that take one away."""
        return [
            (name, self.fields[name].label, dict(flatten_choices(self.fields[name].choices))[value])
            for name, value in self.cleaned_data.items()
            if value and hasattr(self.fields[name], "choices")
        ]


class Listing:
    """One page of a filtered list."""

    def __init__(self, request, pages, form):
        self.form = form
        self.page_obj = Paginator(form.filter(pages), PAGE_SIZE).get_page(request.GET.get("page"))
        self.page_obj.object_list = [page.as_kind for page in self.page_obj.object_list]

    @property
    def count(self):
        return self.page_obj.paginator.count


class IndexPageMixin:
    """A page that lists others. Says which (`get_pages`) and how they are narrowed (`listing_form`)."""

    listing_form = ListingForm
    tags = places = ()  # lists are not filed under themes or areas themselves

    def get_pages(self, request):
        """Return the pages below this list, and below the list that it is a translation of."""
        lists = Page.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk).only("path", "depth")
        pages = models.Q(path__startswith=self.path, depth=self.depth + 1)
        if self.locale.language_code != settings.LANGUAGE_CODE:
            for source in lists.filter(locale__language_code=settings.LANGUAGE_CODE):
                pages |= models.Q(path__startswith=source.path, depth=source.depth + 1)
        return BasePage.objects.filter(pages)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        pages = self.get_pages(request).live().public().in_active_language(get_language()).for_cards()
        context["listing"] = Listing(request, pages, self.listing_form(request.GET))
        return context
