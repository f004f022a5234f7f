from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KnowledgeConfig(AppConfig):
    name = "knowledge"
    verbose_name = _("Library")

    def ready(self):
        from . import home  # noqa: F401  registers what the home page shows; needs the models
