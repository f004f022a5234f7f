from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StewardshipConfig(AppConfig):
    name = "stewardship"
    verbose_name = _("Who keeps it true")

    def ready(self):
        # Models are not there yet when this module is read.
        from . import kept, signals

        kept.start_keeping()
        signals.start_listening()
