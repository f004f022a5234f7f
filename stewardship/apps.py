from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StewardshipConfig(AppConfig):
    name = "stewardship"
    verbose_name = _("Who keeps it true")

    def ready(self):
        # Models are not there yet when this module is read.
        from . import answering, kept, signals  # noqa: F401

        kept.start_keeping()
        signals.start_listening()
