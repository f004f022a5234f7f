from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        # Only now are all models there.
        from . import asked, checks, signals  # noqa: F401
        from .attachments import signals as attachment_signals

        autodiscover_modules("search_entries")
        signals.connect()
        asked.connect()
        attachment_signals.connect()
