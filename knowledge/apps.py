from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KnowledgeConfig(AppConfig):
    name = "knowledge"
    verbose_name = _("Library")

    def ready(self):
        from . import signals, sitemaps  # noqa: F401  (they need the models)

        signals.start_listening()
