"""A check that nobody forgets to say whether a new kind of page is found."""

from django.apps import apps
from django.core import checks
from wagtail.models import Page

from . import registry


@checks.register
def every_page_type_is_settled(app_configs, **kwargs):
    """Return an error for each page type without a rule that is not left out on purpose either."""
    return [
        checks.Error(
            f"Nobody said how a {model._meta.label} is found by the search.",
            hint="In the room's search_entries.py, call register_page() or leave_out() for it.",
            obj=model,
            id="search.E001",
        )
        for model in apps.get_models()
        if issubclass(model, Page) and model._meta.app_label != "wagtailcore" and not registry.is_settled(model)
    ]
